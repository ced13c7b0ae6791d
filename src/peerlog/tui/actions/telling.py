"""Telling a partner that their idea worked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from ..journal_app import JournalApp
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged

if TYPE_CHECKING:
    from ...domain.entry import Entry
    from ...journal.advice import Giver


class TellingActions(JournalApp, inherit_bindings=False):
    @work(group=FOLLOWED, exclusive=True)
    async def action_tell_them_it_worked(self) -> None:
        from ...journal.advice import first_words, who_gave

        pane = getattr(self.screen, "pane", None)
        idea: Entry | None = getattr(pane, "entry", None) or getattr(self.screen, "current_entry", None)
        if idea is None:
            self.tell("Go to an idea first.")
            return
        kept = idea
        found = await self.ask(lambda journal: (who_gave(journal, kept),))
        if found is None:
            return
        (giver,) = found
        if giver is None:
            self.tell("This tells a partner whose idea you have kept; the idea says from whom it came.")
        else:
            self._write_to(giver, first_words(kept))

    def _write_to(self, giver: Giver, words: str) -> None:
        from ..screens.telling import TellingScreen

        def written(said: str | None) -> None:
            if said is not None:
                self._show_first(giver, said)

        self.push_screen(TellingScreen(giver, words), written)

    def _show_first(self, giver: Giver, words: str) -> None:
        from ..screens.copy_preview import CopyPreviewScreen

        def looked(sure: bool | None) -> None:
            if sure:
                self._tell(giver, words)
            else:
                self._write_to(giver, words)

        foot = f"A thank-you, which leaves with your next update to {giver.circle.with_whom}."
        said = [("To", giver.name), ("Thanks", words)]
        self.push_screen(CopyPreviewScreen("Advice comes home", giver.circle, said, foot), looked)

    @work(group=FOLLOWED, exclusive=True)
    async def _tell(self, giver: Giver, words: str) -> None:
        from ...journal.advice import tell

        if await self.ask(lambda journal: tell(journal, giver, words)):
            self.post_message(JournalChanged())
            self.tell(f"{giver.name} reads it after your next exchange.")
