"""What an entry is made of: named, typed fields, and how each type merges when two people change it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from .moment import Moment, zone_named
from .problem import Problem
from .tag import clean_tag
from .text import brief, check_length, clean_line, clean_text

Value = str | int | bool | tuple[str, ...]
"""A field's value: text; a number; a yes; or a set of strings, sorted and without repetition."""

Fields = Mapping[str, Value]
"""An entry's fields by name. What is empty is absent."""

LONGEST_LINE = 500
MOST_IN_SET = 500


class Merge(Enum):
    """How a field behaves when two people change it apart from each other (DESIGN 5)."""

    TEXT = "text"
    SET = "set"
    COMPOUND = "compound"
    ORDER = "order"


class Shape(Enum):
    """What a field looks like to its writer."""

    LINE = "line"
    PROSE = "prose"
    CHOICE = "choice"
    NUMBER = "number"
    YES = "yes"
    DAY = "day"
    MOMENT = "moment"
    NAMES = "names"
    TAGS = "tags"
    LINK = "link"
    LINKS = "links"
    ZONE = "zone"
    POSITION = "position"

    @property
    def merge(self) -> Merge:
        if self in (Shape.LINE, Shape.PROSE):
            return Merge.TEXT
        if self in (Shape.NAMES, Shape.TAGS, Shape.LINKS):
            return Merge.SET
        return Merge.ORDER if self is Shape.POSITION else Merge.COMPOUND


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several values: what is stored, and the words on the screen."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field's stored name, its label on the screen, its shape and limits.

    `hint` stands in the empty field. `least` and `most` bound a number.
    """

    name: str
    label: str
    shape: Shape
    choices: tuple[Choice, ...] = ()
    hint: str = ""
    least: int = 0
    most: int = 1_000_000

    @property
    def merge(self) -> Merge:
        return self.shape.merge

    def label_of(self, value: Value) -> str:
        """`value` in the words of the screen."""
        for choice in self.choices:
            if choice.value == value:
                return choice.label
        if isinstance(value, tuple):
            return ", ".join(value)
        return "yes" if value is True else str(value)

    def clean(self, raw: object) -> Value | None:
        """`raw` as it is kept, or None when it says nothing; raises `Problem` when it does not fit."""
        if raw is None or raw is False or (isinstance(raw, (str, list, tuple)) and not raw):
            return None
        return _CLEANERS[self.shape](self, raw)


def _text(field: Field, raw: object) -> Value | None:
    if not isinstance(raw, str):
        raise Problem(f"“{field.label}” is a text, not {_kind_of(raw)}.")
    cleaned = clean_text(raw).rstrip()
    check_length(cleaned, field.label.lower())
    return cleaned if cleaned.strip() else None


def _line(field: Field, raw: object) -> Value | None:
    if not isinstance(raw, str):
        raise Problem(f"“{field.label}” is a text, not {_kind_of(raw)}.")
    cleaned = clean_line(raw)
    if len(cleaned) > LONGEST_LINE:
        raise Problem(
            f"“{field.label}” has {len(cleaned)} characters; one line holds up to {LONGEST_LINE}.",
            "Put the rest into the text.",
        )
    return cleaned or None


def _choice(field: Field, raw: object) -> Value | None:
    if not isinstance(raw, str):
        raise Problem(f"“{field.label}” is one of several words, not {_kind_of(raw)}.")
    said = clean_line(raw).casefold()
    for choice in field.choices:
        if said in (choice.value.casefold(), choice.label.casefold()):
            return choice.value
    allowed = ", ".join(choice.value for choice in field.choices)
    raise Problem(f"“{brief(raw)}” is not a choice for “{field.label}”.", f"Choose one of: {allowed}.")


def _number(field: Field, raw: object) -> Value | None:
    if isinstance(raw, bool) or not isinstance(raw, (int, str)):
        raise Problem(f"“{field.label}” is a whole number, not {_kind_of(raw)}.")
    try:
        number = int(raw)
    except ValueError as error:
        raise Problem(f"“{brief(str(raw))}” is not a whole number for “{field.label}”.") from error
    if not field.least <= number <= field.most:
        said = f"{number:,}" if abs(number) < 10**12 else "That number"
        raise Problem(f"{said} is out of range for “{field.label}”: {field.least:,} to {field.most:,}.")
    return number


def _yes(field: Field, raw: object) -> Value | None:
    if raw is not True:
        raise Problem(f"“{field.label}” is yes or left out, not {_kind_of(raw)}.")
    return True


def _day(field: Field, raw: object) -> Value | None:
    written = raw.isoformat() if isinstance(raw, date) else raw
    if not isinstance(written, str):
        raise Problem(f"“{field.label}” is a day, not {_kind_of(raw)}.", "Write it as 2026-11-17.")
    try:
        return date.fromisoformat(written.strip()).isoformat()
    except ValueError as error:
        raise Problem(f"“{brief(written)}” is not a day for “{field.label}”.", "Write it as 2026-11-17.") from error


def _moment(field: Field, raw: object) -> Value | None:
    if isinstance(raw, Moment):
        return str(raw)
    if not isinstance(raw, str):
        raise Problem(f"“{field.label}” is a date and time, not {_kind_of(raw)}.")
    return str(Moment.parse(raw.strip()))


def _members(field: Field, raw: object) -> list[str]:
    if isinstance(raw, str):
        check_length(raw, field.label.lower())
    parts = raw.split(",") if isinstance(raw, str) else raw
    if not isinstance(parts, (list, tuple, set, frozenset)) or not all(isinstance(part, str) for part in parts):
        raise Problem(f"“{field.label}” is a list of words, not {_kind_of(raw)}.")
    if len(parts) > MOST_IN_SET:
        raise Problem(f"“{field.label}” has {len(parts)} items; up to {MOST_IN_SET} fit.")
    return sorted(parts) if isinstance(parts, (set, frozenset)) else list(parts)


def _names(field: Field, raw: object) -> Value | None:
    cleaned = {name for part in _members(field, raw) if (name := clean_line(part))}
    if longest := next((name for name in sorted(cleaned) if len(name) > LONGEST_LINE), ""):
        raise Problem(
            f"“{brief(longest)}” in “{field.label}” has {len(longest)} characters; a name has up to {LONGEST_LINE}."
        )
    return tuple(sorted(cleaned)) or None


def _tags(field: Field, raw: object) -> Value | None:
    if isinstance(raw, str):
        raw = raw.replace(",", " ").split()
    by_key: dict[str, str] = {}
    for part in _members(field, raw):
        tag = clean_tag(part)
        if tag:
            by_key.setdefault(tag.casefold(), tag)
    return tuple(sorted(by_key.values())) or None


def _links(field: Field, raw: object) -> Value | None:
    ids = set(_members(field, raw))
    for link in ids:
        if not re.fullmatch("[0-9a-f]{64}", link):
            raise Problem(f"“{brief(link)}” is not the id of an entry.")
    return tuple(sorted(ids)) or None


def _link(field: Field, raw: object) -> Value | None:
    found = _links(field, [raw])
    return found[0] if isinstance(found, tuple) else None


def _zone(field: Field, raw: object) -> Value | None:
    name = _line(field, raw)
    if isinstance(name, str):
        zone_named(name)
    return name


def _position(field: Field, raw: object) -> Value | None:
    if not isinstance(raw, str) or not re.fullmatch("[0-9A-Za-z]{1,200}", raw):
        raise Problem(f"“{field.label}” is not a position.")
    return raw


def _kind_of(raw: object) -> str:
    return {
        bool: "a yes or no",
        int: "a number",
        float: "a decimal number",
        str: "a text",
        list: "a list",
        tuple: "a list",
        dict: "a table",
    }.get(type(raw), "that")


_CLEANERS = {
    Shape.LINE: _line,
    Shape.PROSE: _text,
    Shape.CHOICE: _choice,
    Shape.NUMBER: _number,
    Shape.YES: _yes,
    Shape.DAY: _day,
    Shape.MOMENT: _moment,
    Shape.NAMES: _names,
    Shape.TAGS: _tags,
    Shape.LINK: _link,
    Shape.LINKS: _links,
    Shape.ZONE: _zone,
    Shape.POSITION: _position,
}


def clean_fields(fields: Mapping[str, object], allowed: Mapping[str, Field]) -> dict[str, Value]:
    """Every field cleaned and what is empty left out; raises `Problem` for an unknown or unfit field."""
    kept: dict[str, Value] = {}
    for name, raw in fields.items():
        field = allowed.get(name)
        if field is None:
            raise Problem(f"There is no field called “{brief(name)}” here.", f"Fields: {', '.join(allowed)}.")
        value = field.clean(raw)
        if value is not None:
            kept[name] = value
    return kept
