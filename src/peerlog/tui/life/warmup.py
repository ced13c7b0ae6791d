"""What opening a journal and showing it need, imported while the passphrase is being typed."""

from __future__ import annotations

from importlib import import_module

_NEEDED = (
    "cryptography.hazmat.primitives.kdf.argon2",
    "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.hazmat.primitives.kdf.hkdf",
    "sqlcipher3.dbapi2",
    "peerlog.journal.safekeeping.upkeep",
    "peerlog.journal.today",
    "peerlog.tui.screens.main",
    "peerlog.tui.widgets.today_pane",
)


def warm_up() -> None:
    """Import them; safe in a thread of its own."""
    for name in _NEEDED:
        import_module(name)
