"""Whether there is a journal that can be asked for its passphrase at all."""

from __future__ import annotations

from .home import Home
from .opening import journal_exists, no_journal, require_place


def require_journal(home: Home) -> None:
    """Raise `Refused` where there is none, `Damaged` or `NewerFormat` where no passphrase would open it."""
    from ..vault import keyfile

    require_place(home)
    if not journal_exists(home):
        raise no_journal(home)
    keyfile.read(home.vault)
