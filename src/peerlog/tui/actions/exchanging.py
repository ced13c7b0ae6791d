"""Exchanging with partners, from every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from ..journal_app import JournalApp
from ..life.type_ahead import FOLLOWED

if TYPE_CHECKING:
    from ...journal.circle.circles import Circle
    from ...journal.journal import Journal

_NOBODY = "You do not share anything with anybody yet."


class ExchangingActions(JournalApp, inherit_bindings=False):
    @work(group=FOLLOWED)
    async def action_exchange(self) -> None:
        from ..life import locking
        from ..screens.exchange import ExchangeScreen
        from ..screens.exchange_partner import ExchangePartnerScreen

        if isinstance(self.screen, ExchangeScreen) or not await locking.keep_unsaved(self):
            return
        partners = await self.ask(_partners)
        if partners is None:
            return
        if not partners:
            self.tell(_NOBODY)
        elif len(partners) == 1:
            self._exchange_with((partners[0].space,))
        else:
            self.push_screen(ExchangePartnerScreen(), self._exchange_with_chosen)

    def _exchange_with_chosen(self, spaces: tuple[str, ...] | None) -> None:
        if spaces:
            self._exchange_with(spaces)

    @work(group=FOLLOWED)
    async def _exchange_with(self, spaces: tuple[str, ...]) -> None:
        """Ask how updates travel where that is not settled, then show the exchange."""
        from ..screens.exchange import ExchangeScreen
        from ..screens.updates_way import UpdatesWayScreen

        partners = await self.ask(lambda journal: _partners(journal, spaces))
        if not partners:
            return
        unsettled = next((each for each in partners if each.folder is None), None)
        if unsettled is None:
            self.push_screen(ExchangeScreen(partners))
            return
        others = tuple(each for each in spaces if each != unsettled.space)

        def answered(settled: bool | None) -> None:
            self._exchange_with(spaces if settled else others)

        self.push_screen(UpdatesWayScreen(unsettled), answered)

    def action_show_news(self) -> None:
        from ..screens.news import NewsScreen

        if not isinstance(self.screen, NewsScreen):
            self.push_screen(NewsScreen())


def _partners(journal: Journal, spaces: tuple[str, ...] | None = None) -> list[Circle]:
    from ...journal.updates.exchange_partners import exchange_partners

    return [each for each in exchange_partners(journal) if spaces is None or each.space in spaces]
