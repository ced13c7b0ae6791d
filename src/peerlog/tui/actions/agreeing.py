"""Agreements from every screen: making one, looking at the one that runs, answering what is asked about them."""

from __future__ import annotations

from textual import work

from ..journal_app import JournalApp
from ..life.type_ahead import FOLLOWED
from ..messages import EntryOpened


class AgreeingActions(JournalApp, inherit_bindings=False):
    def action_new_agreement(self) -> None:
        self.make_agreement()

    def make_agreement(self, people: str = "") -> None:
        """Begin an agreement, with these names where they are known already."""
        from ..screens.agreement_guide import AgreementGuideScreen

        self.push_screen(AgreementGuideScreen(people))

    def action_show_agreement(self) -> None:
        self._show_current()

    @work(group=FOLLOWED, exclusive=True)
    async def _show_current(self) -> None:
        from ...journal.agreements import current_agreement

        found = await self.ask(lambda journal: [each] if (each := current_agreement(journal)) else [])
        if found:
            self.post_message(EntryOpened(found[0].id))
        elif found is not None:
            self.make_agreement()
