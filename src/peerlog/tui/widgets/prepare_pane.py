"""The page before a meeting, with the keys for what is still to be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import BindingType

from ...domain.entry import Entry
from ...domain.kinds import AGENDA_ITEM
from ...journal.agenda import carry_forward, move
from ...journal.journal import Journal
from ...journal.preparing import preparation
from ..commands import bindings, planning
from ..messages import JournalChanged
from ..prepare_page import prepare_page
from ..type_ahead import FOLLOWED
from .list_pane import Contents
from .meeting_pane import MeetingPane

if TYPE_CHECKING:
    from ..actions.meetings import MeetingActions


class PreparePane(MeetingPane):
    """A meeting's page as it is of use beforehand: what was, what is open, what is worth asking."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        planning.CarryForward, planning.FindTime, planning.MoveItemUp, planning.MoveItemDown
    )
    heading: ClassVar[str] = "Before the meeting"

    def __init__(self, entry_id: str) -> None:
        super().__init__(entry_id)
        self._can_carry = False

    def page(self, journal: Journal, entry: Entry) -> Contents:
        super().page(journal, entry)
        found = preparation(journal, entry.id)
        self._can_carry = bool(found.left_open)
        return prepare_page(found)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "prepare_meeting":
            return False  # it is on the screen
        if action == "carry_forward":
            return self._can_carry
        if action in ("move_item_up", "move_item_down"):
            return self._marked_item is not None
        return super().check_action(action, parameters)

    @property
    def _marked_item(self) -> Entry | None:
        marked = self._marked()
        is_here = isinstance(marked, Entry) and marked.kind == AGENDA_ITEM.name and marked.parent == self.entry_id
        return marked if is_here and isinstance(marked, Entry) else None

    def action_find_time(self) -> None:
        if self.entry:
            cast("MeetingActions", self.app).find_time(self.entry)

    @work(group=FOLLOWED)
    async def action_carry_forward(self) -> None:
        meeting = self.entry
        if meeting is None:
            return
        carried = await self.app.ask(lambda journal: carry_forward(journal, meeting))
        if carried:
            count = len(carried)
            self.app.tell(f"{count} {'item stands' if count == 1 else 'items stand'} on this agenda now.")
            self.app.post_message(JournalChanged())

    def action_move_item_up(self) -> None:
        self._move(-1)

    def action_move_item_down(self) -> None:
        self._move(1)

    @work(group=FOLLOWED)
    async def _move(self, places: int) -> None:
        item = self._marked_item
        if item and await self.app.ask(lambda journal: move(journal, item.id, places)):
            self.app.post_message(JournalChanged())
