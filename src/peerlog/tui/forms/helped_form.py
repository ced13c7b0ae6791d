"""A form in which somebody writes to another: the short pages on how to do that are one key away."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType

from ...domain.kinds import COMMENT, FEEDBACK
from ..commands.running import ShowHelpCards
from ..meetings.meeting_times import MeetingTimes

HELPED_BY = {FEEDBACK.name: "feedback", COMMENT.name: "feedback"}
"""By kind: the page that comes first."""


class HelpedForm(MeetingTimes):
    """What an editor screen does besides while it holds feedback or an answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(ShowHelpCards.binding(), description="how to say it"),
    ]

    @property
    def _helped_by(self) -> str:
        return HELPED_BY.get(self.form.writing.kind, "") if self.form else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "show_help_cards":
            return bool(self._helped_by)
        return super().check_action(action, parameters)

    def action_show_help_cards(self) -> None:
        from ..screens.help_card import HelpCardScreen

        if self._helped_by:
            self.app.push_screen(HelpCardScreen(self._helped_by))
