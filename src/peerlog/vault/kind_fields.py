"""All entries of one kind in one reading: their ids and fields, without making whole entries of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from .position import first_of_day
from .rows import json_object
from .space import Space
from .tokens import kind_token

_PER_DAY = 1_440_000


class Found(NamedTuple):
    """An entry's id (64 hex digits), its fields as they are stored (sets are lists), and whether it has a text."""

    id: str
    fields: Mapping[str, Any]
    has_text: bool


def fields_of_kind(space: Space, kind: str, since: date | None = None, until: date | None = None) -> Iterator[Found]:
    """Every entry of a kind from `since` to `until`, both included, in the order of their days; none in the trash."""
    first = first_of_day(since) if since else 0
    end = first_of_day(until) + _PER_DAY if until else 1 << 62
    rows = space.rows(
        "SELECT id, fields, text <> '' FROM entry WHERE pos IN"
        " (SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ?) ORDER BY pos",
        (f"keys : {kind_token(kind)}", first, end),
    )
    return (Found(id_.hex(), json_object(fields), bool(has_text)) for id_, fields, has_text in rows)
