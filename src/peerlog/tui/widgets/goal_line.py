"""A goal in one line: its next day, its name, from where to where, and its latest check-ins as bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from ...domain.entry import Entry
from ...domain.goal_course import is_open
from ...domain.goal_way import way_of
from ...domain.idea_course import COURSE as IDEA_COURSE
from ...journal.goal.goal_progress import GoalOutlook
from .line import LABEL_WIDTH, Line
from .list_pane import Contents, named
from .plain import plain_line
from .when import say_due

_LONGEST_WAY = 14
"""Cells: a longer way is left to the page of the goal."""


def goal_lines(found: Sequence[GoalOutlook], shown: Contents) -> Iterable[tuple[GoalOutlook, Line]]:
    """A line for each goal, the ways and the bars of all of them below one another."""
    ways = [_short_way(each.goal) for each in found]
    widest = max((way.cell_length for way in ways), default=0)
    longest = max((len(each.trend.bars) for each in found), default=0)
    for each, way in zip(found, ways, strict=True):
        ended = not is_open(each.goal.state)
        due = say_due(each.next_day, shown.day) if each.next_day and not ended else ""
        about = plain_line(named(each.goal))
        if each.next_milestone and not ended:
            about = Content.assemble(
                about, ("  next: ", "$quiet"), plain_line(named(each.next_milestone)).stylize("$quiet")
            )
        right = Content("")
        if widest or longest:
            bars = Content(each.trend.bars.ljust(longest)).stylize("$accent")
            gap = Content("  " if widest and longest else "")
            right = Content("").join([way.truncate(widest, pad=True).stylize("$quiet"), gap, bars])
        yield each, Line(Content(due).stylize("$quiet"), about, right, label_width=LABEL_WIDTH, right_is_whole=True)


def _short_way(goal: Entry) -> Content:
    way = plain_line(way_of(goal))
    return way if way.cell_length <= _LONGEST_WAY else Content()


def served_by(idea: Entry) -> Line:
    """An idea under the goal that it serves."""
    label = IDEA_COURSE.label(IDEA_COURSE.standing(idea.state))
    about = Content.assemble(("· ", "$quiet"), plain_line(named(idea)).stylize("$quiet"))
    return Line(Content(" " * LABEL_WIDTH), about, Content(label).stylize("$quiet"), label_width=LABEL_WIDTH)


def idea_line(idea: Entry, label: str = "") -> Line:
    """An idea in a list of ideas: where it stands, what it is, and whose it was."""
    source = idea.line("source")
    aside = "" if source.casefold() in ("", "mine", "me") else f"from {source}"
    return Line(
        Content(label).stylize("$quiet"),
        plain_line(named(idea)),
        plain_line(aside).stylize("$quiet"),
        label_width=LABEL_WIDTH,
    )
