"""Finding in texts what could tell who they are about."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ..text import clean_line
from . import patterns

Sort = Literal["person", "e-mail address", "telephone number", "organisation", "place"]
SORTS: tuple[Sort, ...] = ("person", "e-mail address", "telephone number", "organisation", "place")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Known:
    """What the journal knows by name: people, organisations and places, each as it is written there.

    `named` are people and others whom somebody names besides, of whom no single word is looked for.
    """

    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One person, address, number, organisation or place.

    `name` is the longest way in which it is written, `written` all ways that occur, the longest first; `where` are the
    names of the texts in which it stands, and `times` how often in all.
    """

    sort: Sort
    name: str
    written: tuple[str, ...]
    where: tuple[str, ...]
    times: int


def find(texts: Mapping[str, str], known: Known) -> tuple[Finding, ...]:
    """What these texts hold, by their names; by sort, and in the order in which it first occurs."""
    found: dict[tuple[Sort, str], _Found] = {}
    matchers = _matchers(known)
    for number, (where, text) in enumerate(texts.items()):
        taken: list[tuple[int, int]] = []
        for sort, key_of, pattern in matchers:
            for start, written in _free(text, pattern, taken, sort):
                found.setdefault((sort, key_of(written)), _Found()).add(written, where, (number, start))
    ordered = sorted(found.items(), key=lambda each: (SORTS.index(each[0][0]), each[1].first))
    return tuple(each.as_finding(sort) for (sort, _), each in ordered)


class _Found:
    def __init__(self) -> None:
        self.written: dict[str, None] = {}
        self.where: dict[str, None] = {}
        self.times = 0
        self.first = (sys.maxsize, 0)

    def add(self, written: str, where: str, place: tuple[int, int]) -> None:
        self.first = min(self.first, place)
        self.written[written] = None
        self.where[where] = None
        self.times += 1

    def as_finding(self, sort: Sort) -> Finding:
        ways = tuple(sorted(self.written, key=lambda way: (-len(way), way.isupper(), way)))
        return Finding(sort, ways[0], ways, tuple(self.where), self.times)


_Matcher = tuple[Sort, "Key", re.Pattern[str]]


class Key:
    """Tells whether two ways of writing mean the same: `Kim` and `Kim Nguyễn` where only one Kim is known."""

    def __init__(self, owners: Mapping[str, str] | None = None) -> None:
        self._owners = owners or {}

    def __call__(self, written: str) -> str:
        folded = clean_line(written).casefold()
        return self._owners.get(folded, folded)


def _matchers(known: Known) -> list[_Matcher]:
    """What is looked for first takes its place in the text: what is unmistakable, then what the journal knows."""
    people = _owners(known.people, parts=True)
    return [
        *_named("person", _owners(known.named)),
        ("e-mail address", Key(), patterns.EMAIL),
        *_named("organisation", _owners(known.organisations)),
        *_named("person", people, [name for name in people if " " in name]),
        ("person", Key(), patterns.TITLED),
        *_named("person", people),
        ("organisation", Key(), patterns.ORGANISATION),
        *_named("place", _owners(known.places)),
        ("place", Key(), patterns.POSTCODE),
        ("telephone number", Key(), patterns.PHONE),
    ]


def _named(sort: Sort, owners: Mapping[str, str], only: Iterable[str] | None = None) -> Iterator[_Matcher]:
    ways = sorted(owners if only is None else only, key=lambda way: (-len(way), way))
    if ways:
        said = "|".join(re.escape(way).replace(r"\ ", r"\s+") for way in ways)
        yield sort, Key(owners), re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE)


def _free(text: str, pattern: re.Pattern[str], taken: list[tuple[int, int]], sort: Sort) -> Iterator[tuple[int, str]]:
    """Matches that overlap with nothing that was taken before, with their places; they are taken now."""
    place = 0
    while match := pattern.search(text, place):
        start, end = match.span()
        over = max((stop for begin, stop in taken if start < stop and begin < end), default=0)
        place = max(over, start + 1) if over else max(end, start + 1)
        if not over and _counts(sort, match[0]):
            taken.append((start, end))
            yield start, match[0]


def _owners(names: Iterable[str], *, parts: bool = False) -> dict[str, str]:
    """Each way of writing a name, folded, with the whole name that it stands for; with `parts` single words of it too.

    A part that two names share stands for itself.
    """
    whole = {folded: folded for each in names if len(folded := clean_line(each).casefold()) >= _SHORTEST}
    owners = dict(whole)
    if parts:
        shared: dict[str, set[str]] = {}
        for name in whole:
            for part in name.split():
                if len(part) > _SHORTEST or (len(part) == _SHORTEST and part not in patterns.SHORT_WORDS):
                    shared.setdefault(part, set()).add(name)
        owners |= {part: next(iter(of)) if len(of) == 1 else part for part, of in shared.items() if part not in whole}
    return owners


def _counts(sort: Sort, written: str) -> bool:
    if sort == "person" and written.islower():
        return written not in patterns.ALSO_WORDS and len(written) > _SHORTEST
    return sort != "telephone number" or patterns.is_phone(written)
