"""What the menu of a page of people offers: all of it is done by the app, for those whose page it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import work

from ..life.type_ahead import FOLLOWED
from .list_pane import ListPane

if TYPE_CHECKING:
    from ...journal.circle.circles import Circle
    from ..actions.circle_course import CircleActions

_BY_THE_APP = frozenset(
    {"compare_words", "rename_sharing", "change_focus", "call_it", "put_away", "take_up", "leave_partners"}
    | {"go_on_with_fewer", "drop_sharing", "begin_successor", "carry_over"}
)


class CircleDoing(ListPane):
    """Hands on what can be done with those one shares with, whose page it is."""

    circle: Circle | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in _BY_THE_APP:
            # Asked of what is shown here, for the menu itself is the screen by the time it asks.
            return cast("CircleActions", self.app).possible_with(action, self.circle)
        return super().check_action(action, parameters)

    @work(group=FOLLOWED)
    async def hand_on(self, action: str) -> None:
        """Let the app do it."""
        await self.app.run_action(action)

    def action_compare_words(self) -> None:
        self.hand_on("compare_words")

    def action_rename_sharing(self) -> None:
        self.hand_on("rename_sharing")

    def action_change_focus(self) -> None:
        self.hand_on("change_focus")

    def action_call_it(self) -> None:
        self.hand_on("call_it")

    def action_put_away(self) -> None:
        self.hand_on("put_away")

    def action_take_up(self) -> None:
        self.hand_on("take_up")

    def action_leave_partners(self) -> None:
        self.hand_on("leave_partners")

    def action_go_on_with_fewer(self) -> None:
        self.hand_on("go_on_with_fewer")

    def action_drop_sharing(self) -> None:
        self.hand_on("drop_sharing")

    def action_begin_successor(self) -> None:
        self.hand_on("begin_successor")

    def action_carry_over(self) -> None:
        self.hand_on("carry_over")
