"""What the rules know of an entry that counts; they never see its words."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Mark(NamedTuple):
    """A value of a list: `list` is its full name, such as `gosc.themes`."""

    list: str
    value: str


class Cosign(NamedTuple):
    """Somebody who signs: with which meaning, how they stand to the writer, in which bodies' registers they are.

    `registers` holds names of requirements. `signed` is false for somebody who is only named, which some bodies take.
    `who` tells people apart, empty where nobody is named.
    """

    meaning: str
    relations: frozenset[str] = frozenset()
    registers: frozenset[str] = frozenset()
    signed: bool = True
    who: str = ""


class Traits(NamedTuple):
    """All that decides for what an entry counts. `fields` are full names of fields filled in, such as `swe.peer`.

    A tuple, because many entries share the same and they are added up by it; make one and share it where rows repeat.
    What goes `over_days` is no part of the hours of its day.
    """

    type: str = ""
    categories: frozenset[str] = frozenset({"learning"})
    marks: frozenset[Mark] = frozenset()
    participatory: bool = False
    planned: bool = False
    evidence: bool = False
    fields: frozenset[str] = frozenset()
    cosigns: frozenset[Cosign] = frozenset()
    over_days: bool = False


PLAIN = Traits()


Row = tuple[str, date, int, int | None, Traits, int]
"""A `Counted` without names: what to count from may be a stream of these, which are made in half the time."""


class Counted(NamedTuple):
    """An entry that counts, or `entries` alike on one day already added up.

    `minutes` is how long, `points` hundredths of a point; None where the body gave none, so that they follow from the
    length.
    """

    id: str
    day: date
    minutes: int = 0
    points: int | None = None
    traits: Traits = PLAIN
    entries: int = 1
