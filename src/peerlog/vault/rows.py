"""Between an entry of the domain and the columns of its row."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..domain.entry import Entry
from ..domain.field import Value
from ..domain.kinds import STRUCTURE
from ..errors import Damaged
from .folding import folded_words
from .space import Row, Space
from .tokens import cjk_tokens, key_tokens

COLUMNS = "id, kind, title, text, fields, created, saved, version, deleted"
"""What `entry_from` needs, in its order."""

_OWN_COLUMNS = ("title", "text")
_NOT_SEARCHED = STRUCTURE | {"when", "links", "places"}
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def entry_in(space: Space, row: Row) -> Entry:
    """The entry of a row of an open space, selected with `COLUMNS`."""
    return entry_from(row, space.name, space.label)


def entry_from(row: Row, space: str, with_whom: str = "") -> Entry:
    """The entry of a row selected with `COLUMNS`, in the space of that name and label."""
    id_, kind, title, text, fields, created, saved, version, deleted = row
    if "\0" in f"{kind}{title}{text}{created}{saved}":
        raise _damaged()
    values = load_fields(fields)
    if title:
        values["title"] = title
    if text:
        values["text"] = text
    return Entry(bytes(id_).hex(), kind, values, created, saved, version, space, deleted, with_whom)


def columns_from(entry: Entry) -> dict[str, Any]:
    """The columns that follow from an entry's kind and fields."""
    rest = {name: value for name, value in entry.fields.items() if name not in _OWN_COLUMNS}
    more = searched_words(entry)
    return {
        "kind": entry.kind,
        "title": entry.title,
        "text": entry.text,
        "fields": dump_fields(rest),
        "more": "\n".join(filter(None, (more, folded_words(entry.title, entry.text, more)))),
        "keys": key_tokens(entry),
        "cjk": cjk_tokens(entry.title, entry.text, more),
    }


def searched_words(entry: Entry) -> str:
    """The texts of the fields that have no column of their own: the column `more` without its folded words."""
    words: list[str] = []
    for name, value in sorted(entry.fields.items()):
        if name in _OWN_COLUMNS or name in _NOT_SEARCHED or isinstance(value, (bool, int)):
            continue
        words += [value] if isinstance(value, str) else list(value)
    return "\n".join(words)


def dump_fields(fields: Mapping[str, object]) -> str:
    """Fields as JSON text: one object, names sorted, no white space, sets as lists."""
    return _JSON.encode(fields)


def load_fields(text: str) -> dict[str, Value]:
    """The fields in a JSON text written by `dump_fields`."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in json_object(text).items()}


def json_object(text: str) -> dict[str, Any]:
    """The object in a stored JSON text.

    Raises `Damaged` for anything else: SQLCipher reads a page that was overwritten with zeros as an empty one without
    a word, and what was on it as NUL characters.
    """
    try:
        found = json.loads(text)
    except ValueError as error:
        raise _damaged() from error
    if not isinstance(found, dict):
        raise _damaged()
    return found


def _damaged() -> Damaged:
    return Damaged(
        "A part of your journal's file has been overwritten.",
        "Nothing was changed. “peerlog check” says more; “peerlog restore” brings back a backup.",
    )
