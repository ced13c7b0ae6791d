"""The page before a meeting, with the keys for what is still to be done about it."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.binding import BindingType

from ...domain.entry import Entry
from ...journal.journal import Journal
from ...journal.meeting.agenda import carry_forward
from ...journal.meeting.preparing import preparation
from ..commands import bindings, planning
from ..life.type_ahead import FOLLOWED
from ..meetings.prepare_page import prepare_page
from ..messages import JournalChanged
from .list_pane import Contents
from .meeting_pane import MeetingPane


class PreparePane(MeetingPane):
    """A meeting's page as it is of use beforehand: what was, what is open, what is worth asking."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(planning.CarryForward)
    heading: ClassVar[str] = "Before the meeting"

    def __init__(self, entry_id: str) -> None:
        super().__init__(entry_id)
        self._can_carry = True  # until it is known that there is nothing

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
        return super().check_action(action, parameters)

    @work(group=FOLLOWED)
    async def action_carry_forward(self) -> None:
        carried = await self.app.ask(lambda journal: carry_forward(journal, journal.entries.get(self.entry_id)))
        if carried:
            count = len(carried)
            self.app.tell(f"{count} {'item stands' if count == 1 else 'items stand'} on this agenda now.")
            self.app.post_message(JournalChanged())
