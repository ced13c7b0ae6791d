"""Writing one person's story into their journal, with the stamps it would have had if lived."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..journal.journal import Journal
from .story import DemoEntry
from .story_clock import StoryClock

LATER = timedelta(minutes=7)
"""Between what an entry is dated and when it was written down, and between two of its versions at least."""

_DELETED = -1


@dataclass(frozen=True, slots=True)
class _Step:
    """Something to write: an entry's first state, a later one, or that it goes to the trash."""

    at: datetime
    entry: DemoEntry
    state: int


class Teller:
    """One person who writes, as far as they can know: what belongs to somebody else's words waits for these."""

    def __init__(
        self, journal: Journal, clock: StoryClock, entries: Iterable[DemoEntry], end: datetime, ids: dict[str, str]
    ) -> None:
        """`ids` are those of what is shared by key, the same for all; `end` is the last moment that anybody writes."""
        self._journal = journal
        self._clock = clock
        self._shared = ids
        self._own: dict[str, str] = {}
        self._space_of: dict[str, str] = {}
        self._since = clock.now()
        self._steps = sorted((step for each in entries for step in _steps(each, end)), key=lambda step: step.at)

    def joined(self, group: str, space: str) -> None:
        """From here on what is shared with a group lands in this space."""
        self._space_of[group] = space

    def heard(self) -> None:
        """Updates have come: what needed them is written after this, by the clock."""
        self._since = self._clock.now()

    def tell(self, until: datetime) -> None:
        """Write everything up to a moment that can be written by now."""
        waiting = []
        with self._journal.writing():
            for step in self._steps:
                if step.at > until or not self._do(step):
                    waiting.append(step)
        self._steps = waiting

    @property
    def untold(self) -> list[str]:
        """The keys of what has not been written."""
        return [step.entry.key for step in self._steps]

    def id_of(self, key: str) -> str:
        return self._own.get(key) or self._shared[key]

    def _do(self, step: _Step) -> bool:
        entry = step.entry
        if step.state != 0:
            if entry.key not in self._own:
                return False
            self._clock.shows = max(step.at, self._since) if entry.shared else step.at
            if step.state == _DELETED:
                self._journal.entries.delete(self._own[entry.key])
            else:
                self._journal.entries.save(self._own[entry.key], self._fields(entry, step.state))
            return True
        if entry.shared not in ("", *self._space_of) or not all(map(self._is_known, (*entry.links, entry.parent))):
            return False
        self._clock.shows = max(step.at, self._since) if entry.shared else step.at
        space = self._space_of[entry.shared] if entry.shared else None
        made = self._journal.entries.add(entry.kind, self._fields(entry, 0), space=space)
        self._own[entry.key] = made.id
        if entry.shared:
            self._shared[entry.key] = made.id
        return True

    def _fields(self, entry: DemoEntry, state: int) -> dict[str, object]:
        fields: dict[str, object] = {**[*entry.earlier, entry.fields][state]}
        fields["links"] = [self.id_of(key) for key in entry.links]
        if entry.parent:
            fields["parent"] = self.id_of(entry.parent)
        return fields

    def _is_known(self, key: str) -> bool:
        """Whether an entry is there to be pointed to; others' words are once they have come."""
        if not key or key in self._own:
            return True
        return key in self._shared and self._journal.entries.find(self._shared[key]) is not None


def _steps(entry: DemoEntry, end: datetime) -> list[_Step]:
    written = entry.written or min(entry.when, end) + LATER
    states = len(entry.earlier) + 1
    step = max((end - written) / states, LATER)
    found = [_Step(written, entry, 0)]
    for number, until in enumerate(entry.until, 1):
        found.append(_Step(until or written + number * step, entry, number))
    return [*found, _Step(end + LATER, entry, _DELETED)] if entry.deleted else found
