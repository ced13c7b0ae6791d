"""People from every screen: the list of cards, and one's own."""

from __future__ import annotations

from textual import work

from ..journal_app import JournalApp
from ..life.type_ahead import FOLLOWED
from ..messages import EntryOpened, WritingBegun


class PeopleActions(JournalApp, inherit_bindings=False):
    def action_show_people(self) -> None:
        from ..screens.people import PeopleScreen

        self.push_screen(PeopleScreen())

    @work(group=FOLLOWED, exclusive=True)
    async def action_my_card(self) -> None:
        from ...journal.cards import own_card

        found = await self.ask(lambda journal: (own_card(journal), journal.profile))
        if found is None:
            return
        card, profile = found
        if card:
            self.post_message(EntryOpened(card.id))
        else:
            self.post_message(WritingBegun("card", {"own": True, "title": profile.name, "zone": profile.zone}))
