"""What people outside have signed about one's own entries, as it stands: judged anew from the bytes each time.

What a list shows never says more than the bytes do: a state that somebody typed makes nothing signed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from ...domain.countersigning import DETAILS, MEANINGS, Meaning
from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import COUNTERSIGNATURE
from ...domain.text import clean_line
from ...errors import Refused
from ..expected_kind import require_kind
from ..journal import Journal
from .item_text import item_digest

if TYPE_CHECKING:
    from ...consent.countersigning.countersignature import Countersignature
    from ...consent.countersigning.request import Request

ASKED, SIGNED, ESTABLISHED, ON_PAPER, BROKEN = "asked", "signed", "established", "on-paper", "broken"


@dataclass(frozen=True, slots=True)
class Countersigned:
    """One of them. `state` is one of the five above; `fault` says why it is broken, as the end of a sentence.

    `to` is whom one asked, `who` who signed as they say, `details` are (label, words) of what they say of themselves,
    `contact` whether they may be asked about it. `is_earlier` says that the entry has changed since the text was made.
    `signature` and `request` are None where there is none.
    """

    entry: Entry
    meaning: Meaning
    state: str
    to: str
    text: str
    answer_by: date | None
    is_earlier: bool
    known_by: str = ""
    fault: str = ""
    who: str = ""
    details: tuple[tuple[str, str], ...] = ()
    contact: bool = False
    signed_at: str = ""
    scan: str = ""
    request: Request | None = field(default=None, repr=False)
    signature: Countersignature | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        return self.entry.id

    @property
    def has_signature(self) -> bool:
        """Whether there is a signature that is good, whoever made it."""
        return self.state in (SIGNED, ESTABLISHED)


def countersignatures_of(journal: Journal, entry_id: str) -> list[Countersigned]:
    """Those about one entry, the oldest first."""
    found = journal.entries.parts(entry_id, COUNTERSIGNATURE.name, space=PRIVATE)
    return [read_countersigned(journal, each) for each in found]


def all_countersignatures(journal: Journal) -> list[Countersigned]:
    """Every one, the newest first."""
    found = journal.entries.of_kind(COUNTERSIGNATURE.name, space=PRIVATE)
    return [read_countersigned(journal, each) for each in found]


def countersignature_named(journal: Journal, prefix: str) -> Countersigned:
    """The one whose id begins so; raises `BadInput` or `Refused`."""
    hint = "“peerlog countersign list” shows them."
    entry = require_kind(journal, journal.entries.resolve(prefix), COUNTERSIGNATURE.name, hint)
    if entry.deleted:
        raise Refused("This is in the trash.", "“peerlog undelete” brings it back.")
    return read_countersigned(journal, entry)


def read_countersigned(journal: Journal, entry: Entry) -> Countersigned:
    """What an entry of this kind comes to."""
    from ...consent.countersigning.countersignature import read_countersignature
    from ...consent.statement import BadConsent

    request = signature = None
    state, fault = (ON_PAPER if entry.line("scan") else ASKED), ""
    try:
        request = request_of(entry)
        if signed := entry.line("signed"):
            signature = read_countersignature(signed.encode("utf-8", "surrogatepass") + b"\n")
            fault = signature.fault_as_answer(request) if request else "it answers nothing that you asked"
            state = ESTABLISHED if entry.line("known_by") else SIGNED
    except BadConsent as error:
        fault = str(error)
    given: Mapping[str, str] = signature.signer if signature else {}
    name = request.meaning if request else entry.line("meaning")
    return Countersigned(
        entry,
        MEANINGS.get(name, MEANINGS["read"]),
        BROKEN if fault or name not in MEANINGS else state,
        clean_line(entry.line("to")),
        entry.line("content"),
        _day(entry.line("answer_by")),
        _is_earlier(journal, entry),
        clean_line(entry.line("known_by")),
        fault or ("" if name in MEANINGS else "it does not say what it means"),
        given.get("name", "") or clean_line(entry.line("signer")),
        tuple((DETAILS[each].called, words) for each, words in given.items()),
        bool(signature and signature.contact),
        signature.at if signature else "",
        entry.line("scan"),
        request,
        signature,
    )


def request_of(entry: Entry) -> Request | None:
    """The request that was made; None where somebody signs by hand. Raises `BadConsent` for one that was changed."""
    from ...consent.countersigning.request import read_request
    from ...consent.statement import content_of

    header = entry.line("request")
    if not header:
        return None
    return read_request(header.encode("utf-8", "surrogatepass") + b"\n" + content_of(entry.line("content")))


def words_of(countersigned: Countersigned) -> tuple[str, ...]:
    """The eight words that whoever signed sees too; raises `Refused` where nothing is signed."""
    from ...consent.countersigning.key_words import key_words

    if countersigned.signature is None or not countersigned.has_signature:
        raise Refused("There is no good signature here to compare words about.", "Take in the file that came back.")
    return key_words(countersigned.signature.text)


def fingerprint_of(countersigned: Countersigned) -> str:
    """What `ssh-keygen` calls the key that signed; empty where there is none."""
    from ...crypto.sshsig import fingerprint

    return fingerprint(countersigned.signature.key) if countersigned.signature else ""


def _is_earlier(journal: Journal, entry: Entry) -> bool:
    about = journal.entries.find(entry.parent)
    digest, _, names = entry.line("drawn_from").partition(" ")
    return bool(digest) and about is not None and item_digest(about, names.split()) != digest


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
