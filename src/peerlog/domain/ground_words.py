"""Common ground of two people as lines under headings."""

from __future__ import annotations

from collections.abc import Iterator

from .common_ground import CommonGround, Match
from .kinds import CARD

_LABELS = {field.name: field.label for field in CARD.fields}


def ground_lines(first: str, second: str, ground: CommonGround) -> Iterator[tuple[str, list[str]]]:
    """Shared interests, then what each can give the other."""
    if ground.shared:
        yield "You share", list(ground.shared)
    for giver, taker, met in ((first, second, ground.first_gives), (second, first, ground.second_gives)):
        if met:
            yield f"{giver} can give {taker}", [_said(each) for each in met]


def difference_lines(first: str, second: str, ground: CommonGround) -> Iterator[tuple[str, list[str]]]:
    """Differences, which are worth something."""
    lines = [f"{_LABELS[each.name]}: {each.first} | {each.second}" for each in ground.differences]
    lines += [f"{name} cares about {', '.join(only)}" for name, only in _only(first, second, ground)]
    if lines:
        yield "You differ, and can show each other something new", lines


def _only(first: str, second: str, ground: CommonGround) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((name, only) for name, only in ((first, ground.only_first), (second, ground.only_second)) if only)


def _said(met: Match) -> str:
    if met.offered.casefold() == met.sought.casefold():
        return met.offered
    return f"{met.offered} (sought: {met.sought})"
