"""What in a record could tell who it is about, looked for before it leaves, and names to put in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ...domain.entry import PRIVATE
from ...domain.identifying import Finding, Known, find, key_of, pseudonyms_for, replaced
from ...domain.kinds import MEETING, PEER
from ...domain.prepared_record import PreparedRecord
from ..circle.circles import circles
from ..journal import Journal
from ..people import known_people

NOT_SURE = "Names that the journal does not know are not found. Read the pages before you hand them in."
_LOOKED_AT = 300
"""The newest meetings whose people and places are looked for."""
_LINK = ("http://", "https://", "zoommtg:", "tel:", "www.")


_UNKNOWN = "[name]"
"""What is proposed for somebody whom the journal does not know."""


@dataclass(frozen=True, slots=True)
class Identifiable:
    """What was found, and what stands in its place if that is wanted, by each way of writing it.

    By the names of findings, `proposed` has a pseudonym for each, and `chosen` what somebody chose instead.
    """

    findings: tuple[Finding, ...]
    names: Mapping[str, str]
    proposed: Mapping[str, str]
    chosen: Mapping[str, str]


def identifiable(journal: Journal, record: PreparedRecord, chosen: Mapping[str, str] | None = None) -> Identifiable:
    """What could tell who the record is about; `chosen` are names of one's own for what was found.

    What is chosen a name for and was not found is looked for, too: it is something that the journal does not know.
    What is chosen for one changes what is proposed for nobody else.
    What is said about whoever signs is left out: a body asks for it, and they have agreed. What they signed is not.
    """
    texts, own = _texts_about_others(record), chosen or {}
    about = known(journal)
    findings = find(texts, about)
    numbered = pseudonyms_for(findings, None, (*texts.values(), *own.values()))
    if besides := tuple(name for name in own if not any(_is_called(name, each) for each in findings)):
        findings = find(texts, replace(about, named=besides))
    proposed = {
        each.name: next((numbered[way] for way in each.written if way in numbered), _UNKNOWN) for each in findings
    }
    said = {each.name: name for each in findings for way, name in own.items() if _is_called(way, each)}
    return Identifiable(findings, pseudonyms_for(findings, {**proposed, **said}), proposed, said)


def not_there(found: Identifiable, chosen: Mapping[str, str]) -> list[str]:
    """Names that something was chosen for, and that stand nowhere in the record."""
    return [name for name in chosen if not any(_is_called(name, each) for each in found.findings)]


def with_pseudonyms(record: PreparedRecord, names: Mapping[str, str]) -> PreparedRecord:
    """The record with every text changed by such `names`; the entries, and what is said of who signs, stay."""
    return record.reworded(lambda text: replaced(text, names))


def known(journal: Journal) -> Known:
    """Whom and what the journal knows by name; the writer's own name is none of them."""
    own = {journal.profile.name.casefold()}
    people = list(known_people(journal))
    organisations: list[str] = []
    places: list[str] = []
    for circle in circles(journal, archived=True):
        people += [member.name for member in circle.members if not member.is_me]
    for meeting in journal.entries.of_kind(MEETING.name, limit=_LOOKED_AT):
        people += meeting.members("people")
        if (place := meeting.line("place")) and not place.casefold().startswith(_LINK):
            places.append(place)
    # Also whoever has not agreed to be named: of them nothing else stands in the record.
    for peer in journal.entries.of_kind(PEER.name, space=PRIVATE):
        people.append(peer.title)
        organisations += filter(None, [peer.line("organisation")])
        places += [part.strip() for part in peer.line("address").split(",") if part.strip()]
    return Known(
        tuple(name for name in dict.fromkeys(people) if name.casefold() not in own),
        tuple(dict.fromkeys(organisations)),
        tuple(dict.fromkeys(places)),
    )


def _is_called(name: str, finding: Finding) -> bool:
    return key_of(name) in map(key_of, finding.written)


def _texts_about_others(record: PreparedRecord) -> dict[str, str]:
    """By the place in which each stands."""
    found = {}
    for part in record.parts:
        for number, item in enumerate(part.items, 1):
            where = part.label if part.is_whole else f"{part.label} {number}"
            if item.title and not part.is_whole:
                found[f"{where}: title"] = item.title
            found |= {f"{where}: {field.label}": field.text for field in item.fields if field.text}
    for person in record.people():
        if person.signed:
            found[f"{person.label}: signed"] = f"{found.get(f'{person.label}: signed', '')}\n{person.signed}".strip()
    return found
