"""Goals in a list: when, what, from where to where, and how it has gone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..domain.dates import say_day
from ..domain.goal_course import COURSE
from ..domain.goal_way import short_way, way_of
from ..journal.goal.goal_progress import GoalOutlook, GoalProgress
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from . import terminal
from .described import described
from .layout import cut, fitted, width
from .terminal import Bold

_LEAST_TITLE = 20


def write_goals(journal: Journal, found: Sequence[GoalOutlook]) -> None:
    """Write goals under where they stand, one line each."""
    rows = [(short_id(journal, each.goal.id), said_day(journal, each.next_day), *_figures(each)) for each in found]
    widths = [max(width(row[column]) for row in rows) for column in range(4)]
    room = max(_LEAST_TITLE, terminal.columns() - sum(widths) - 8)
    titles = [_title(each, room) for each in found]
    title_width = max(map(width, titles))
    state = ""
    for row, title, each in zip(rows, titles, found, strict=True):
        if terminal.is_shown() and (now := COURSE.standing(each.goal.state)) != state:
            if state:
                terminal.put()
            state = now
            terminal.put(Bold(COURSE.label(state).capitalize()))
        cells = [fitted(row[0], widths[0]), fitted(row[1], widths[1]), fitted(title, title_width)]
        terminal.put("  ".join([*cells, fitted(row[2], widths[2]), row[3]]).rstrip())


def said_day(journal: Journal, day: date | None) -> str:
    """A day as lists say it; for other programs as ISO 8601."""
    if day is None:
        return ""
    return say_day(day, journal.time.today()) if terminal.is_shown() else day.isoformat()


def described_goal(progress: GoalProgress) -> dict[str, object]:
    """A goal with its figures, for scripts."""
    return {
        **described(progress.goal),
        "now": progress.now,
        "levels": [{"day": day.isoformat(), "level": level} for day, level in progress.trend.points],
        "check_ins": progress.check_ins,
        "actions_open": progress.actions_open,
        "actions_closed": progress.actions_closed,
        "milestones": [described(each) for each in progress.milestones],
        "next_day": progress.next_day.isoformat() if progress.next_day else None,
    }


def _figures(progress: GoalOutlook) -> tuple[str, str]:
    way = short_way(progress.goal) if terminal.is_shown() else way_of(progress.goal)
    return way, progress.trend.bars


def _title(progress: GoalOutlook, room: int) -> str:
    said = progress.goal.headline or "a goal without words"
    return cut(said, room) if terminal.is_shown() else said
