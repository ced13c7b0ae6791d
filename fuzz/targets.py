"""What is fuzzed: each function reads bytes that anybody may have sent, and lets out no error that a reader promises.

They need nothing but peerlog, so that `tests/test_fuzz_targets.py` runs every file of the corpus through them.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from peerlog.age import AgeError, HybridIdentity, HybridRecipient, decrypt, encrypt, read_header, recipient_kinds
from peerlog.errors import Damaged, NewerFormat, Refused
from peerlog.exchange.bundle import carried_in, open_bundle
from peerlog.history.change import BadChange, read_change
from peerlog.history.statement import BadStatement, read_statement

SEED = bytes(range(32))
"""Of the identity that updates are locked for."""

_IDENTITY = HybridIdentity(SEED)
_LIMIT = 1 << 20


def age_header(data: bytes) -> None:
    """The header of an age file, binary or armored, and the payload behind it."""
    with suppress(AgeError):
        header = read_header(data)
        kinds = recipient_kinds(header)
        assert kinds
        assert all(stanza.arguments for stanza in header.stanzas)
    with suppress(AgeError):
        decrypt([_IDENTITY], data, limit=_LIMIT)


def change(data: bytes) -> None:
    """The signed text of a change."""
    with suppress(BadChange):
        assert read_change(data).text == data


def statement(data: bytes) -> None:
    """The signed text of a statement about who belongs to a space."""
    with suppress(BadStatement):
        assert read_statement(data).text == data


def bundle(data: bytes) -> None:
    """What is inside an update: `data` is locked as a sender would lock it, and opened and read to its end.

    What a caller checks between the two steps, signature and hash, is left out, so that more is reached.
    """
    file = b"".join(encrypt([_RECIPIENT], [data]))
    with suppress(Refused, Damaged, NewerFormat):
        opened = open_bundle(file, [SEED])
        assert opened is not None
        for carried in carried_in(opened):
            change(carried.text)
        for text, _ in opened.manifest.roster:
            statement(text)


_RECIPIENT: HybridRecipient = _IDENTITY.recipient

TARGETS: dict[str, Callable[[bytes], None]] = {
    "age_header": age_header,
    "change": change,
    "statement": statement,
    "bundle": bundle,
}
