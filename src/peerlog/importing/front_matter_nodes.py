"""What front matter is made of, whichever way it is read."""

from __future__ import annotations

Node = str | list["Node"] | dict[str, "Node"] | None

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that stand for no value."""


class Plain(str):
    """A scalar written without quotes, which YAML lets stand for a number or a yes as well."""

    __slots__ = ()
