"""Where a group's session is kept: as a draft while it goes on, in the end as a meeting in the journal, or nowhere."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from ...journal.group_sessions import as_draft, record
from ..forms.draft_keeper import DraftKeeper
from ..keeping.undo import Undo
from ..messages import DraftOpened, EntryOpened, JournalChanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message_pump import MessagePump

    from ...domain.group_session import GroupSession
    from ..journal_app import JournalApp


class SessionKeeper(DraftKeeper):
    """Keeps what `collect` gives; `draft` is the id of the draft that the session comes from, if it comes from one."""

    def __init__(
        self, screen: MessagePump, app: JournalApp, collect: Callable[[], GroupSession], draft: str = ""
    ) -> None:
        self._draft = draft or secrets.token_hex(16)
        super().__init__(screen, app, lambda: as_draft(collect(), self._draft))

    async def record(self, session: GroupSession, close: Callable[[], object]) -> None:
        """Keep what came of it, close the screen and show the meeting; where that fails, all stays as it was."""
        async with self.held():
            meeting = await self.app.ask(lambda journal: record(journal, session, self._draft))
            if meeting is not None:
                self.end()
        if meeting is None:
            return
        close()
        self.app.post_message(JournalChanged(written=meeting.id))
        self.app.post_message(EntryOpened(meeting.id))

    async def discard(self, session: GroupSession, close: Callable[[], object]) -> None:
        """Throw it away and close the screen; it can be taken back."""
        self.end()
        app, draft = self.app, as_draft(session, self._draft)

        async def bring_back() -> bool:
            app.post_message(DraftOpened(draft))
            return True

        await app.ask(lambda journal: journal.entries.drop_draft(draft.id))
        app.post_message(JournalChanged())
        close()
        app.last_done.remember(Undo("Thrown away.", "Here it is again.", bring_back))
