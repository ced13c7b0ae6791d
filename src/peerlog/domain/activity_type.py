"""Types of activity that a record of learning can name, and what gives one away."""

from __future__ import annotations

from dataclasses import dataclass

from .pack import Table, check_different, check_keys, check_name, heading, label, line, lines, tables, yes
from .problem import Problem
from .scheme.reading import chosen
from .scheme.vocabulary import CATEGORIES


@dataclass(frozen=True, slots=True)
class ActivityType:
    """`name` is its stable id; `cues` are words or beginnings of words (with a final `*`), in lower case.

    `begins_as` names what is usually of this type: a kind of entry, or a kind, a slash and a template or a way of
    working, such as `page/visit`. `participatory` and `planned` are what it usually is; `categories` what it is for.
    One that goes `over_days` can be longer than 24 hours, and its hours do not count towards those of its day.
    """

    name: str
    label: str
    cues: tuple[str, ...]
    begins_as: tuple[str, ...]
    categories: frozenset[str]
    participatory: bool
    planned: bool
    over_days: bool = False


@dataclass(frozen=True, slots=True)
class ActivityTypes:
    """A vocabulary of types, in order."""

    name: str
    label: str
    about: str
    source: str
    types: tuple[ActivityType, ...]


def read_activity_types(name: str, data: Table) -> ActivityTypes:
    """The types in a parsed TOML document; raises `Problem` naming the key and what was expected."""
    head = heading(name, data, "types")
    found = tables(name, data, "types")
    types = tuple(_type(f"{name}: type {number}", each) for number, each in enumerate(found, 1))
    check_different(f"{name}: types: name", [each.name for each in types])
    check_different(f"{name}: types: label", [each.label for each in types])
    return ActivityTypes(name, *head, types)


def _type(where: str, data: Table) -> ActivityType:
    check_keys(
        where, data, ("name", "label", "cues", "begins_as", "categories", "participatory", "planned", "over_days")
    )
    name = line(where, data, "name")
    check_name(f"{where}: name", name)
    cues = lines(where, data, "cues")
    for cue in cues:
        if cue != cue.casefold() or not cue.strip("*"):
            raise Problem(f"{where}: cues: expected words in lower case.")
    categories = frozenset(chosen(where, data, "categories", CATEGORIES)) or frozenset({"learning"})
    return ActivityType(
        name,
        label(where, data),
        cues,
        lines(where, data, "begins_as"),
        categories,
        yes(where, data, "participatory", False),
        yes(where, data, "planned", False),
        yes(where, data, "over_days", False),
    )
