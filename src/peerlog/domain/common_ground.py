"""What people's cards have in common, where one seeks what another offers, and how they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .entry import Entry

SIDES = ("interests", "offers", "seeks")
_DIFFER = ("role", "sector", "stage", "country")
_ALSO_SAID = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"})


@dataclass(frozen=True, slots=True)
class Match:
    """What one offers and the other seeks, each in its owner's words."""

    offered: str
    sought: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which two people differ, with both values."""

    name: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class CommonGround:
    """Two cards side by side: shared interests, what the first can give the second and the other way, differences."""

    shared: tuple[str, ...]
    first_gives: tuple[Match, ...]
    second_gives: tuple[Match, ...]
    differences: tuple[Difference, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.shared or self.first_gives or self.second_gives or self.differences)


@dataclass(frozen=True, slots=True)
class Topic:
    """A row of the grid: by the place of each name in it, which sides of that person's card have it."""

    name: str
    marks: tuple[frozenset[str], ...]

    @property
    def people(self) -> int:
        """How many of them it touches."""
        return sum(bool(each) for each in self.marks)

    @property
    def is_met(self) -> bool:
        """Whether somebody offers what somebody else seeks."""
        offering = {place for place, each in enumerate(self.marks) if "offers" in each}
        seeking = {place for place, each in enumerate(self.marks) if "seeks" in each}
        return any(giver != taker for giver in offering for taker in seeking)


@dataclass(frozen=True, slots=True)
class Grid:
    """Everybody's topics: those that touch most people first, then by name."""

    names: tuple[str, ...]
    topics: tuple[Topic, ...]

    @property
    def shared(self) -> int:
        """Topics that touch two people or more."""
        return sum(topic.people > 1 for topic in self.topics)


def compare(first: Entry, second: Entry) -> CommonGround:
    """Two cards; the order of words and their case do not count, and a wider topic meets a narrower one."""
    mine, theirs = first.members("interests"), second.members("interests")
    shared = tuple(each for each in mine if any(_meets(each, other) for other in theirs))
    return CommonGround(
        shared=shared,
        first_gives=_matches(first, second),
        second_gives=_matches(second, first),
        differences=tuple(
            Difference(name, first.line(name), second.line(name))
            for name in _DIFFER
            if first.line(name) and second.line(name) and first.line(name).casefold() != second.line(name).casefold()
        ),
        only_first=tuple(each for each in mine if each not in shared),
        only_second=tuple(each for each in theirs if not any(_meets(each, other) for other in mine)),
    )


def overlap(cards: Sequence[Entry]) -> Grid:
    """The grid of several cards, in their order."""
    names = tuple(card.title for card in cards)
    said: dict[frozenset[str], str] = {}
    marks: dict[frozenset[str], list[set[str]]] = {}
    for place, card in enumerate(cards):
        for side in SIDES:
            for topic in card.members(side):
                key = _words(topic)
                said.setdefault(key, topic)
                marks.setdefault(key, [set() for _ in cards])[place].add(side)
    topics = [Topic(said[key], tuple(frozenset(each) for each in found)) for key, found in marks.items()]
    return Grid(names, tuple(sorted(topics, key=lambda each: (-each.people, each.name.casefold(), each.name))))


def _matches(giver: Entry, taker: Entry) -> tuple[Match, ...]:
    return tuple(
        Match(offered, sought)
        for offered in giver.members("offers")
        for sought in taker.members("seeks")
        if _meets(offered, sought)
    )


def _words(topic: str) -> frozenset[str]:
    words = frozenset(topic.casefold().split())
    return words - _ALSO_SAID or words


def _meets(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    return first <= second or second <= first


def marks_of(sides: frozenset[str]) -> str:
    """A cell of the grid: `+` offers, `?` seeks, `*` is interested."""
    return "".join(mark for side, mark in (("offers", "+"), ("seeks", "?"), ("interests", "*")) if side in sides) or "·"
