"""What can be done with a goal or an idea: the same keys on tab 3 and on the pages of both."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from ...domain.entry import Entry
from ...domain.goal_course import is_open
from ...domain.kinds import GOAL, IDEA
from ..commands import bindings, goal
from ..goals import goal_doing
from ..goals.moving_on import can_move, move_on
from ..messages import ReflectionBegun, WritingBegun
from .list_pane import ListPane

_OF_A_GOAL = ("check_in", "add_milestone", "let_serve", "add_idea")
_OF_BOTH = ("move_on", "add_goal_action", "reflect_on_goal")


class GoalKeys(ListPane):
    """A list that knows which goal or idea its keys are for."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        goal.CheckIn,
        goal.MoveOn,
        goal.AddGoalAction,
        goal.AddMilestone,
        goal.AddIdea,
        goal.ReflectOnGoal,
        goal.LetServe,
    )

    def subject(self, action: str) -> Entry | None:
        """The goal or idea that an action is for."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in (*_OF_A_GOAL, *_OF_BOTH):
            subject = self.subject(action)
            if subject is None or not can_move(subject) or (action in _OF_A_GOAL and subject.kind != GOAL.name):
                return False
            return action != "check_in" or is_open(subject.state)
        return super().check_action(action, parameters)

    def action_check_in(self) -> None:
        if subject := self.subject("check_in"):
            goal_doing.check_in(self.app, subject)

    def action_move_on(self) -> None:
        if subject := self.subject("move_on"):
            move_on(self.app, subject.id)

    def action_add_goal_action(self) -> None:
        if subject := self.subject("add_goal_action"):
            goal_doing.add_action(self.app, subject)

    def action_add_milestone(self) -> None:
        if subject := self.subject("add_milestone"):
            goal_doing.add_milestone(self.app, subject)

    def action_add_idea(self) -> None:
        if subject := self.subject("add_idea"):
            self.app.post_message(WritingBegun(IDEA.name, {"links": (subject.id,)}))

    def action_reflect_on_goal(self) -> None:
        if subject := self.subject("reflect_on_goal"):
            self.app.post_message(ReflectionBegun(subject))

    def action_let_serve(self) -> None:
        things = self.shown.things.values() if self.shown else ()
        if subject := self.subject("let_serve"):
            serving = [each.id for each in things if isinstance(each, Entry) and subject.id in each.members("links")]
            goal_doing.let_serve(self.app, subject, serving)
