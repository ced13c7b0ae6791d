"""Looking back, from every screen."""

from __future__ import annotations

from ..journal_app import JournalApp


class LookingBackActions(JournalApp, inherit_bindings=False):
    def action_look_back(self) -> None:
        from ..screens.looking_back import LookingBackScreen

        if not isinstance(self.screen, LookingBackScreen):
            self.push_screen(LookingBackScreen())
