"""Where scripts put the passphrase, and whether a new one will do."""

from __future__ import annotations

from collections.abc import Mapping


def passphrase_from_environment(environ: Mapping[str, str]) -> str | None:
    """The passphrase that a file or command named in the environment gives; None when none is named.

    Raises `BadInput` or `Refused`; `crypto.sources` describes the two variables.
    """
    from ..crypto import sources

    return sources.passphrase_from_environment(environ)


def check_new_passphrase(passphrase: str) -> None:
    """Raise `Refused`, with the reason, for a passphrase that is too easy to guess or hard to type elsewhere."""
    from ..crypto import passphrases

    passphrases.check_acceptable(passphrase)
