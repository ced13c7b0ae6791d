"""One goal with all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.entry import Entry
from ...domain.kinds import ACTION, CHECK_IN
from ...domain.selection import Selection
from ..actions import by_due
from ..journal import Journal
from .goal_progress import GoalProgress, progress_of
from .goals import require_goal

MOST_ACTIONS = 60
MOST_CHECK_INS = 6
MOST_SERVING = 40


@dataclass(frozen=True, slots=True)
class GoalPage:
    """A goal and its figures; its latest check-ins, its open actions and the latest that are closed, what links to it.

    `more_actions` counts those that are left out.
    """

    goal: Entry
    progress: GoalProgress
    check_ins: tuple[Entry, ...]
    actions: tuple[Entry, ...]
    more_actions: int
    serving: tuple[Entry, ...]


def read_goal(journal: Journal, id_: str) -> GoalPage:
    """The page of a goal; raises `Refused` for what is none. Thousands of actions cost no more than the first ones."""
    goal = require_goal(journal, id_)
    progress = progress_of(journal, goal)
    opened = by_due(_actions(journal, id_, "open", limit=MOST_ACTIONS))
    closed = _actions(journal, id_, "done", "dropped", limit=min(10, MOST_ACTIONS - len(opened) + 1))
    shown = [*opened, *closed][:MOST_ACTIONS]
    return GoalPage(
        goal,
        progress,
        tuple(_parts(journal, id_, CHECK_IN.name, limit=MOST_CHECK_INS)),
        tuple(shown),
        journal.entries.count(Selection(kinds=frozenset({ACTION.name}), parent=id_)) - len(shown),
        tuple(journal.entries.linking_to(goal, MOST_SERVING)),
    )


def _actions(journal: Journal, id_: str, *states: str, limit: int) -> list[Entry]:
    selection = Selection(kinds=frozenset({ACTION.name}), parent=id_, states=frozenset(states))
    return list(journal.entries.page(selection, limit=limit).entries)


def _parts(journal: Journal, id_: str, kind: str, *, limit: int) -> list[Entry]:
    return list(journal.entries.page(Selection(kinds=frozenset({kind}), parent=id_), limit=limit).entries)
