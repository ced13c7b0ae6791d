"""What belongs to activities and is kept beside them: answers, other people's parts, files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import ANSWER, COUNTERSIGNATURE, PEER
from ..journal import Journal

if TYPE_CHECKING:
    from ...portfolio.counted import Cosign, Mark, Traits

_STANDS = frozenset({"agreed", "superseded"})
_TELLS = frozenset({"summary", "closing"})  # an agreement or thanks tell of nothing that took place


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
        self._agreed: dict[str, dict[str, tuple[str, ...]]] = {}
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
        signed = bool(peer.get("on_paper")) or any(self.signers(meaning, link) for link in _texts(peer, "links"))
        who = " ".join(str(peer.get("title") or "").casefold().split())
        return Cosign(meaning, frozenset(_texts(peer, "relations")), frozenset(_texts(peer, "registers")), signed, who)

    def signers(self, meaning: str, link: str) -> tuple[str, ...]:
        """Who, besides oneself, has signed what is linked with this meaning; nobody where it is not signed so."""
        entry = self._journal.entries.find(link)
        if entry is None or entry.deleted:
            return ()
        if entry.kind == COUNTERSIGNATURE.name:
            return self._who_countersigned(entry, meaning)
        # All who sign a joint text say that what it tells of took place, and no more.
        if meaning != "took-place" or entry.space == PRIVATE:
            return ()
        return self._agreed_in(entry.space).get(entry.id, ())

    def _who_countersigned(self, entry: Entry, meaning: str) -> tuple[str, ...]:
        """Whoever outside has signed it, by the bytes that they signed; on paper by what was typed."""
        from ..countersigning.countersignatures import ESTABLISHED, ON_PAPER, SIGNED, read_countersigned

        found = read_countersigned(self._journal, entry)
        is_signed = found.meaning.name == meaning and found.state in (SIGNED, ESTABLISHED, ON_PAPER)
        return (found.who or found.to,) if is_signed else ()

    def _agreed_in(self, space: str) -> dict[str, tuple[str, ...]]:
        """What the joint texts were made from that everybody has signed and nobody withdrew, with who they are."""
        from ..agreeing.texts_to_agree import texts_to_agree

        if space not in self._agreed:
            self._agreed[space] = {
                text.document: tuple(each.name for each in text.members if not each.is_me)
                for text in texts_to_agree(self._journal, space=space)
                if text.state in _STANDS and text.kind in _TELLS
            }
        return self._agreed[space]


def _made(fields: Mapping[str, object], has_files: bool, answered: frozenset[str], peers: frozenset[Cosign]) -> Traits:
    from ...portfolio.counted import Traits
    from .facet_fields import activity_type_names

    type_ = str(fields.get("type") or "")
    named = activity_type_names().get(type_)
    return Traits(
        type_,
        frozenset(_texts(fields, "categories")) or frozenset({"learning"}),
        frozenset(marks_in(_texts(fields, "marks"))),
        fields.get("participatory") is True,
        fields.get("planned") is True,
        has_files,
        answered,
        peers,
        named is not None and named.over_days,
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
