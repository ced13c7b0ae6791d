"""Another person's part in what counts, or in the whole record: who they are, and for whom they may sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import PEER, RECORD
from ...domain.problem import Problem
from ...errors import Refused
from ..journal import Journal
from .activities import activity_meant
from .facet_fields import relation_named
from .facts import Facts
from .memberships import course_of, memberships, scheme_named
from .records import HANDED_IN, course_of_record

if TYPE_CHECKING:
    from ...domain.scheme.cosign_rule import CosignRule

_WHY = {
    "meaning": "it means something else",
    "unsigned": "nothing is signed yet",
    "may": "they are none of those who may",
    "may_not": "they are one of those who may not",
    "registrant": "they have to be on the body's own register",
}
_UNTOLD = "how you stand to each other is not said yet"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether somebody's part counts for one rule of one body; `refusals` are why not (see `portfolio.matching`).

    `is_untold` is whether nobody has said how they stand to the writer.
    """

    body: str
    rule: CosignRule
    refusals: tuple[str, ...]
    is_untold: bool = False

    @property
    def counts(self) -> bool:
        return not self.refusals

    @property
    def why_not(self) -> str:
        """In words, empty where it counts."""
        return ", and ".join(_UNTOLD if each == "may" and self.is_untold else _WHY[each] for each in self.refusals)


def item_meant(journal: Journal, entry: Entry) -> Entry:
    """What a part or an answer belongs to: a record itself, else the activity; raises `Refused` for what is neither."""
    return entry if entry.kind == RECORD.name else activity_meant(journal, entry)


def add_peer(journal: Journal, entry: Entry, name: str, fields: Mapping[str, object]) -> Entry:
    """Note another person's part in an entry that counts, or in a record; raises `Problem` without a name."""
    if not name.strip():
        raise Problem("Who was it?", "Give a name.")
    item = item_meant(journal, entry)
    _require_open(item)
    about = {"meaning": "took-place", **_cleaned(fields), "title": name, "parent": item.id}
    return journal.entries.add(PEER.name, about, space=PRIVATE)


def change_peer(journal: Journal, peer: Entry, changes: Mapping[str, object]) -> Entry:
    """Change what is noted of somebody; raises `Refused` for what is no person's part."""
    item = journal.entries.find(require_peer(peer).parent)
    if item:
        _require_open(item)
    return journal.entries.change(peer.id, _cleaned(changes))


def peers_of(journal: Journal, entry: Entry) -> list[Entry]:
    """Whoever had a part in an entry that counts, or in a record."""
    return journal.entries.parts(item_meant(journal, entry).id, PEER.name, space=PRIVATE)


def require_peer(entry: Entry) -> Entry:
    """The same entry; raises `Refused` for what is no person's part."""
    if entry.kind != PEER.name:
        raise Refused("This is nobody's part in what counts.", "“peerlog cpd peer list” shows them.")
    return entry


def verdicts(journal: Journal, peer: Entry) -> list[Verdict]:
    """For every body that one keeps to and each of its rules with this meaning, whether this part counts."""
    from ...portfolio.matching import refusals

    item = journal.entries.find(peer.parent)
    if item is None:
        return []
    cosign, found = Facts(journal).cosign_of(peer.fields), []
    whole = item.kind == RECORD.name
    for each in memberships(journal):
        if whole and each.line("scheme") != item.line("scheme"):
            continue
        try:
            course = course_of_record(journal, each, item) if whole else course_of(each, item.when.day)
        except (Problem, Refused):
            continue  # its standing says why
        rules = [rule for rule in course.version.cosigns if rule.whole_record == whole]
        found += [
            Verdict(course.scheme.label, rule, refusals(rule, course.scheme.name, cosign), not cosign.relations)
            for rule in rules
            if rule.meaning == cosign.meaning
        ]
    return found


def _require_open(item: Entry) -> None:
    if item.kind == RECORD.name and item.state == HANDED_IN:
        raise Refused("This record was handed in.", "“peerlog cpd record hand-in --reopen” goes on writing it.")


def _cleaned(fields: Mapping[str, object]) -> dict[str, object]:
    cleaned = dict(fields)
    for name, named in (("relations", relation_named), ("registers", lambda said: scheme_named(said).name)):
        if isinstance(said := fields.get(name), (list, tuple)):
            cleaned[name] = sorted({named(str(each)) for each in said})
    return cleaned
