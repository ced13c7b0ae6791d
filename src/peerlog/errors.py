"""Every failure that is told to the person in front of the terminal.

An error carries one clear sentence (`message`), one thing to do about it (`hint`, may be empty) and, by its
class, the exit status of the process. `str(error)` is the message alone.

    1  Refused, NewerFormat   the request cannot or must not be carried out
    2  BadInput               what was asked for makes no sense
    3  WrongPassphrase        the passphrase, recovery key or keyring secret does not fit
    4  Damaged                stored or received data is broken or was tampered with
    5  Busy                   another process holds the journal
"""

from __future__ import annotations


class PeerlogError(Exception):
    """The base of all errors meant for the person; never raised itself."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message


class Refused(PeerlogError):
    """The request is understood and cannot, or must not, be carried out."""


class NewerFormat(Refused):
    """The data names a format version or type that this release does not know."""


class BadInput(PeerlogError):
    """The request itself is malformed or contradicts itself."""

    exit_code = 2


class WrongPassphrase(PeerlogError):
    """A passphrase, recovery key or keyring secret does not open this journal."""

    exit_code = 3


class Damaged(PeerlogError):
    """Data is broken, incomplete or was tampered with."""

    exit_code = 4


class Busy(PeerlogError):
    """Another process has the journal open."""

    exit_code = 5
