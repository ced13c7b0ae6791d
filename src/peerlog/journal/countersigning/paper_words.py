"""What somebody signed, in words: a signature is kept as a paper that nobody should have to read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...domain.dates import written_out
from ...domain.entry import Entry
from ...domain.field import Fields
from ...domain.kinds import APPROVAL, COUNTERSIGNATURE, SUMMARY
from ...domain.said_names import listed
from ...domain.text import clean_line, clean_text

if TYPE_CHECKING:
    from ..journal import Journal


@dataclass(frozen=True, slots=True)
class PaperWords:
    """A signature or an answer in words.

    `kind` is "signature" or "answer"; `name` goes on from there: `under Summary 3, version 2`, `no to Summary 3`.
    `terms` are (label, words) of what was signed besides the text, `text` exactly that text, or empty.
    """

    kind: str
    name: str
    terms: tuple[tuple[str, str], ...] = ()
    text: str = ""

    @property
    def sentence(self) -> str:
        return f"{self.kind.capitalize()} {self.name}"


_CHECKED = frozenset({"content", "signed", "reason", "request", "scan", "drawn_from"})


def is_paper(kind: str) -> bool:
    """Whether entries of this kind hold what was signed."""
    return kind in (APPROVAL.name, COUNTERSIGNATURE.name)


def paper_words(journal: Journal, fields: Fields) -> PaperWords:
    """The fields of a signature's entry in words; such as is none is called so."""
    from ...consent.paper import read_paper
    from ...consent.statement import BadConsent, ConsentStatement, NewerConsent

    if "meaning" in fields:
        return _from_outside(fields)
    because = _because(fields)
    try:
        says = read_paper(str(fields.get("signed") or "")).says
    except NewerConsent:
        return PaperWords("signature", "made with a later version of peerlog", because)
    except BadConsent:
        return PaperWords("signature", "that cannot be read", because)
    if isinstance(says, ConsentStatement):
        version = f", version {says.revision}" if says.revision > 1 else ""
        return PaperWords(
            "signature",
            f"under {clean_line(says.title)}{version}",
            (
                ("Between", listed([each.name for each in says.members])),
                ("For", says.purpose),
                ("May have it", listed(says.release)),
                ("Answer by", written_out(says.answer_by)),
                *because,
            ),
            _text(fields),
        )
    name = _name_of(journal, str(fields.get("parent") or ""), says.statement.hex())
    return PaperWords("answer", f"no to {name}" if says.says == "decline" else f"that withdraws {name}", because)


def in_plain_fields(journal: Journal, entry: Entry) -> Entry:
    """A signature's entry with a title and a text that say what it is, instead of the fields that a program checks."""
    paper = paper_words(journal, entry.fields)
    kept = {name: value for name, value in entry.fields.items() if name not in _CHECKED}
    said = "\n\n".join([*(f"{label}: {words}" for label, words in paper.terms), *filter(None, [paper.text])])
    return replace(entry, fields={**kept, "title": paper.sentence, **({"text": said} if said else {})})


def _from_outside(fields: Fields) -> PaperWords:
    """What somebody outside signed, or was asked to, as far as it says so itself."""
    kind = COUNTERSIGNATURE.all_fields
    who = clean_line(str(fields.get("signer") or fields.get("to") or ""))
    meaning = kind["meaning"].label_of(fields["meaning"])
    state = kind["state"].label_of(fields.get("state") or "asked")
    name = f"of {who}: {meaning}" if who else f"from outside: {meaning}"
    known = clean_line(str(fields.get("known_by") or ""))
    terms = (("State", state), *((("Whose key it is", known),) if known else ()))
    return PaperWords("signature", name, terms, _text(fields))


def _because(fields: Fields) -> tuple[tuple[str, str], ...]:
    reason = fields.get("reason")
    return (("Because", clean_text(reason)),) if isinstance(reason, str) and reason else ()


def _text(fields: Fields) -> str:
    content = fields.get("content")
    return clean_text(content) if isinstance(content, str) else ""


def _name_of(journal: Journal, document: str, statement: str) -> str:
    """What was answered: by the title that was signed, else by what it was made from."""
    for part in journal.entries.parts(document, APPROVAL.name) if document else ():
        if named := _titled(part, statement):
            return named
    entry = journal.entries.find(document) if document else None
    if entry is None:
        return "something that is not here"
    return clean_line(entry.headline) or ("a summary" if entry.kind == SUMMARY.name else "a text")


def _titled(part: Entry, statement: str) -> str:
    from ...consent.paper import read_paper
    from ...consent.statement import BadConsent, ConsentStatement

    try:
        says = read_paper(part.line("signed")).says
    except BadConsent:
        return ""
    if not isinstance(says, ConsentStatement) or says.id.hex() != statement:
        return ""
    return clean_line(says.title) + (f", version {says.revision}" if says.revision > 1 else "")
