"""The secret that opens the keyring slot, kept by the operating system (the extra `peerlog[keyring]`).

A random 32-byte secret is stored as 64 hex digits under service "peerlog" and, as user name, the vault id.
Only stores that encrypt for the logged-in user are used: the macOS Keychain, the Windows Credential Locker,
Secret Service and KWallet. The `keyring` package would also offer plain files, nothing at all, or whatever a
plug-in brings, and chains of these: each is refused, and of a chain the first store alone is used.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Protocol

from peerlog.errors import Damaged, Refused

SERVICE = "peerlog"

_ALLOWED = {
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.libsecret", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
    ("keyring.backends.kwallet", "DBusKeyringKWallet4"),
}
_CHAINER = ("keyring.backends.chainer", "ChainerBackend")
_SECRET = re.compile(r"[0-9a-f]{64}")


class _Store(Protocol):
    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


def create_secret(vault_id: str) -> bytes:
    """Store a new random 32-byte secret for this journal, in place of any earlier one, and read it back."""
    store = _store()
    secret = secrets.token_bytes(32)
    with _or_refuse("The system keyring did not keep the key of this journal."):
        store.set_password(SERVICE, vault_id, secret.hex())
        kept = store.get_password(SERVICE, vault_id)
    if kept != secret.hex():
        raise Refused("The system keyring did not give back what was stored in it.", "Use the passphrase.")
    return secret


def fetch_secret(vault_id: str) -> bytes | None:
    """The secret stored for this journal, None when there is none; Refused when the keyring stays locked."""
    store = _store()
    with _or_refuse("The system keyring did not open."):
        kept = store.get_password(SERVICE, vault_id)
    if kept is None:
        return None
    if not _SECRET.fullmatch(kept):
        raise Damaged(
            "The system keyring holds something else than a key of this journal.",
            "Open it with the passphrase and turn the keyring on again.",
        )
    return bytes.fromhex(kept)


def delete_secret(vault_id: str) -> None:
    """Remove the secret stored for this journal; nothing happens when there is none."""
    store = _store()
    with _or_refuse("The system keyring did not remove the key of this journal."):
        if store.get_password(SERVICE, vault_id) is not None:
            store.delete_password(SERVICE, vault_id)


@contextmanager
def _or_refuse(sentence: str) -> Iterator[None]:
    # Every store lets through the exceptions of the system interface below it, which have no class in common.
    try:
        yield
    except Exception as error:
        raise Refused(sentence, "Unlock the system keyring and try again, or use the passphrase.") from error


def _store() -> _Store:
    try:
        keyring: Any = import_module("keyring")
    except ImportError:
        raise Refused(
            "The system keyring cannot be used: the package for it is not installed.",
            'Install peerlog as "peerlog[keyring]".',
        ) from None
    with _or_refuse("The system keyring could not be reached."):
        backend = keyring.get_keyring()
        if _class_of(backend) == _CHAINER:
            backend = next(iter(backend.backends), backend)
    if _class_of(backend) not in _ALLOWED:
        raise Refused(
            "This system offers no keyring that keeps secrets safe.",
            "Use the passphrase. Safe: macOS Keychain, Windows Credential Locker, Secret Service, KWallet.",
        )
    store: _Store = backend
    return store


def _class_of(backend: object) -> tuple[str, str]:
    return type(backend).__module__, type(backend).__qualname__
