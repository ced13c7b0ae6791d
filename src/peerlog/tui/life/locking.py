"""Locking and leaving: what is unsaved is kept first, then nothing of the journal stays behind."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from .door import shut_the_door

if TYPE_CHECKING:
    from ..journal_app import JournalApp


async def keep_unsaved(app: JournalApp) -> bool:
    """Let every screen keep its unsaved text as a draft; False as soon as one could not."""
    for screen in reversed(app.screen_stack):
        before_lock = getattr(screen, "before_lock", None)
        if before_lock and await before_lock() is False:
            return False
    return True


async def lock(app: JournalApp) -> None:
    """Close the journal, drop its keys, take every screen away and ask for the passphrase again."""
    if not app.session.is_open:
        return
    app.was_writing = any(hasattr(screen, "before_lock") for screen in app.screen_stack)
    if not await keep_unsaved(app):
        _tell_unkept(app, "Not locked: what you are writing could not be kept. Save it, then lock again.")
        return
    await app.session.lock()
    await shut_the_door(app)
    gc.collect()


async def leave(app: JournalApp) -> None:
    """Keep what is unsaved, close the journal and exit."""
    if app.session.is_open and not await keep_unsaved(app):
        _tell_unkept(app, "peerlog stays open: what you are writing could not be kept. Save it, then leave.")
        return
    await app.session.lock()
    app.exit()


def _tell_unkept(app: JournalApp, said: str) -> None:
    """Beside the reason, which has been told."""
    app.tell(said, seconds=30, besides=True)
