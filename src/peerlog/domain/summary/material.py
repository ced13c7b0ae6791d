"""What a joint summary is composed from: entries that everybody in it reads, exactly as everybody has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from ..entry import PRIVATE, Entry
from ..kinds import (
    ACTION,
    AGENDA_ITEM,
    AGREEMENT,
    CHECK_IN,
    CIRCLE,
    COMMENT,
    DECISION,
    FEEDBACK,
    GOAL,
    IDEA,
    MEETING,
    MILESTONE,
    MINUTE,
    NOTE,
    PAGE,
    REFLECTION,
    REQUEST,
    RESOURCE,
    TURN,
)
from ..looking_back import was_held
from .days import said_day
from .naming import Naming

PARTS_TOLD = frozenset(
    kind.name for kind in (ACTION, AGENDA_ITEM, CHECK_IN, COMMENT, DECISION, MILESTONE, MINUTE, TURN)
)
"""Kinds that are told of with what they are a part of."""

KINDS_TOLD = PARTS_TOLD | {
    kind.name for kind in (AGREEMENT, CIRCLE, FEEDBACK, GOAL, IDEA, MEETING, NOTE, PAGE, REFLECTION, REQUEST, RESOURCE)
}
"""The only kinds that a summary tells of."""


@dataclass(frozen=True, slots=True)
class Material:
    """`entries` with every name spelt out, in any order; `authors` gives the name of who made each, by its id."""

    members: tuple[str, ...]
    entries: tuple[Entry, ...]
    authors: Mapping[str, str] = field(default_factory=dict)


class Shared:
    """The material of a period, in an order that is the same on every machine.

    What is private, or of a kind that is never told of, is left out whoever handed it in.
    """

    def __init__(self, material: Material, since: date, until: date) -> None:
        self.since, self.until = since, until
        self.naming = Naming(material.members)
        self._authors = material.authors
        self._by_kind: defaultdict[str, list[Entry]] = defaultdict(list)
        self._parts: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in sorted((each for each in material.entries if _may_be_told(each)), key=in_time):
            self._by_kind[entry.kind].append(entry)
            if entry.parent:
                self._parts[entry.parent].append(entry)

    def of(self, kind: str) -> list[Entry]:
        """All of a kind, the earliest first, also from outside the period."""
        return list(self._by_kind[kind])

    def within(self, kind: str) -> list[Entry]:
        """Those of a kind from the period, the earliest first."""
        return [each for each in self._by_kind[kind] if self.covers(each.when.day)]

    def parts(self, entry: Entry, kind: str) -> list[Entry]:
        return [each for each in self._parts[entry.id] if each.kind == kind]

    def covers(self, day: date | None) -> bool:
        return day is not None and self.since <= day <= self.until

    def held(self) -> list[Entry]:
        """The meetings of the period that took place."""
        return [each for each in self.within(MEETING.name) if was_held(each, self.until)]

    def author(self, entry: Entry) -> str:
        return self.naming.of(self._authors.get(entry.id, ""))

    def day(self, day: date) -> str:
        """`2 June`, with the year where it is not that of the period's end."""
        return said_day(day, self.until.year)


def day_of(entry: Entry, name: str) -> date | None:
    """A day that a field names."""
    written = entry.line(name)
    return date.fromisoformat(written) if written else None


def grouped(entries: Iterable[Entry], key: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    """Entries by what `key` says of them, in the order in which each comes up first."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(key(entry), []).append(entry)
    return found


def _may_be_told(entry: Entry) -> bool:
    is_let_off = entry.kind == NOTE.name and bool(entry.fields.get("vent"))
    return entry.kind in KINDS_TOLD and entry.space != PRIVATE and not entry.deleted and not is_let_off


def in_time(entry: Entry) -> tuple[datetime, str, str]:
    """Sorts entries by when they were; of one moment by their words, for ids are drawn by lot."""
    return entry.when.utc, entry.headline, entry.id
