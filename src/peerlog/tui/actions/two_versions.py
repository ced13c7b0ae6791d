"""Settling what has two versions, from every screen."""

from __future__ import annotations

from ..journal_app import JournalApp


class TwoVersionsActions(JournalApp, inherit_bindings=False):
    def action_settle_versions(self) -> None:
        from ..screens.two_versions import TwoVersionsScreen

        if not isinstance(self.screen, TwoVersionsScreen):
            entry = getattr(self.screen, "current_entry", None)
            self.push_screen(TwoVersionsScreen(entry.id if entry else ""))
