"""How a group's session ends: as a meeting in the journal, or thrown away, which can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..journal.group_sessions import record
from .messages import DraftOpened, EntryOpened, JournalChanged
from .undo import Undo

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..domain.entry import Draft
    from ..domain.group_session import GroupSession
    from .draft_keeper import DraftKeeper
    from .journal_app import JournalApp


async def keep_session(
    app: JournalApp, keeper: DraftKeeper, session: GroupSession, draft: str, close: Callable[[], object]
) -> None:
    """Keep what came of it, close the screen and show the meeting; where that fails, all stays as it was."""
    async with keeper.held():
        meeting = await app.ask(lambda journal: record(journal, session, draft))
        if meeting is not None:
            keeper.end()
    if meeting is None:
        return
    close()
    app.post_message(JournalChanged(written=meeting.id))
    app.post_message(EntryOpened(meeting.id))


async def discard_session(app: JournalApp, keeper: DraftKeeper, draft: Draft, close: Callable[[], object]) -> None:
    """Throw it away and close the screen."""
    keeper.end()

    async def bring_back() -> bool:
        app.post_message(DraftOpened(draft))
        return True

    await app.ask(lambda journal: journal.entries.drop_draft(draft.id))
    app.post_message(JournalChanged())
    close()
    app.last_done.remember(Undo("Thrown away.", "Here it is again.", bring_back))
