"""Whether a journal is whole, also one that no longer opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..home import Home
from ..opening import keyring_opener, slot_opener

if TYPE_CHECKING:
    from ...vault.finding import Report
    from ...vault.keyfile import KeyFile

OnProgress = Callable[[int, int], None]
"""Takes the steps that are done and how many there are."""


def check_journal(home: Home, passphrase: str, on_progress: OnProgress | None = None) -> Report:
    """Read everything and say in plain words what is found; nothing is changed. Nobody needs to have it open.

    Raises `WrongPassphrase`, `NewerFormat`, `Refused`, `Busy`, and `Damaged` when not even the key can be had.
    """
    return _checked(home, slot_opener(passphrase, None), on_progress)


def check_with_keyring(home: Home, on_progress: OnProgress | None = None) -> Report | None:
    """The same by this machine's keyring; None when it does not open the journal."""
    opener = keyring_opener(home)
    return _checked(home, opener, on_progress) if opener else None


def _checked(home: Home, opener: Callable[[KeyFile], bytes], on_progress: OnProgress | None) -> Report:
    from ...vault import check
    from ...vault.vault import Vault

    vault = Vault.inspect(home.vault, opener)
    try:
        return check.check(vault, home.state, on_progress)
    finally:
        vault.close()
