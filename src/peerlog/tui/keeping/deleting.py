"""Moving an entry to the trash, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..messages import JournalChanged
from ..widgets.entry_line import name_of
from .undo import Undo

if TYPE_CHECKING:
    from ...domain.entry import Entry
    from ..journal_app import JournalApp


async def delete(app: JournalApp, doomed: Entry) -> bool:
    """Move an entry to the trash with its parts; whether that worked. Undo brings them back."""
    if await app.ask(lambda journal: journal.entries.delete(doomed.id)) is None:
        return False

    async def bring_back() -> bool:
        return await app.ask(lambda journal: journal.entries.undelete(doomed.id)) is not None

    app.last_done.remember(Undo(f"“{name_of(doomed)}” is in the trash.", "It is back.", bring_back, doomed.id))
    app.post_message(JournalChanged())
    return True
