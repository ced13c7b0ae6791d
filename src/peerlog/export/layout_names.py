"""How fields are called in files that have names of their own: the date's zone is not the zone on somebody's card."""

from __future__ import annotations

RESERVED = frozenset({"peerlog", "id", "kind", "date", "zone", "created", "deleted", "space", "with", "other"})
"""Names in the front matter and in the table that are not those of fields."""

_PREFIX = "own_"


def outside(name: str) -> str:
    """A field's stored name as a file has it."""
    return _PREFIX + name if name in RESERVED else name


def inside(name: str) -> str:
    """The stored name of a field that a file calls `name`."""
    bare = name.removeprefix(_PREFIX)
    return bare if bare in RESERVED else name
