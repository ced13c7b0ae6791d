"""Making a journal out of a story that somebody wrote beforehand, with the stamps it would have had if lived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Protocol

from ..domain.field import Value
from ..domain.kinds import AGREEMENT, PAGE, REFLECTION
from ..domain.moment import Moment
from .clock import Clock
from .forms import FieldSet
from .home import Home
from .journal import Journal
from .opening import create_journal

_LATER = timedelta(minutes=7)
"""Between what an entry is dated and when it was written down, and between two of its versions at least."""


class StoryEntry(Protocol):
    """An entry of a story: cleaned fields, the states that were saved before, and keys of entries that it links to.

    `parent` is the key of an entry that comes before, empty for none.
    """

    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def fields(self) -> Mapping[str, Value]: ...
    @property
    def earlier(self) -> tuple[Mapping[str, Value], ...]: ...
    @property
    def links(self) -> tuple[str, ...]: ...
    @property
    def parent(self) -> str: ...
    @property
    def deleted(self) -> bool: ...


class _StoryClock:
    """A clock that shows what the story says."""

    def __init__(self, first: datetime) -> None:
        self.shows = first

    def now(self) -> datetime:
        return self.shows


def make_journal(
    home: Home, passphrase: str, *, name: str, zone: str, story: Iterable[StoryEntry], clock: Clock
) -> int:
    """Make a journal in `home` that holds the story, and return how many entries it has.

    An entry is written down some minutes after what it tells of; what still lies ahead by `clock` was written with
    the last that does not. Its later versions spread over the time that is left. Raises what `create_journal` raises.
    """
    entries = list(story)
    shown = _StoryClock(min(_utc(entry.fields) for entry in entries) - timedelta(days=1))
    with create_journal(home, passphrase, name=name, zone=zone, clock=shown) as journal, journal.writing():
        _Telling(journal, shown, entries, clock.now()).tell()
    return len(entries)


class _Telling:
    def __init__(self, journal: Journal, clock: _StoryClock, entries: list[StoryEntry], now: datetime) -> None:
        self._entries = entries
        self._journal = journal
        self._clock = clock
        self._end = max((_utc(entry.fields) for entry in entries if _utc(entry.fields) <= now), default=now) + _LATER
        self._ids: dict[str, str] = {}

    def tell(self) -> None:
        for entry in self._entries:
            self._write(entry)
        for entry in self._entries:
            later = [self._ids[key] for key in entry.links if self._ids[key] not in self._links(entry)]
            if later:
                self._clock.shows = self._end
                self._journal.entries.change(self._ids[entry.key], {"links": [*self._links(entry), *later]})
        for entry in self._entries:
            if entry.deleted:
                self._clock.shows = self._end
                self._journal.entries.delete(self._ids[entry.key])

    def _write(self, entry: StoryEntry) -> None:
        written = min(_utc(entry.fields), self._end) + _LATER
        states = [*entry.earlier, entry.fields]
        step = max((self._end - written) / len(states), _LATER)
        known: dict[str, object] = {"links": [self._ids[key] for key in entry.links if key in self._ids]}
        if entry.parent:
            known["parent"] = self._ids[entry.parent]
        self._clock.shows = written
        id_ = self._journal.entries.add(entry.kind, {**states[0], **known}).id
        for number, state in enumerate(states[1:], 1):
            self._clock.shows = written + number * step
            self._journal.entries.save(id_, {**state, **known})
        self._ids[entry.key] = id_

    def _links(self, entry: StoryEntry) -> tuple[str, ...]:
        return self._journal.entries.get(self._ids[entry.key]).members("links")


def _utc(fields: Mapping[str, Value]) -> datetime:
    return Moment.parse(str(fields["when"])).utc


def demo_sets() -> Mapping[str, Mapping[str, FieldSet]]:
    """What comes with peerlog for the further fields of each kind, whatever the person in front of it has added."""
    from ..library.clause_sets import clause_sets
    from ..library.loader import page_templates
    from ..library.reflection_models import reflection_models

    return {PAGE.name: page_templates()[0], REFLECTION.name: reflection_models()[0], AGREEMENT.name: clause_sets()[0]}
