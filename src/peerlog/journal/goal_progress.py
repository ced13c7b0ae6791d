"""How far a goal has come, in figures: where it began and where it stands, check-ins, actions, milestones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..domain.entry import Entry
from ..domain.kinds import ACTION, CHECK_IN
from ..domain.selection import Selection
from ..domain.trend import Trend
from . import goals
from .journal import Journal

_MOST_CHECK_INS = 400
"""The newest check-ins that a trend is made of: one a day for more than a year."""


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """Figures of one goal.

    `baseline` and `target` are its own words; `now` is the latest level from 0 to 10, None before the first check-in.
    `next_day` is the day of the first open milestone (`next_milestone`), else the goal's own.
    """

    goal: Entry
    baseline: str
    target: str
    trend: Trend
    check_ins: int
    actions_open: int
    actions_closed: int
    milestones: tuple[Entry, ...]
    next_day: date | None
    next_milestone: Entry | None

    @property
    def now(self) -> int | None:
        return self.trend.now

    @property
    def milestones_reached(self) -> int:
        return sum(1 for each in self.milestones if each.line("done_on"))


def progress_of(journal: Journal, goal: Entry, *, check_ins: int = _MOST_CHECK_INS) -> GoalProgress:
    """The figures of a goal, its trend from the newest `check_ins`. Actions and check-ins are counted, not read."""
    on_the_way = goals.milestones(journal, goal.id)
    day, milestone = goals.next_day(goal, on_the_way)
    return GoalProgress(
        goal,
        goal.line("baseline"),
        goal.line("target"),
        goals.trend(journal, goal.id, check_ins),
        _count(journal, goal, CHECK_IN.name),
        _count(journal, goal, ACTION.name, "open"),
        _count(journal, goal, ACTION.name, "done"),
        tuple(on_the_way),
        day,
        milestone,
    )


def _count(journal: Journal, goal: Entry, kind: str, *states: str) -> int:
    return journal.entries.count(Selection(kinds=frozenset({kind}), parent=goal.id, states=frozenset(states)))
