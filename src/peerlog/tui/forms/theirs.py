"""Opening what somebody else has written: it is read, and not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

    from ...domain.entry import Entry
    from ..journal_app import JournalApp


async def read_instead(app: JournalApp, form: Screen[None], entry: Entry) -> bool:
    """Show an entry to be read in place of its `form`, where it is somebody else's alone; whether it did."""
    from ..screens.read import ReadScreen

    if not entry.with_whom or not await app.ask(lambda journal: journal.entries.is_theirs(entry)):
        return False
    if form.is_attached:
        form.dismiss()
    app.push_screen(ReadScreen(entry.id))
    return True
