"""What counts, as the rules see it: no words, only when, how long, as what, and who had a part in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import ACTIVITY, ANSWER, PEER
from ...domain.selection import Selection
from ..journal import Journal

if TYPE_CHECKING:
    from ...portfolio.counted import Cosign, Counted, Mark, Traits

_AT_ONCE = 500


def activities(journal: Journal, since: date | None = None, until: date | None = None) -> Iterator[Entry]:
    """Everything that counts, the newest first."""
    return (each for each in _all(journal, ACTIVITY.name, since, until) if not each.fields.get("counts_not"))


def counted_entries(journal: Journal, since: date, until: date) -> Iterator[Counted]:
    """What counts from `since` to `until`, both included."""
    from ...portfolio.counted import Counted

    facts = Facts(journal)
    for entry in activities(journal, since, until):
        yield Counted(entry.id, entry.when.day, entry.minutes or 0, points_of(entry), facts.traits(entry))


class Facts:
    """What belongs to activities and is kept beside them, read once for all of them."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._answered: dict[str, set[str]] = defaultdict(set)
        for answer in _all(journal, ANSWER.name):
            if answer.text.strip():
                self._answered[answer.parent].add(answer.line("field"))
        self._peers: dict[str, list[Entry]] = defaultdict(list)
        for peer in _all(journal, PEER.name):
            self._peers[peer.parent].append(peer)
        self._with_files = _with_files(journal)
        self._known: dict[tuple[object, ...], Traits] = {}

    def traits(self, activity: Entry) -> Traits:
        """All that decides for what an activity counts."""
        from ...portfolio.counted import Traits

        has_files = bool({activity.id, activity.parent} & self._with_files)
        made = Traits(
            activity.line("type"),
            frozenset(activity.members("categories")) or frozenset({"learning"}),
            marks_of(activity),
            activity.fields.get("participatory") is True,
            activity.fields.get("planned") is True,
            has_files,
            frozenset(self._answered.get(activity.id, ())),
            frozenset(self.cosigns(activity.id)),
        )
        return self._known.setdefault(made, made)

    def cosigns(self, entry_id: str) -> Iterator[Cosign]:
        """Whoever had a part in an activity, or in a record."""
        return (cosign_of(self._journal, peer) for peer in self._peers.get(entry_id, ()))


def marks_of(activity: Entry) -> frozenset[Mark]:
    """The values of bodies' lists that an activity is marked with."""
    from ...portfolio.counted import Mark

    pairs = (mark.partition("=") for mark in activity.members("marks"))
    return frozenset(Mark(name.strip(), value.strip()) for name, _, value in pairs if value.strip())


def points_of(activity: Entry) -> int | None:
    """Hundredths of a point that the body gave; None where none are noted."""
    from ...portfolio.points import parse_points

    said = activity.line("points")
    return parse_points(said) if said else None


def cosign_of(journal: Journal, peer: Entry) -> Cosign:
    """The part of another person as the rules see it; signed where something with this meaning is linked to it."""
    from ...portfolio.counted import Cosign

    signed = bool(peer.fields.get("on_paper")) or any(_is_signed(journal, peer, link) for link in peer.members("links"))
    return Cosign(
        peer.line("meaning"), frozenset(peer.members("relations")), frozenset(peer.members("registers")), signed
    )


def _is_signed(journal: Journal, peer: Entry, link: str) -> bool:
    entry = journal.entries.find(link)
    if entry is None:
        return False
    if entry.kind == "countersignature":
        return entry.line("meaning") == peer.line("meaning") and entry.state in ("signed", "established", "on-paper")
    from ..texts_to_agree import texts_to_agree

    # All who sign a joint text say that what it tells of took place, and no more.
    agreed = (text for text in texts_to_agree(journal, space=entry.space) if text.document == entry.id)
    return peer.line("meaning") == "took-place" and entry.space != PRIVATE and any(text.is_agreed for text in agreed)


def _with_files(journal: Journal) -> set[str]:
    from ..evidence import all_files

    return {file.entry for file in all_files(journal)}


def _all(journal: Journal, kind: str, since: date | None = None, until: date | None = None) -> Iterator[Entry]:
    selection = Selection(kinds=frozenset({kind}), since=since, until=until, space=PRIVATE)
    after = None
    while True:
        page = journal.entries.page(selection, after=after, limit=_AT_ONCE)
        yield from page.entries
        if page.after is None:
            return
        after = page.after
