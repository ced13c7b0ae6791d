"""Finding in texts what could tell who they are about."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from ..text import clean_line
from . import patterns
from .folding import Folded, folded
from .names import SHORTEST, Initials, Names, Titled

Sort = Literal["person", "e-mail address", "telephone number", "organisation", "place"]
SORTS: tuple[Sort, ...] = ("person", "e-mail address", "telephone number", "organisation", "place")


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
        low = Folded(text)
        for sort, matcher in matchers:
            for start, end, key in _free(matcher(text, low), taken, sort, text):
                found.setdefault((sort, key), _Found()).add(text[start:end], where, (number, start))
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


_Place = tuple[int, int, str]
"""Where something stands in a text, from and up to, and what is the same for all ways of writing it."""
_Matcher = Callable[[str, Folded], Iterator[_Place]]


def _matchers(known: Known) -> list[tuple[Sort, _Matcher]]:
    """What is looked for first takes its place in the text: what is unmistakable, then what the journal knows."""
    return [
        ("person", Names(known.named)),
        ("e-mail address", partial(_patterned, patterns.EMAIL)),
        ("organisation", Names(known.organisations)),
        ("person", Names(known.people, lone=False)),
        ("person", Initials(known.people)),
        ("person", Titled(known.people)),
        ("person", Names(known.people, parts=True)),
        ("organisation", partial(_patterned, patterns.ORGANISATION)),
        ("place", Names(known.places)),
        ("place", partial(_patterned, patterns.POSTCODE)),
        ("telephone number", partial(_patterned, patterns.PHONE)),
    ]


def _patterned(pattern: re.Pattern[str], text: str, _low: Folded) -> Iterator[_Place]:
    place = 0
    while match := pattern.search(text, place):
        yield (*match.span(), clean_line(match[0]).casefold())
        place = match.start() + 1


def _free(places: Iterable[_Place], taken: list[tuple[int, int]], sort: Sort, text: str) -> Iterator[_Place]:
    """Those that overlap with nothing that was taken before; they are taken now."""
    for start, end, key in places:
        if any(start < stop and begin < end for begin, stop in taken):
            continue
        if _counts(sort, text[start:end]):
            taken.append((start, end))
            yield start, end, key


def _counts(sort: Sort, written: str) -> bool:
    if sort == "person" and written.islower():
        return folded(written) not in patterns.ALSO_WORDS and len(written) > SHORTEST
    return sort != "telephone number" or patterns.is_phone(written)
