"""Taking in what somebody wrote elsewhere: first a look at it, then all of it, and nothing twice."""

from __future__ import annotations

import re
import secrets
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..domain.entry import entry_id
from ..domain.parentage import in_circles
from ..errors import Refused
from ..importing.item import Item, Skipped
from ..vault.entries import Entries as Stored
from ..vault.indexing import writing_many
from ..vault.origins import Origins
from .countersigning.paper_words import is_paper
from .journal import Journal

FORMATS = ("jrnl", "dayone", "markdown", "json")
_ID = re.compile("[0-9a-f]{64}")
AT_ONCE = 500
"""Entries in one transaction: what is interrupted keeps all that was done before."""

PLACES_NAMED = 3
"""How many of the entries that a note concerns are named."""

_SIGNED = "Left out: a signature counts only in a journal that it was made for."

OnProgress = Callable[[int, int], None]
"""Takes what is done and how much there is, 0 while that is not known."""


class Stopped(KeyboardInterrupt):
    """Ctrl-C while entries came in; `saved` of them are in the journal."""

    def __init__(self, saved: int) -> None:
        super().__init__()
        self.saved = saved


@dataclass(frozen=True, slots=True)
class Source:
    """All that a file or folder holds, read and cleaned; `signatures` says where those are that stay behind."""

    items: tuple[Item, ...]
    skipped: tuple[Skipped, ...]
    signatures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """What taking a source in would do, or has done.

    `new` entries by kind, how many are `known` already, what is left out with its reason, and `notes` on what part of
    an entry is left behind, with how many entries each concerns and, in `noted`, where the first of them are. `since`
    and `until` are the days of the new ones.
    """

    new: Counter[str]
    known: int
    skipped: tuple[Skipped, ...]
    notes: Counter[str]
    noted: Mapping[str, tuple[str, ...]]
    since: date | None = None
    until: date | None = None

    @property
    def count(self) -> int:
        return self.new.total()

    @property
    def came_to_nothing(self) -> bool:
        """Whether there was something and none of it could be taken."""
        return not self.count and not self.known and bool(self.skipped)


def read_source(journal: Journal, format_: str, path: Path, on_progress: OnProgress | None = None) -> Source:
    """Read everything at `path` without changing anything.

    Raises what the readers raise: `Refused`, `NewerFormat` or `Damaged` for what is not what it should be.
    """
    items: list[Item] = []
    skipped: list[Skipped] = []
    signatures: list[str] = []
    for number, found in enumerate(_found(journal, format_, path), 1):
        if isinstance(found, Item) and is_paper(found.kind):
            signatures.append(found.where)
        elif isinstance(found, Item):
            items.append(found)
        else:
            skipped.append(found)
        if on_progress:
            on_progress(number, 0)
    return Source(tuple(items), tuple(skipped), tuple(sorted(signatures)))


def look(journal: Journal, source: Source) -> Outlook:
    """What `take_in` would do now."""
    origins = Origins(journal.private)
    new: list[Item] = []
    erased: list[Skipped] = []
    known = 0
    for item in source.items:
        if _was_forgotten(journal, item):
            erased.append(_erased(item))
        elif _entry_here(journal, origins, item):
            known += 1
        else:
            new.append(item)
    return _outlook(new, known, [*source.skipped, *erased], source.signatures)


def take_in(journal: Journal, source: Source, on_progress: OnProgress | None = None) -> Outlook:
    """Save what is new, the oldest first, in transactions of `AT_ONCE` entries; says what was done.

    Whether an entry is there already is looked up inside the transaction that would save it. Raises `Stopped` after
    Ctrl-C.
    """
    # In the order of their places in the journal: so later transactions only add to the end of the tables.
    items = sorted(source.items, key=lambda item: _written(item)[: len("2026-11-21T20:00")])
    arrival = _Arrival(journal, items)
    saved = 0
    try:
        for start in range(0, len(items), AT_ONCE):
            with writing_many(journal.private):
                for item in items[start : start + AT_ONCE]:
                    arrival.take(item)
            saved = len(arrival.new)
            if on_progress:
                on_progress(min(start + AT_ONCE, len(items)), len(items))
    except KeyboardInterrupt:
        # It may have come between the end of a transaction and the next statement here.
        raise Stopped(len(arrival.new) if arrival.is_all_in else saved) from None
    return _outlook(arrival.new, arrival.known, [*source.skipped, *arrival.erased], source.signatures)


class _Arrival:
    """Items on their way in: each gets its id beforehand, so that links may lead forwards, backwards and in circles."""

    def __init__(self, journal: Journal, items: Sequence[Item]) -> None:
        self._journal = journal
        self._time = journal.time
        self._stored = Stored(journal.private)
        self._origins = Origins(journal.private)
        space = journal.private
        self._nonces = {item.origin: secrets.token_bytes(16) for item in items}
        ids = {origin: entry_id(space.id, space.device_key, nonce) for origin, nonce in self._nonces.items()}
        self._new_ids = {item.external_id: ids[item.origin] for item in items if item.external_id}
        self._circular = in_circles(
            {
                item.external_id: str(item.fields["parent"])
                for item in items
                if item.external_id and "parent" in item.fields
            }
        )
        self._travelled = {item.external_id: item for item in items if item.external_id and item.earlier}
        self.new: list[Item] = []
        self.known = 0
        self.erased: list[Skipped] = []

    @property
    def is_all_in(self) -> bool:
        """Whether the journal holds the last that was taken, and with it all the others."""
        return bool(self.new) and self._origins.entry_for(self.new[-1].origin) is not None

    def take(self, item: Item) -> None:
        if _was_forgotten(self._journal, item):
            self.erased.append(_erased(item))
            return
        if _entry_here(self._journal, self._origins, item):
            self.known += 1
            return
        item, now = self._relinked(item), self._time.stamp()
        entry = self._stored.add(item.kind, item.fields, now, created=item.created, nonce=self._nonces[item.origin])
        for origin in (item.origin, *item.earlier):
            self._origins.remember(origin, entry.id)
        if item.deleted:
            self._stored.delete(entry.id, item.deleted, alone=True)
        self.new.append(item)

    def _relinked(self, item: Item) -> Item:
        """The item with links to the entries as they are called here; a link to nothing known is left out."""
        fields = dict(item.fields)
        own = self._new_ids.get(item.external_id or "")
        notes = list(item.notes)
        if item.external_id in self._circular:
            del fields["parent"]
            notes.append("Left out: being a part of itself.")
        complete = True
        for name in ("links", "parent"):
            value = fields.pop(name, ())
            there = value if isinstance(value, tuple) else (str(value),)
            here = {link: self._here(link) for link in there}
            complete = complete and all(here.values())
            known = [each for each in here.values() if each]
            kept = tuple(sorted(each for each in known if each != own))
            if len(kept) < len(known):
                notes.append("Left out: a link to itself.")
            if kept:
                fields[name] = kept if isinstance(value, tuple) else kept[0]
        if not complete:
            notes.append("Left out: links to entries that are not there.")
        return replace(item, fields=fields, notes=tuple(notes))

    def _here(self, link: str) -> str | None:
        known = self._origins.entry_for(f"peerlog:{link}")
        if known or self._journal.entries.find(link):
            return known or link
        travelled = self._travelled.get(link)
        here = _entry_here(self._journal, self._origins, travelled) if travelled else None
        return here or self._new_ids.get(link)


def _found(journal: Journal, format_: str, path: Path) -> Iterator[Item | Skipped]:
    from ..importing import dayone, jrnl, markdown, own_json

    readers = {"jrnl": jrnl.read, "dayone": dayone.read, "markdown": markdown.read, "json": own_json.read}
    if format_ not in readers:
        raise Refused(f"There is no import from {format_}.", f"There is: {', '.join(FORMATS)}.")
    return readers[format_](path, zone=journal.time.zone, now=journal.time.moment(), templates=journal.forms.templates)


def _entry_here(journal: Journal, origins: Origins, item: Item) -> str | None:
    """The id of the entry that the item is here already: it came in before, or was written in this very journal."""
    for origin in (item.origin, *item.earlier):
        if came := origins.entry_for(origin):
            return came
    for own in (item.external_id, *map(_own_id, item.earlier)):
        if own and journal.entries.find(own):
            return own
    return None


def _own_id(origin: str) -> str | None:
    """The id in an origin such as “peerlog:3f9a…”, which is that of the entry in the journal where it was written."""
    sort, _, id_ = origin.partition(":")
    return id_ if sort == "peerlog" and _ID.fullmatch(id_) else None


def _was_forgotten(journal: Journal, item: Item) -> bool:
    """Whether what the item is, or was before it travelled, has been erased here for good."""
    ids = (item.external_id, *map(_own_id, item.earlier))
    everywhere = [Origins(space) for space in journal.spaces.values()]
    return any(origins.was_forgotten(id_) for id_ in ids for origins in everywhere)


def _written(item: Item) -> str:
    """When the item was written, on its writer's clock: `2026-11-21T20:00:00+00:00[Europe/Dublin]`."""
    return str(item.fields["when"])


def _erased(item: Item) -> Skipped:
    return Skipped(item.where, "It was erased from this journal for good.")


def _places(items: Sequence[Item]) -> dict[str, tuple[str, ...]]:
    places: dict[str, list[str]] = {}
    for item in items:
        for note in item.notes:
            places.setdefault(note, []).append(item.where)
    return {note: tuple(sorted(where)[:PLACES_NAMED]) for note, where in places.items()}


def _outlook(new: Sequence[Item], known: int, skipped: Sequence[Skipped], signatures: Sequence[str]) -> Outlook:
    days = [date.fromisoformat(_written(item)[: len("2026-11-21")]) for item in new]
    return Outlook(
        Counter(item.kind for item in new),
        known,
        tuple(skipped),
        Counter([note for item in new for note in item.notes] + [_SIGNED for _ in signatures]),
        {**_places(new), **({_SIGNED: tuple(signatures[:PLACES_NAMED])} if signatures else {})},
        min(days, default=None),
        max(days, default=None),
    )
