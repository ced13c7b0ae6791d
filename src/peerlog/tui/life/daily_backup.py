"""The day's backup, made beside the writing and not in its way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from ...errors import PeerlogError
from .session import Locked

if TYPE_CHECKING:
    from ..journal_app import JournalApp


async def back_up(app: JournalApp) -> None:
    """Make the automatic backup when it is due. A failure is told once."""
    from ...journal.safekeeping.upkeep import automatic_backup

    if not app.settings.backups:
        return
    try:
        journal = await app.session.run(lambda journal: journal)
        await asyncio.to_thread(automatic_backup, journal)
    except Locked:
        return
    except PeerlogError as error:
        if app.session.is_open:
            app.tell_error(error)
