"""What belongs to activities and is kept beside them: answers, other people's parts, files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import ANSWER, PEER
from ..journal import Journal

if TYPE_CHECKING:
    from ...portfolio.counted import Cosign, Mark, Traits

_SIGNED = frozenset({"signed", "established", "on-paper"})


class Facts:
    """Read once for all activities; the same traits are the same object, which is what makes adding up quick."""

    def __init__(self, journal: Journal) -> None:
        from ...vault.kind_fields import fields_of_kind
        from ..evidence import entries_with_files

        self._journal = journal
        self._answered: dict[str, set[str]] = defaultdict(set)
        for _, fields, has_text in fields_of_kind(journal.private, ANSWER.name):
            if has_text:
                self._answered[fields.get("parent", "")].add(fields.get("field", ""))
        self._peers: dict[str, list[Mapping[str, object]]] = defaultdict(list)
        for _, fields, _ in fields_of_kind(journal.private, PEER.name):
            self._peers[str(fields.get("parent", ""))].append(fields)
        self._with_files = entries_with_files(journal)
        self._agreed: dict[str, set[str]] = {}
        self._known: dict[Traits, Traits] = {}
        self._plain: dict[int, tuple[Mapping[str, object], Traits]] = {}

    def traits(self, activity: Entry) -> Traits:
        """All that decides for what an activity counts."""
        return self.traits_of(activity.id, activity.parent, activity.fields)

    def traits_of(self, id_: str, parent: str, fields: Mapping[str, object]) -> Traits:
        """As `traits`, for an activity with this id, that is a part of `parent`, with these fields.

        Where nothing is kept beside it, the same `fields` are not looked into twice.
        """
        has_files = id_ in self._with_files or parent in self._with_files
        if not (has_files or id_ in self._answered or id_ in self._peers):
            plain = self._plain.get(id(fields))
            if plain is None or plain[0] is not fields:
                plain = self._plain[id(fields)] = (fields, self._same(_made(fields, False, frozenset(), frozenset())))
            return plain[1]
        answered = frozenset(self._answered.get(id_, ()))
        return self._same(_made(fields, has_files, answered, frozenset(self.cosigns(id_))))

    def _same(self, traits: Traits) -> Traits:
        return self._known.setdefault(traits, traits)

    def cosigns(self, id_: str) -> Iterator[Cosign]:
        """Whoever had a part in an activity, or in a record."""
        return (self.cosign_of(fields) for fields in self._peers.get(id_, ()))

    def cosign_of(self, peer: Mapping[str, object]) -> Cosign:
        """Another person's part as the rules see it; signed where something with this meaning is linked to it."""
        from ...portfolio.counted import Cosign

        meaning = str(peer.get("meaning") or "")
        signed = bool(peer.get("on_paper")) or any(self._is_signed(meaning, link) for link in _texts(peer, "links"))
        return Cosign(meaning, frozenset(_texts(peer, "relations")), frozenset(_texts(peer, "registers")), signed)

    def _is_signed(self, meaning: str, link: str) -> bool:
        entry = self._journal.entries.find(link)
        if entry is None:
            return False
        if entry.kind == "countersignature":
            return entry.line("meaning") == meaning and entry.state in _SIGNED
        # All who sign a joint text say that what it tells of took place, and no more.
        return meaning == "took-place" and entry.space != PRIVATE and entry.id in self._agreed_in(entry.space)

    def _agreed_in(self, space: str) -> set[str]:
        """The ids of what joint texts were made from, in one space, that everybody has signed."""
        from ..agreeing.texts_to_agree import texts_to_agree

        if space not in self._agreed:
            texts = texts_to_agree(self._journal, space=space)
            self._agreed[space] = {text.document for text in texts if text.is_agreed}
        return self._agreed[space]


def _made(fields: Mapping[str, object], has_files: bool, answered: frozenset[str], peers: frozenset[Cosign]) -> Traits:
    from ...portfolio.counted import Traits

    return Traits(
        str(fields.get("type") or ""),
        frozenset(_texts(fields, "categories")) or frozenset({"learning"}),
        frozenset(marks_in(_texts(fields, "marks"))),
        fields.get("participatory") is True,
        fields.get("planned") is True,
        has_files,
        answered,
        peers,
    )


def marks_in(written: Iterable[str]) -> Iterator[Mark]:
    """The values of bodies' lists in marks as they are kept, such as `gosc.themes=A`."""
    from ...portfolio.counted import Mark

    pairs = (mark.partition("=") for mark in written)
    return (Mark(name.strip(), value.strip()) for name, _, value in pairs if value.strip())


def points_in(fields: Mapping[str, object]) -> int | None:
    """Hundredths of a point that the body gave; None where none are noted."""
    from ...portfolio.points import parse_points

    said = fields.get("points")
    return parse_points(str(said)) if said else None


def _texts(fields: Mapping[str, object], name: str) -> tuple[str, ...]:
    found = fields.get(name)
    return tuple(found) if isinstance(found, (list, tuple)) else ()
