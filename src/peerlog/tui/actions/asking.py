"""Asking for a second pair of eyes, and giving feedback, resources and thanks, from every screen."""

from __future__ import annotations

from ..journal_app import JournalApp
from ..messages import WritingBegun


class AskingActions(JournalApp, inherit_bindings=False):
    def action_write_request(self) -> None:
        self.post_message(WritingBegun("request", space=getattr(self.screen, "space_here", None)))

    def action_write_feedback(self) -> None:
        self.post_message(WritingBegun("feedback", space=getattr(self.screen, "space_here", None)))

    def action_write_resource(self) -> None:
        self.post_message(WritingBegun("resource", space=getattr(self.screen, "space_here", None)))

    def action_write_thanks(self) -> None:
        self.post_message(WritingBegun("thanks", space=getattr(self.screen, "space_here", None)))

    def action_show_asking(self) -> None:
        from ..screens.asking import AskingScreen

        if not isinstance(self.screen, AskingScreen):
            space = getattr(self.screen, "space_here", None)
            circle = getattr(getattr(self.screen, "pane", None), "circle", None)
            self.push_screen(AskingScreen(space, circle.label) if space and circle else AskingScreen())
