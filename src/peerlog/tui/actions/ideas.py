"""Ideas, from every screen."""

from __future__ import annotations

from ..journal_app import JournalApp


class IdeaActions(JournalApp, inherit_bindings=False):
    def action_show_board(self) -> None:
        from ..screens.ideas import IdeasScreen

        if not isinstance(self.screen, IdeasScreen):
            self.push_screen(IdeasScreen())

    def action_try_this_week(self) -> None:
        self.follow(self._offer_ideas)

    async def _offer_ideas(self) -> None:
        from ...journal.ideas import of_this_week
        from ..screens.this_week import offer

        offer(self, await self.ask(of_this_week))
