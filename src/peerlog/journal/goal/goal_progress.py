"""How far a goal has come, in figures: where it began and where it stands, check-ins, actions, milestones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...domain.entry import Entry
from ...domain.kinds import ACTION, CHECK_IN
from ...domain.selection import Selection
from ...domain.trend import SHOWN, Trend
from ..journal import Journal
from . import goals

_MOST_CHECK_INS = 400
"""The newest check-ins that a trend is made of: one a day for more than a year."""


@dataclass(frozen=True, slots=True)
class GoalOutlook:
    """What a line about a goal says: its latest check-ins, its milestones, and its next day.

    `next_day` is that of the first open milestone (`next_milestone`), else the goal's own.
    """

    goal: Entry
    trend: Trend
    milestones: tuple[Entry, ...]
    next_day: date | None
    next_milestone: Entry | None

    @property
    def now(self) -> int | None:
        """The latest level from 0 to 10; None before the first check-in."""
        return self.trend.now

    @property
    def milestones_reached(self) -> int:
        return sum(1 for each in self.milestones if each.line("done_on"))


@dataclass(frozen=True, slots=True)
class GoalProgress(GoalOutlook):
    """The figures of one goal besides; `baseline` and `target` are its own words."""

    baseline: str
    target: str
    check_ins: int
    actions_open: int
    actions_closed: int


def outlook_of(journal: Journal, goal: Entry, *, check_ins: int = SHOWN) -> GoalOutlook:
    """The outlook of a goal, its trend from the newest `check_ins`."""
    on_the_way = goals.milestones(journal, goal.id)
    return GoalOutlook(
        goal, goals.trend(journal, goal.id, check_ins), tuple(on_the_way), *goals.next_day(goal, on_the_way)
    )


def progress_of(journal: Journal, goal: Entry, *, check_ins: int = _MOST_CHECK_INS) -> GoalProgress:
    """The figures of a goal. Actions and check-ins are counted, not read."""
    outlook = outlook_of(journal, goal, check_ins=check_ins)
    return GoalProgress(
        goal,
        outlook.trend,
        outlook.milestones,
        outlook.next_day,
        outlook.next_milestone,
        goal.line("baseline"),
        goal.line("target"),
        _count(journal, goal, CHECK_IN.name),
        _count(journal, goal, ACTION.name, "open"),
        _count(journal, goal, ACTION.name, "done"),
    )


def _count(journal: Journal, goal: Entry, kind: str, *states: str) -> int:
    return journal.entries.count(Selection(kinds=frozenset({kind}), parent=goal.id, states=frozenset(states)))
