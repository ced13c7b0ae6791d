"""Opening the record of a body's period, from every screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..journal_app import JournalApp
from ..messages import EntryOpened, JournalChanged

if TYPE_CHECKING:
    from datetime import date

    from ...domain.entry import Entry


class RecordActions(JournalApp, inherit_bindings=False):
    def action_open_record(self) -> None:
        self.follow(partial(self.open_record, None))

    async def open_record(self, membership: Entry | None, day: date | None = None) -> None:
        """Open the record of the period with `day` (today for None), begun where there is none.

        Where no membership is given, it is the only one, or the person is asked for which body.
        """
        from ...journal.cpd.memberships import memberships

        if membership is not None:
            await self._open_record(membership, day)
            return
        kept = await self.ask(memberships)
        if kept is None:
            return
        if len(kept) == 1:
            await self._open_record(kept[0], day)
        elif kept:
            self._ask_for_body(kept, day)
        else:
            from ..cpd.keeping_to import choose_body

            choose_body(self)
            self.tell("A record is for a professional body: choose one first.", seconds=5)

    def _ask_for_body(self, kept: list[Entry], day: date | None) -> None:
        from ..screens.picking import Pick
        from ..screens.whom import WhomScreen

        def chosen(id_: str | None) -> None:
            for each in kept:
                if each.id == id_:
                    self.follow(partial(self._open_record, each, day))

        picks = [Pick(each.id, each.title or each.line("scheme")) for each in kept]
        self.push_screen(WhomScreen("The record for which body?", picks), chosen)

    async def _open_record(self, membership: Entry, day: date | None) -> None:
        from ...journal.cpd.record_look import open_record

        found = await self.ask(lambda journal: open_record(journal, membership, day))
        if found is None:
            return
        record, is_new = found
        if is_new:
            self.post_message(JournalChanged())
        self.post_message(EntryOpened(record.id))
