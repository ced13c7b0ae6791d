"""Answers and acceptances are encrypted, each for the one who is to read it."""

from __future__ import annotations

from peerlog.age import (
    AgeError,
    HybridIdentity,
    HybridRecipient,
    NoMatch,
    TooLarge,
    decrypt,
    encrypt,
)
from peerlog.age.header import VERSION_LINE
from peerlog.age.hybrid import KIND
from peerlog.crypto.recipients import is_usable
from peerlog.exchange.handshake.refusals import ChangedOnTheWay, NotForMe, NotThisFile, TooLong, UnfitKey

_HEADER = 8 * 1024
"""Bytes that encryption for one reader adds at most to what fits into one mebibyte."""


def seal(recipient: bytes, file: bytes) -> bytes:
    """The file encrypted for the hybrid recipient (1,216 bytes)."""
    return b"".join(encrypt([HybridRecipient(recipient)], [file]))


def unseal(identity: bytes, file: bytes, limit: int, what: str) -> bytes:
    """What is inside, at most `limit` bytes, for the identity whose seed (32 bytes) is given.

    Raises TooLong, NotThisFile for what is not encrypted at all, NotForMe, ChangedOnTheWay.
    """
    if len(file) > limit + _HEADER:
        raise TooLong(what)
    if not file.startswith(VERSION_LINE):
        raise NotThisFile(what)
    try:
        return decrypt([HybridIdentity(identity)], file, limit=limit, kinds={KIND}, armored=False)
    except NoMatch as error:
        raise NotForMe(what) from error
    except TooLarge as error:
        raise TooLong(what) from error
    except AgeError as error:
        raise ChangedOnTheWay(what) from error


def require_recipient(recipient: bytes, what: str) -> None:
    """Raise UnfitKey for bytes to which nothing can be encrypted."""
    if not is_usable(recipient):
        raise UnfitKey(what)
