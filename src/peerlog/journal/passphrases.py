"""Where scripts put the passphrase, and whether a new one will do."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import PeerlogError

_NEW_FILE = "PEERLOG_NEW_PASSPHRASE_FILE"
_NEW_COMMAND = "PEERLOG_NEW_PASSPHRASE_COMMAND"


def passphrase_from_environment(environ: Mapping[str, str]) -> str | None:
    """The passphrase that a file or command named in the environment gives; None when none is named.

    Raises `BadInput` or `Refused`; `crypto.sources` describes the two variables.
    """
    from ..crypto import sources

    return sources.passphrase_from_environment(environ)


def new_passphrase_from_environment(environ: Mapping[str, str]) -> str | None:
    """The passphrase to change to, from `PEERLOG_NEW_PASSPHRASE_FILE` or `PEERLOG_NEW_PASSPHRASE_COMMAND`.

    Raises `BadInput` or `Refused`.
    """
    from ..crypto import sources

    names = {sources.FILE: _NEW_FILE, sources.COMMAND: _NEW_COMMAND}
    renamed = {old: environ[new] for old, new in names.items() if new in environ}
    try:
        return sources.passphrase_from_environment(renamed)
    except PeerlogError as error:
        for old, new in names.items():
            error.message, error.hint = error.message.replace(old, new), error.hint.replace(old, new)
        raise


def check_new_passphrase(passphrase: str) -> None:
    """Raise `Refused`, with the reason, for a passphrase that is too easy to guess or hard to type elsewhere."""
    from ..crypto import passphrases

    passphrases.check_acceptable(passphrase)
