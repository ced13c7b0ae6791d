"""What can be put forward to be agreed, the text that it becomes, and how to tell whether it has changed since."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from ...domain.agreement_text import agreement_text
from ...domain.clause import PREFIX
from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import AGREEMENT, CONTRIBUTION, SUMMARY, THANKS
from ...domain.said_names import listed
from ...domain.terms import Terms
from ...errors import Refused
from ..journal import Journal

if TYPE_CHECKING:
    from ...history.roster import Roster

CLOSING = "closing"
"""What an agreement becomes when its partnership ends: a statement of period, meetings and hours."""

_NOT_IN_THE_TEXT = frozenset({"state", "resume", "closing", "links", "tags", "when", "minutes", "position", "parent"})


@dataclass(frozen=True, slots=True)
class Document:
    """What is put forward: the text as it is signed for (without the last newline of its file), and its title."""

    title: str
    text: str


def still_there(journal: Journal, space: str, id_: str) -> Entry | None:
    """A document as all its members have it, with every name spelt out; None where it has not come."""
    return journal.entries.in_space(space).stored.find(id_)


def kind_of_text(entry: Entry) -> str:
    """What an entry becomes when it is put forward; raises `Refused` for what is not put forward."""
    if entry.kind in (SUMMARY.name, AGREEMENT.name, THANKS.name):
        return entry.kind
    raise Refused("This is nothing to sign together.", "A summary, an agreement, or thanks that may be quoted can be.")


def document_of(journal: Journal, entry: Entry, kind: str, roster: Roster) -> Document:
    """The text that an entry becomes; the same words on the journal of every member. Raises `Refused`."""
    if entry.space == PRIVATE:
        raise Refused("Only you can see this, so nobody else can sign it.", "Share it with somebody first.")
    raw = journal.entries.in_space(entry.space).stored.get(entry.id)
    names = [roster.names[member.id] for member in roster.members if member.here]
    if kind == SUMMARY.name:
        return _summary(journal, raw, names)
    if kind == AGREEMENT.name:
        return _agreement(journal, raw, names)
    if kind == CLOSING:
        return _closing(journal, raw, names)
    return _thanks(raw)


def drawn_from(journal: Journal, entry: Entry, kind: str) -> str:
    """A digest of what the text was made from, 64 hex digits; empty where it is made from what keeps on happening."""
    if kind == CLOSING:
        return ""
    raw = journal.entries.in_space(entry.space).stored.get(entry.id)
    said: list[object] = [
        [name, list(value) if isinstance(value, tuple) else value]
        for name, value in sorted(raw.fields.items())
        if name not in _NOT_IN_THE_TEXT
    ]
    if kind == SUMMARY.name:
        said += [list(each) for each in contributions(journal, entry)]
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def contributions(journal: Journal, summary: Entry) -> list[tuple[str, str]]:
    """Who said what in their own words, in the order of names; every name spelt out."""
    parts = journal.entries.in_space(summary.space).stored.parts(summary.id)
    return sorted((part.line("by"), part.text) for part in parts if part.kind == CONTRIBUTION.name and part.text)


def _summary(journal: Journal, raw: Entry, names: Iterable[str]) -> Document:
    from ...domain.summary import SECTIONS, joined

    title = raw.title or f"Summary {raw.number('number') or 1}"
    sections = {each.name: raw.line(each.name) for each in SECTIONS}
    spoken: dict[str, str] = {}
    for name, words in contributions(journal, raw):
        spoken[name] = f"{spoken[name]}\n\n{words}" if name in spoken else words
    if not any(sections.values()) and not spoken:
        raise Refused("There is nothing in this summary yet.", "Write something into it first.")
    since, until = _day(raw, "since"), _day(raw, "until")
    if since is None or until is None:
        raise Refused("This summary does not say which days it is about.", "Give its first and its last day.")
    return Document(title, joined(title, list(names), since, until, sections, spoken))


def _agreement(journal: Journal, raw: Entry, names: list[str]) -> Document:
    form = journal.forms.form_of(AGREEMENT.name, raw.fields)
    found = dict.fromkeys([*form, *sorted(raw.fields)])
    clauses = [
        (form[name].label if name in form else name.removeprefix(PREFIX).replace("_", " ").capitalize(), raw.line(name))
        for name in found
        if name.startswith(PREFIX)
    ]
    title = raw.title or f"Agreement between {listed(names)}"
    return Document(title, agreement_text(title, names, Terms.of(raw), clauses, raw.text, raw.line("signposts")))


def _closing(journal: Journal, raw: Entry, names: list[str]) -> Document:
    from ...domain.closing_statement import TITLE
    from ..partnership import shared_statement_of

    if raw.kind != AGREEMENT.name:
        raise Refused("A closing statement is about an agreement.", "“peerlog agreement list” shows them.")
    return Document(TITLE, shared_statement_of(journal, journal.entries.get(raw.id), names).rstrip())


def _thanks(raw: Entry) -> Document:
    if raw.fields.get("quotable") is not True:
        raise Refused("These thanks are not for quoting.", "Let them be quoted first: “peerlog thanks quotable ID”.")
    writer, whom = raw.line("source"), listed(list(raw.members("people")))
    to = f" to {whom}" if whom else ""
    title = f"Thanks from {writer}{to}"
    return Document(title, f"# {title}\n\n{raw.text or raw.title}".rstrip())


def _day(entry: Entry, name: str) -> date | None:
    written = entry.line(name)
    return date.fromisoformat(written) if written else None
