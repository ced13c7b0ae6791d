"""What the page of a meeting offers for planning it: another time, and another order of its agenda."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import BindingType

from ...domain.entry import Entry
from ...domain.kinds import AGENDA_ITEM
from ...journal.meeting.agenda import move
from ..commands import bindings, planning
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from .entry_pane import EntryPane

if TYPE_CHECKING:
    from ..actions.meetings import MeetingActions


class PlannedPane(EntryPane):
    """The page of something that has a time and an agenda."""

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(planning.FindTime.binding(), show=False),
        *bindings(planning.MoveItemUp, planning.MoveItemDown),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "find_time":
            return self.entry is None or self.entry.state != "held"
        if action in ("move_item_up", "move_item_down"):
            return self._marked_item is not None
        return super().check_action(action, parameters)

    @property
    def _marked_item(self) -> Entry | None:
        marked = self.marked()
        if isinstance(marked, Entry) and marked.kind == AGENDA_ITEM.name and marked.parent == self.entry_id:
            return marked
        return None

    @work(group=FOLLOWED)
    async def action_find_time(self) -> None:
        found = await self.app.ask(lambda journal: journal.entries.get(self.entry_id))
        if found:
            cast("MeetingActions", self.app).find_time(found)

    def action_move_item_up(self) -> None:
        self._move_item(-1)

    def action_move_item_down(self) -> None:
        self._move_item(1)

    @work(group=FOLLOWED)
    async def _move_item(self, places: int) -> None:
        item = self._marked_item
        if item and await self.app.ask(lambda journal: move(journal, item.id, places)):
            self.app.post_message(JournalChanged())
