"""All goals with their outlook, and the ideas that stand under them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...domain.entry import Entry
from ...domain.idea_course import OPEN_STATES
from ..ideas import ideas_in
from ..journal import Journal
from . import goals
from .goal_progress import GoalOutlook, outlook_of


@dataclass(frozen=True, slots=True)
class GoalsOverview:
    """Goals by where they stand; by their ids the ideas that serve them; and the ideas that serve none of them.

    Of the ideas, those with which something is still to be done.
    """

    goals: tuple[GoalOutlook, ...]
    serving: Mapping[str, tuple[Entry, ...]]
    ideas: tuple[Entry, ...]


def goals_overview(journal: Journal) -> GoalsOverview:
    """Collect the page of goals; a few small queries for each goal."""
    found = [outlook_of(journal, goal) for goal in goals.goals_in(journal)]
    ids = {each.goal.id for each in found}
    ideas = ideas_in(journal, OPEN_STATES)
    serving = {id_: tuple(idea for idea in ideas if id_ in idea.members("links")) for id_ in ids}
    return GoalsOverview(tuple(found), serving, tuple(idea for idea in ideas if ids.isdisjoint(idea.members("links"))))
