"""Tab 3: goals by where they stand, each with the ideas that serve it; then the other ideas."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from ...domain.entry import Entry
from ...domain.goal_course import COURSE
from ...domain.idea_course import COURSE as IDEA_COURSE
from ...journal.goal.goals_overview import goals_overview
from ...journal.journal import Journal
from ..commands import bindings, goal
from .goal_keys import GoalKeys
from .goal_line import goal_lines, idea_line, served_by
from .list_pane import Contents, new_entry

_MOST_IDEAS = 12
_EMPTY = (
    "No goals yet. What would you like to be different?\n\n",
    ("n", "bold $accent"),
    " sets one; how you will know and by when can wait.\n",
    ("N", "bold $accent"),
    " asks a few questions that lead from a wide theme to a goal.",
)


class GoalsPane(GoalKeys):
    """Goals under their states, the nearest day first. The keys are for what is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [new_entry("goal"), *bindings(goal.NarrowGoal)]
    makes: ClassVar[str] = "goal"
    marks_written: ClassVar[bool] = True

    def subject(self, action: str) -> Entry | None:
        return self.current_entry

    def contents(self, journal: Journal) -> Contents:
        shown = Contents(Content("Goals").stylize("bold"), journal.time.today(), journal.time.zone)
        found = goals_overview(journal)
        if not found.goals:
            shown.about = Content.assemble(*_EMPTY)
        lines = goal_lines(found.goals, shown)
        for state, group in groupby(lines, key=lambda each: COURSE.standing(each[0].goal.state)):
            shown.head(COURSE.label(state).capitalize())
            for outlook, line in group:
                shown.add(line, outlook.goal)
                for idea in found.serving[outlook.goal.id]:
                    shown.add(served_by(idea), idea, outlook.goal.id)
        if found.ideas:
            shown.head("Ideas")
        for idea in found.ideas[:_MOST_IDEAS]:
            label = IDEA_COURSE.label(IDEA_COURSE.standing(idea.state)).capitalize()
            shown.add(idea_line(idea, label), idea)
        if len(found.ideas) > _MOST_IDEAS:
            shown.read(Content(f"and {len(found.ideas) - _MOST_IDEAS} more: B shows all").stylize("$quiet"))
        return shown

    def action_narrow_goal(self) -> None:
        from ..screens.narrowing import NarrowingScreen

        self.app.push_screen(NarrowingScreen())
