"""Running a group's protocol, going on with a session, and the hints about questions, from every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from ...domain.problem import Problem
from ..life.type_ahead import FOLLOWED
from .writing import WritingActions

if TYPE_CHECKING:
    from ...domain.entry import Draft, Entry
    from ...domain.group_session import GroupSession
    from ...domain.protocol import Protocol


class ProtocolActions(WritingActions, inherit_bindings=False):
    def action_run_protocol(self) -> None:
        """Run a protocol in the meeting that is on the screen, or in a new one."""
        page = getattr(self.screen, "pane", None)
        here = (getattr(page, "entry", None), getattr(self.screen, "current_entry", None))
        self.run_protocol(next((entry for entry in here if entry is not None and entry.kind == "meeting"), None))

    def run_protocol(self, meeting: Entry | None = None, *, marked: str = "") -> None:
        """Ask which protocol and who is there, then run it; `meeting` takes what comes of it, else a new one does."""
        from ..screens.protocols import ProtocolsScreen

        def chosen(protocol: Protocol | None) -> None:
            if protocol is not None:
                self._lay_out(protocol, meeting)

        self.push_screen(ProtocolsScreen(marked), chosen)

    def _lay_out(self, protocol: Protocol, meeting: Entry | None) -> None:
        from ..screens.session_setup import SessionSetupScreen

        def laid_out(session: GroupSession | None) -> None:
            if session is None:
                self.run_protocol(meeting, marked=protocol.name)
            else:
                self.run_session(session)

        self.push_screen(SessionSetupScreen(protocol, meeting), laid_out)

    def run_session(self, session: GroupSession, draft: str = "", *, running: bool = True) -> None:
        """Show a session; `draft` is the id of the draft that it comes from."""
        from ..screens.group_session import GroupSessionScreen

        self.push_screen(GroupSessionScreen(session, draft, running=running))

    def go_on(self, draft: Draft) -> None:
        """Go on with a draft: with the session that it holds, its clock stopped, or in the editor."""
        from ...journal.group_sessions import is_session, session_in

        if not is_session(draft):
            super().go_on(draft)
            return
        try:
            session = session_in(draft)
        except Problem as problem:
            self.tell_error(problem)
        else:
            self._go_on_with_session(draft, session)

    @work(group=FOLLOWED, exclusive=True)
    async def _go_on_with_session(self, draft: Draft, session: GroupSession) -> None:
        """Show it; should it be open in another window, each has a draft of its own from here on."""
        taken = await self.ask(lambda journal: journal.entries.take_over_draft(draft))
        if taken is not None:
            self.run_session(session, taken.id, running=False)

    def action_toggle_question_hints(self) -> None:
        from ..widgets.question_hint import QuestionHint

        shown = not self.settings.question_hints
        if self.keep_setting("question_hints", shown):
            for hint in self.screen.query(QuestionHint):
                hint.show_or_hide()
            self.tell("Hints about questions are shown." if shown else "Hints about questions are left out.", seconds=3)
