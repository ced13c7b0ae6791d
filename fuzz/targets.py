"""What is fuzzed: each function reads bytes that anybody may have sent, and lets out no error that a reader promises.

They need nothing but peerlog, so that `tests/test_fuzz_targets.py` runs every file of the corpus through them.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

from peerlog.age import AgeError, HybridIdentity, decrypt, read_header, recipient_kinds
from peerlog.consent.answer import read_answer
from peerlog.consent.checking import check_files
from peerlog.consent.copy_faults import NoCopy
from peerlog.consent.copy_zip import read_zip
from peerlog.consent.known_signers import BadSigners, read_signers
from peerlog.consent.paper import read_paper, write_paper
from peerlog.consent.statement import BadConsent, NewerConsent
from peerlog.consent.statement import read_statement as read_consent
from peerlog.errors import Damaged, NewerFormat, Refused
from peerlog.exchange.bundle import _read, carried_in
from peerlog.history.change import BadChange, read_change
from peerlog.history.statement import BadStatement, read_statement

SEED = bytes(range(32))
"""Of the identity that one file of the corpus is locked for."""

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
    """What is inside an update, once unlocked, read to its end.

    Locking and unlocking each input would cost a hundred times what reading does, and show nothing more. What a caller
    checks between the two steps, signature and hash, is left out, so that more is reached.
    """
    with suppress(Refused, Damaged, NewerFormat):
        opened = _read(data)
        for carried in carried_in(opened):
            change(carried.text)
        for text, _ in opened.manifest.roster:
            statement(text)


def consent(data: bytes) -> None:
    """The signed text of somebody who agrees to a text, `statement.json` of a signed copy, and that of an answer."""
    with suppress(BadConsent):
        found = read_consent(data)
        assert found.text == data
        assert found.signers.keys() == {key for each in found.members for key in each.keys}
    with suppress(BadConsent):
        assert read_answer(data).text == data


def paper(data: bytes) -> None:
    """A paper as it lies in an entry, its signature with it."""
    with suppress(BadConsent):
        found = read_paper(data.decode("utf-8", "surrogateescape"))
        found.fits()
        assert read_paper(write_paper(found)) == found


def signed_copy(data: bytes) -> None:
    """A zip file that is handed in as a signed copy."""
    with suppress(NoCopy, NewerConsent):
        checked = check_files(*read_zip(BytesIO(data)))
        assert checked.sentences


def signers(data: bytes) -> None:
    """A file that says whose keys are known."""
    with suppress(BadSigners):
        assert read_signers(data).names


TARGETS: dict[str, Callable[[bytes], None]] = {
    "age_header": age_header,
    "change": change,
    "statement": statement,
    "bundle": bundle,
    "consent": consent,
    "paper": paper,
    "signed_copy": signed_copy,
    "signers": signers,
}
