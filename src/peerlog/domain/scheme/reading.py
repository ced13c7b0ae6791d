"""What else a parsed TOML document about requirements may hold: days, amounts, tables, names of a vocabulary."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from math import isfinite

from ..pack import MOST_ITEMS, Table, lines, one_of
from ..problem import Problem
from ..text import brief
from .vocabulary import CONFIDENCE

_MANY = 16
HIGHEST = 100_000
"""The largest amount that a rule may name, in hours, points or entries."""


def day(where: str, table: Table, key: str, default: date | None = None) -> date | None:
    """A date without quotes, such as 2026-11-27; None where there is none."""
    value = table.get(key, default)
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    raise Problem(f"{where}: {key}: expected a day without quotes, such as 2026-11-27.")


def needed_day(where: str, table: Table, key: str) -> date:
    found = day(where, table, key)
    if found is None:
        raise Problem(f"{where}: {key}: expected a day without quotes, such as 2026-11-27.")
    return found


def amount(where: str, table: Table, key: str, unit: str) -> int | None:
    """Hours in minutes, points in hundredths, entries as they are; None where there is none."""
    value = table.get(key)
    if value is None:
        return None
    whole = unit == "entries"
    if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)) or not isfinite(value):
        raise Problem(f"{where}: {key}: expected a {'whole ' if whole else ''}number of {unit}.")
    if not 0 < value <= HIGHEST:
        raise Problem(f"{where}: {key}: expected more than 0 and at most {HIGHEST:,}, found {brief(str(value))}.")
    exact = value * {"hours": 60, "points": 100, "entries": 1}[unit]
    if round(exact) < 1 or abs(exact - round(exact)) > 1e-6:
        raise Problem(f"{where}: {key}: expected whole minutes, or hundredths of a point.")
    return round(exact)


def subtable(where: str, table: Table, key: str) -> Table:
    """The table `[key]`; an absent one is empty."""
    value = table.get(key, {})
    if not isinstance(value, Mapping):
        raise Problem(f"{where}: {key}: expected a table, [{key}].")
    return value


def any_tables(where: str, table: Table, key: str) -> tuple[Table, ...]:
    """A list of tables, `[[key]]`; an absent one is empty."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise Problem(f"{where}: {key}: expected tables, [[{key}]].")
    if len(value) > MOST_ITEMS:
        raise Problem(f"{where}: {key}: expected at most {MOST_ITEMS} tables, found {len(value)}.")
    return tuple(value)


def chosen(where: str, table: Table, key: str, allowed: Collection[str]) -> tuple[str, ...]:
    """Some of `allowed`; an absent list is empty."""
    said = lines(where, table, key)
    for each in said:
        if each not in allowed:
            raise Problem(f"{where}: {key}: “{brief(each)}” is not known.", _instead(each, allowed))
    return said


def _instead(said: str, allowed: Collection[str]) -> str:
    """What may have been meant: all there is, or the nearest of many."""
    from difflib import get_close_matches

    if not allowed:
        return "There is nothing here that it could name."
    if len(allowed) <= _MANY:
        return f"Expected some of {', '.join(sorted(allowed))}."
    near = get_close_matches(said, allowed, 1)
    return f"Is it {near[0]}?" if near else "The documentation of requirements lists what there is."


def known(where: str, table: Table, key: str, allowed: Collection[str]) -> str:
    """One of `allowed`; an absent one is empty."""
    if key in table and not allowed:
        raise Problem(f"{where}: {key}: there is nothing here that it could name.")
    return one_of(where, table, key, list(allowed)) if key in table else ""


def maybe(where: str, table: Table, key: str) -> bool | None:
    """True or false; None where it is left open."""
    value = table.get(key)
    if value is not None and not isinstance(value, bool):
        raise Problem(f"{where}: {key}: expected true or false.")
    return value


def confidence(where: str, table: Table, default: str) -> bool:
    """Whether what this table says was confirmed."""
    return one_of(where, table, "confidence", CONFIDENCE, default) == "confirmed"
