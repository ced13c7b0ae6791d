"""What can be done with a goal or an idea: the same keys on tab 3 and on the pages of both."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from ...domain.entry import Entry
from ...domain.goal_course import is_open
from ...domain.kinds import GOAL, IDEA
from .. import goal_doing
from ..commands import bindings, goal
from ..moving_on import can_move, move_on
from .list_pane import ListPane

_OF_A_GOAL = ("check_in", "add_milestone", "let_serve", "add_idea")
_OF_BOTH = ("move_on", "add_action", "reflect_on_it")


class GoalKeys(ListPane):
    """A list that knows which goal or idea its keys are for."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        goal.CheckIn,
        goal.MoveOn,
        goal.AddAction,
        goal.AddMilestone,
        goal.AddIdea,
        goal.ReflectOnIt,
        goal.LetServe,
    )

    @property
    def subject(self) -> Entry | None:
        """The goal or idea that the keys are for."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        subject = self.subject if action in (*_OF_A_GOAL, *_OF_BOTH) else None
        if action == "check_in":
            return subject is not None and subject.kind == GOAL.name and is_open(subject.state)
        if action in _OF_A_GOAL:
            return subject is not None and subject.kind == GOAL.name
        if action in _OF_BOTH:
            return can_move(subject)
        return super().check_action(action, parameters)

    def action_check_in(self) -> None:
        if self.subject:
            goal_doing.check_in(self.app, self.subject)

    def action_move_on(self) -> None:
        if self.subject:
            move_on(self.app, self.subject)

    def action_add_action(self) -> None:
        if self.subject:
            goal_doing.add_action(self.app, self.subject)

    def action_add_milestone(self) -> None:
        if self.subject:
            goal_doing.add_milestone(self.app, self.subject)

    def action_add_idea(self) -> None:
        from ..messages import WritingBegun

        if self.subject:
            self.app.post_message(WritingBegun(IDEA.name, {**IDEA.starts_with, "links": (self.subject.id,)}))

    def action_reflect_on_it(self) -> None:
        if self.subject:
            goal_doing.reflect(self.app, self.subject)

    def action_let_serve(self) -> None:
        things = self._shown.things.values() if self._shown else ()
        if self.subject:
            serving = [
                each.id for each in things if isinstance(each, Entry) and self.subject.id in each.members("links")
            ]
            goal_doing.let_serve(self.app, self.subject, serving)
