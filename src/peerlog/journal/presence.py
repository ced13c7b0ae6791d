"""Whether there is a journal that can be asked for its passphrase at all."""

from __future__ import annotations

from ..errors import Refused
from .home import Home
from .opening import journal_exists, require_place


def require_journal(home: Home) -> None:
    """Raise `Refused` where there is none, `Damaged` or `NewerFormat` where no passphrase would open it."""
    from ..vault import keyfile

    require_place(home)
    if not journal_exists(home):
        raise Refused(f"There is no journal in {home.data}.", "“peerlog init” makes one.")
    keyfile.read(home.vault)
