"""Asking for the passphrase once more, before something that should not happen by a slip."""

from __future__ import annotations

from ..errors import Refused
from .journal import Journal


def require_passphrase(journal: Journal, passphrase: str) -> None:
    """Raise `WrongPassphrase` unless this is the journal's, `Refused` where it has none. It takes its time."""
    from ..crypto.slots import open_with_passphrase

    slot = journal.vault.keys.slot("passphrase")
    if slot is None:
        raise Refused("This journal has no passphrase.", "“peerlog passphrase” sets one.")
    open_with_passphrase(slot, passphrase, journal.vault.id)
