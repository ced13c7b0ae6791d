"""What a parsed TOML document holds under a key, or a `Problem` that names the key and what was expected there.

`where` says which document, and which part of it, is being read; every message begins with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .problem import Problem
from .text import brief, clean_line, clean_text

Table = Mapping[str, object]

MOST_ITEMS = 500
"""The longest list that a document may hold."""
LONGEST_LABEL = 80
"""The longest label, in characters; what fits beside other things is half of that."""
LONGEST_LINE = 300
"""The longest line, in characters."""
LONGEST_TEXT = 8_000
"""The longest text of several lines, in characters."""

_NAME = re.compile("[a-z][a-z0-9_]{0,39}")


def check_name(where: str, name: str) -> None:
    """Refuse a name that could not be stored: it is also the name of a file or a part of a field's name."""
    if not _NAME.fullmatch(name):
        raise Problem(f"{where}: expected a name of up to 40 lower-case letters, digits and _, a letter first.")


def check_keys(where: str, table: Table, expected: Sequence[str]) -> None:
    unknown = set(table) - set(expected)
    if unknown:
        first, last = ", ".join(expected[:-1]), expected[-1]
        raise Problem(f"{where}: unknown key “{brief(min(unknown))}”.", f"Expected {first} and {last}.")


def heading(name: str, table: Table, *keys: str) -> tuple[str, str, str]:
    """Label, about and source of the document called `name`, which may hold `keys` besides."""
    check_name(brief(name), name)
    check_keys(name, table, ("label", "about", "source", *keys))
    return label(name, table), line(name, table, "about"), line(name, table, "source", "")


def line(where: str, table: Table, key: str, default: str | None = None) -> str:
    """One line of text. Without a default it has to be there and say something."""
    value = table.get(key, default)
    said = clean_line(value) if isinstance(value, str) and len(value) <= LONGEST_TEXT else None
    if said is None or len(said) > LONGEST_LINE or (default is None and not said):
        raise Problem(f"{where}: {key}: expected a line of text, up to {LONGEST_LINE} characters.")
    return said


def label(where: str, table: Table) -> str:
    """The short line under “label”: what lists and headings show."""
    said = line(where, table, "label")
    if len(said) > LONGEST_LABEL:
        raise Problem(f"{where}: label: expected up to {LONGEST_LABEL} characters, found {len(said)}.")
    return said


def text(where: str, table: Table, key: str, default: str | None = None) -> str:
    """A text of several lines. Without a default it has to be there and say something."""
    value = table.get(key, default)
    said = clean_text(value).strip() if isinstance(value, str) and len(value) <= LONGEST_TEXT else None
    if said is None or (default is None and not said):
        raise Problem(f"{where}: {key}: expected a text, up to {LONGEST_TEXT:,} characters.")
    return said


def flowing(where: str, table: Table, key: str) -> str:
    """A text whose lines run on: only an empty line begins a new paragraph."""
    paragraphs = text(where, table, key).split("\n\n")
    return "\n\n".join(said for paragraph in paragraphs if (said := clean_line(paragraph)))


def lines(where: str, table: Table, key: str) -> tuple[str, ...]:
    """A list of lines, all different; an absent one is empty."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Problem(f"{where}: {key}: expected a list of texts.")
    if len(value) > MOST_ITEMS:
        raise Problem(f"{where}: {key}: expected at most {MOST_ITEMS} items, found {len(value)}.")
    said = tuple(line(f"{where}: {key}", {str(number): item}, str(number)) for number, item in enumerate(value, 1))
    check_different(f"{where}: {key}", said)
    return said


def tables(where: str, table: Table, key: str) -> tuple[Table, ...]:
    """A list of tables, `[[key]]`, with at least one."""
    value = table.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(item, Mapping) for item in value):
        raise Problem(f"{where}: {key}: expected at least one table, [[{key}]].")
    if len(value) > MOST_ITEMS:
        raise Problem(f"{where}: {key}: expected at most {MOST_ITEMS} tables, found {len(value)}.")
    return tuple(value)


def whole_number(where: str, table: Table, key: str, least: int, most: int, default: int | None = None) -> int:
    value = table.get(key, default)
    if type(value) is not int or not least <= value <= most:
        raise Problem(f"{where}: {key}: expected a whole number from {least} to {most}.")
    return value


def number_pair(where: str, table: Table, key: str, least: int, most: int) -> tuple[int, int]:
    """Two whole numbers in order, `[from, to]`."""
    value = table.get(key)
    if isinstance(value, list) and len(value) == 2 and all(type(each) is int for each in value):
        first, last = value
        if least <= first <= last <= most:
            return first, last
    raise Problem(f"{where}: {key}: expected two whole numbers in order, from {least} to {most}, such as [2, 5].")


def yes(where: str, table: Table, key: str, default: bool) -> bool:
    value = table.get(key, default)
    if not isinstance(value, bool):
        raise Problem(f"{where}: {key}: expected true or false.")
    return value


def one_of(where: str, table: Table, key: str, allowed: Sequence[str], default: str | None = None) -> str:
    value = table.get(key, default)
    if not isinstance(value, str) or value not in allowed:
        found = f", found “{brief(value)}”" if isinstance(value, str) else ""
        raise Problem(f"{where}: {key}: expected one of {', '.join(allowed)}{found}.")
    return value


def check_different(where: str, said: Sequence[str]) -> None:
    """Refuse what occurs twice, whatever its case."""
    seen: set[str] = set()
    for each in said:
        if each.casefold() in seen:
            raise Problem(f"{where}: expected all to be different, found “{brief(each)}” twice.")
        seen.add(each.casefold())


def check_names(where: str, one: str, names: Sequence[str]) -> None:
    """Refuse a second table of the same name; the tables are called `one` 1, `one` 2 and so on."""
    for number, name in enumerate(names, 1):
        if name in names[: number - 1]:
            raise Problem(f"{where}: {one} {number}: name: “{brief(name)}” is the name of one before it.")
