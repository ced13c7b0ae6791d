"""Running a meeting and closing it, a coffee afterwards, and the pages of help for a talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from ..life.type_ahead import FOLLOWED
from .writing import WritingActions

if TYPE_CHECKING:
    from ...domain.entry import Draft


class RunningActions(WritingActions, inherit_bindings=False):
    def action_log_coffee(self) -> None:
        from ..screens.coffee import CoffeeScreen

        space, with_whom = self.read_by
        self.push_screen(CoffeeScreen(space, with_whom))

    def run_meeting(self, meeting_id: str) -> None:
        """Let a meeting run, or come back to it."""
        from ..screens.running import RunningScreen

        self.push_screen(RunningScreen(meeting_id))

    def close_meeting(self, meeting_id: str) -> None:
        """Show the form that closes a meeting."""
        from ..screens.closing import ClosingScreen

        self.push_screen(ClosingScreen(meeting_id))

    def go_on(self, draft: Draft) -> None:
        """Go on with a draft: the meeting that it keeps running, the form that it holds, or the text."""
        from ...journal.meeting.closing import meeting_closed_by
        from ...journal.meeting.running import is_of_a_run

        if is_of_a_run(draft) or meeting_closed_by(draft):
            self._go_on_with_meeting(draft)
        else:
            super().go_on(draft)

    @work(group=FOLLOWED)
    async def _go_on_with_meeting(self, draft: Draft) -> None:
        from ...journal.meeting.closing import meeting_closed_by, meeting_of

        found = await self.ask(lambda journal: (meeting_of(journal, draft),))
        if found is None:
            return
        (meeting,) = found
        if meeting is None:
            super().go_on(draft)
        elif meeting_closed_by(draft):
            self.close_meeting(meeting.id)
        else:
            self.run_meeting(meeting.id)

    def show_help_card(self, name: str) -> None:
        from ..screens.help_card import HelpCardScreen

        self.push_screen(HelpCardScreen(name))

    def action_help_with_listening(self) -> None:
        self.show_help_card("listening")

    def action_help_with_questions(self) -> None:
        self.show_help_card("open_questions")

    def action_help_with_feedback(self) -> None:
        self.show_help_card("feedback")

    def action_help_with_groups(self) -> None:
        self.show_help_card("group_work")
