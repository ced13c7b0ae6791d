"""Running a group's protocol, going on with a session, and the hints about questions, from every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.problem import Problem
from ..journal_app import JournalApp
from ..widgets.question_hint import QuestionHint

if TYPE_CHECKING:
    from ...domain.entry import Draft, Entry
    from ...domain.group_session import GroupSession
    from ...domain.protocol import Protocol


class ProtocolActions(JournalApp, inherit_bindings=False):
    def action_run_protocol(self) -> None:
        """Run a protocol in the meeting that is on the screen, or in a new one."""
        entry = getattr(self.screen, "current_page_entry", None) or getattr(self.screen, "current_entry", None)
        self.run_protocol(entry if entry is not None and entry.kind == "meeting" else None)

    def run_protocol(self, meeting: Entry | None = None) -> None:
        """Ask which protocol and who is there, then run it; `meeting` takes what comes of it, else a new one does."""
        from ..screens.protocols import ProtocolsScreen
        from ..screens.session_setup import SessionSetupScreen

        def laid_out(session: GroupSession | None) -> None:
            if session is None:
                self.run_protocol(meeting)
            else:
                self.run_session(session)

        def chosen(protocol: Protocol | None) -> None:
            if protocol is not None:
                self.push_screen(SessionSetupScreen(protocol, meeting), laid_out)

        self.push_screen(ProtocolsScreen(), chosen)

    def run_session(self, session: GroupSession, draft: str = "", *, running: bool = True) -> None:
        """Show a session; `draft` is the id of the draft that it comes from."""
        from ..screens.group_session import GroupSessionScreen

        self.push_screen(GroupSessionScreen(session, draft, running=running))

    def go_on_with_session(self, draft: Draft) -> bool:
        """Go on with the session that a draft holds, its clock stopped; whether it holds one that can be read."""
        from ...journal.group_sessions import is_session, session_in

        if not is_session(draft):
            return False
        try:
            session = session_in(draft)
        except Problem as problem:
            self.tell_error(problem)
            return False
        self.run_session(session, draft.id, running=False)
        return True

    def action_toggle_question_hints(self) -> None:
        shown = not self.settings.question_hints
        if self.keep_setting("question_hints", shown):
            for hint in self.screen.query(QuestionHint):
                hint.show_or_hide()
            self.tell("Hints about questions are shown." if shown else "Hints about questions are left out.", seconds=3)
