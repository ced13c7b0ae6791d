"""All entries of one kind in one reading: their ids and fields, without making whole entries of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from .position import first_of_day
from .rows import json_object
from .space import Space
from .tokens import kind_token, parent_token

_PER_DAY = 1_440_000


class Found(NamedTuple):
    """An entry's id (64 hex digits), its fields as they are stored (sets are lists), and whether it has a text."""

    id: str
    fields: Mapping[str, Any]
    has_text: bool


class Timed(NamedTuple):
    """An entry's id, its day (ISO 8601), how long it took, what it is a part of, and its other fields.

    `rest` is the same object for all entries whose other fields are the same: most of many thousands share a few, and
    reading those once is what makes reading them all quick.
    """

    id: str
    day: str
    minutes: int
    parent: str
    rest: Mapping[str, Any]


def fields_of_kind(space: Space, kind: str) -> Iterator[Found]:
    """Every entry of a kind in the order of their days; none in the trash."""
    rows = space.rows(f"SELECT id, fields, text <> '' {_of_kind()} ORDER BY pos", _bounds(kind))
    return (Found(id_.hex(), json_object(fields), bool(has_text)) for id_, fields, has_text in rows)


def fields_of_parts(space: Space, kind: str, parents: Collection[str]) -> Iterator[Found]:
    """Every entry of a kind that is a part of one of `parents`, ids as hex digits; none in the trash."""
    if not parents:
        return iter(())
    any_of = " OR ".join(parent_token(each) for each in parents)
    rows = space.rows(
        "SELECT id, fields, text <> '' FROM entry WHERE pos IN (SELECT rowid FROM search WHERE search MATCH ?)",
        (f"keys : ({kind_token(kind)} AND ({any_of}))",),
    )
    return (Found(id_.hex(), json_object(fields), bool(has_text)) for id_, fields, has_text in rows)


def timed_of_kind(space: Space, kind: str, since: date | None = None, until: date | None = None) -> Iterator[Timed]:
    """Every entry of a kind from `since` to `until`, both included, in the order of their days; none in the trash."""
    rows = space.rows(
        "SELECT id, substr(fields ->> 'when', 1, 10), coalesce(fields ->> 'minutes', 0),"
        " coalesce(fields ->> 'parent', ''), json_remove(fields, '$.when', '$.minutes', '$.parent')"
        f" {_of_kind()} ORDER BY pos",
        _bounds(kind, since, until),
    )
    known: dict[str, dict[str, Any]] = {}
    for id_, day, minutes, parent, rest in rows:
        yield Timed(id_.hex(), day, minutes, parent, known.get(rest) or known.setdefault(rest, json_object(rest)))


def parents_of_kind(space: Space, kind: str) -> set[str]:
    """The ids of all entries that have a part of this kind."""
    rows = space.rows(f"SELECT DISTINCT fields ->> 'parent' {_of_kind()}", _bounds(kind))
    return {parent for (parent,) in rows if parent}


def _of_kind() -> str:
    return "FROM entry WHERE pos IN (SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ?)"


def _bounds(kind: str, since: date | None = None, until: date | None = None) -> tuple[str, int, int]:
    first = first_of_day(since) if since else 0
    return f"keys : {kind_token(kind)}", first, first_of_day(until) + _PER_DAY if until else 1 << 62
