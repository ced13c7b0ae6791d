"""Notes that let off steam erase themselves once their day has come, after the journal has been shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import PeerlogError
from ..messages import JournalChanged
from .session import Locked

if TYPE_CHECKING:
    from ..journal_app import JournalApp


async def let_them_go(app: JournalApp) -> None:
    """Erase those that are due and say so; what is in the way is told, too."""
    from ...journal.venting import erase_due

    try:
        erased = await app.session.run(erase_due)
    except Locked:
        return
    except PeerlogError as error:
        if app.session.is_open:
            app.tell_error(error)
            app.post_message(JournalChanged())  # they may be erased all the same
        return
    if erased.sentence:
        app.last_done.forget()
        app.tell(erased.sentence, seconds=10, besides=True)
        app.post_message(JournalChanged())
