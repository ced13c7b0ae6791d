"""Taking in what somebody outside has signed, and establishing whose key it was. Whatever does not fit is refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.dates import written_out
from ...domain.kinds import COUNTERSIGNATURE
from ...domain.text import clean_line
from ...errors import BadInput, Damaged, NewerFormat, Refused
from ..home import expanded
from ..journal import Journal
from .countersignatures import ASKED, Countersigned, all_countersignatures, read_countersigned

if TYPE_CHECKING:
    from ...consent.countersigning.countersignature import Countersignature
    from ...consent.known_signers import KnownSigners

_NOT_OURS = "This answers nothing that you have asked, so it was not taken in."
_ITSELF = ("meaning", "to", "answer_by", "request", "content", "drawn_from", "title", "parent")


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a file came to. `again` says that it was here already, `others` are earlier answers to the same request."""

    countersigned: Countersigned
    again: bool
    others: tuple[Countersigned, ...]


def take_in(journal: Journal, file: bytes) -> TakenIn:
    """Keep the answer to a request of mine. A second one, by another key, is kept beside the first and never merged.

    Raises `Refused` for an answer to something else, to another text or in another sense, and for one that lacks what
    was asked; `Damaged` for a file that was changed, `NewerFormat`.
    """
    answer = _read(file)
    with journal.writing():
        mine = [
            each
            for each in all_countersignatures(journal)
            if each.request is not None and each.request.digest == answer.request
        ]
        if not mine:
            raise Refused(_NOT_OURS, "Nothing was kept. Ask whoever sent it what it is about.")
        request = mine[0].request
        assert request is not None
        if fault := answer.fault_as_answer(request):
            raise Refused(f"This was not taken in, because {fault}.", "Ask them to sign the file that you sent.")
        kept = answer.file.decode().rstrip("\n")
        others = tuple(each for each in mine if each.state != ASKED and each.entry.line("signed") != kept)
        same = next((each for each in mine if each.entry.line("signed") == kept), None)
        if same is not None:
            return TakenIn(same, True, others)
        fields = {"signed": kept, "signer": answer.name, "state": "signed", "known_by": ""}
        waiting = next((each for each in mine if each.state == ASKED), None)
        if waiting is not None:
            entry = journal.entries.change(waiting.id, fields)
        else:
            first = mine[-1].entry
            asked = {name: first.fields[name] for name in _ITSELF if name in first.fields}
            entry = journal.entries.add(COUNTERSIGNATURE.name, {**asked, **fields})
        return TakenIn(read_countersigned(journal, entry), False, others)


def same_words(journal: Journal, one: Countersigned) -> Countersigned:
    """Note that whoever signed has the same eight words: now it is known whose key it is."""
    return _known(journal, one, f"eight words were compared aloud on {written_out(journal.time.today())}")


def known_by_file(journal: Journal, one: Countersigned, signers: Path) -> Countersigned:
    """Note that the key stands in a file of keys that I know; raises `Refused` where it does not."""
    known, path = _signers(signers), expanded(signers)
    signature = one.signature
    if signature is None or not one.has_signature:
        raise Refused("There is no good signature here.", "Take in the file that came back.")
    names = known.names.get(signature.key)
    if names is None:
        raise Refused(f"{path.name} does not have this key.", "Compare the eight words instead.")
    called = ", ".join(each for each in names if each)
    return _known(journal, one, f"the key is in {path.name}{f' as {called}' if called else ''}"[:500])


def different_words(journal: Journal, one: Countersigned) -> None:
    """Take away a signature whose words differ: somebody else made it. What was asked waits for an answer again."""
    with journal.writing(one.id):
        twin = any(
            each.id != one.id and each.request and one.request and each.request.digest == one.request.digest
            for each in all_countersignatures(journal)
        )
        if twin:
            journal.entries.delete(one.id)
        else:
            journal.entries.change(one.id, {"signed": "", "signer": "", "known_by": "", "state": "asked"})


def _known(journal: Journal, one: Countersigned, how: str) -> Countersigned:
    with journal.writing(one.id):
        now = read_countersigned(journal, journal.entries.get(one.id))
        if not now.has_signature or now.signature != one.signature:
            raise Refused("This signature has changed since you looked.", "Look at it once more.")
        entry = journal.entries.change(one.id, {"known_by": clean_line(how), "state": "established"})
        return read_countersigned(journal, entry)


def _read(file: bytes) -> Countersignature:
    from ...consent.countersigning.countersignature import is_countersignature, read_countersignature
    from ...consent.countersigning.request import is_request
    from ...consent.statement import BadConsent, NewerConsent

    if is_request(file):
        raise Refused("This asks for a signature, and has none.", "“peerlog sign FILE” signs it, without a journal.")
    if not is_countersignature(file):
        raise Refused("This is not a signature that came back.", "Name the file that they sent you.")
    try:
        return read_countersignature(file)
    except NewerConsent:
        raise NewerFormat("This was signed with a later version of peerlog.", "Install a newer one.") from None
    except BadConsent as error:
        raise Damaged(f"This was not taken in: {error}.", "Ask for the file once more.") from error


def _signers(path: Path) -> KnownSigners:
    from ...consent.known_signers import LARGEST_FILE, BadSigners, read_signers
    from ...importing.files import read_whole

    try:
        return read_signers(read_whole(expanded(path), LARGEST_FILE))
    except BadSigners as error:
        raise BadInput(
            f"{path} says nothing about keys: {error}.",
            "A line is a name and a key: ann ssh-ed25519 AAAA…, or what stands in a .pub file.",
        ) from error
