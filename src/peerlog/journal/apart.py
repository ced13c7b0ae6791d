"""An entry stands apart from itself: it never links to itself, and is no part of itself or of one of its parts."""

from __future__ import annotations

from ..domain.field import Value
from ..vault.entries import Entries as Stored


def without_own_link(id_: str, fields: dict[str, Value]) -> dict[str, Value]:
    """The fields of the entry `id_` without a link to itself."""
    links = fields.get("links")
    if not isinstance(links, tuple) or id_ not in links:
        return fields
    others = tuple(link for link in links if link != id_)
    return {name: value for name, value in fields.items() if name != "links"} | ({"links": others} if others else {})


def is_within(stored: Stored, parent: str, id_: str) -> bool:
    """Whether `parent` is the entry `id_` or lies in it, however far down."""
    seen: set[str] = set()
    while parent and parent not in seen:
        if parent == id_:
            return True
        seen.add(parent)
        above = stored.find(parent)
        parent = above.parent if above else ""
    return False
