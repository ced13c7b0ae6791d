"""Up to which day entries are to be kept, as their owner said: by entry, among the settings of the private space.

It is this device's own note and leaves with nothing.
"""

from __future__ import annotations

from .space import Space

_BEGINS = "keep-until "
_AFTER = "keep-until!"
"""Sorts behind every name that begins so."""


def kept_until(space: Space, id_: str) -> str:
    """The last day of an entry (`2031-11-17`); empty where nobody has said one."""
    return space.value(_BEGINS + id_, "")


def set_kept_until(space: Space, id_: str, day: str) -> None:
    """Note the last day of an entry; an empty one takes it away."""
    if day:
        space.set_value(_BEGINS + id_, day)
    else:
        drop_kept_until(space, id_)


def drop_kept_until(space: Space, id_: str) -> None:
    """Forget what was said of an entry."""
    with space.write():
        space.run("DELETE FROM setting WHERE name = ?", (_BEGINS + id_,))


def all_kept_until(space: Space, before: str = "~") -> dict[str, str]:
    """By the ids of entries their last day, the earliest first; only those whose last day comes before `before`."""
    rows = space.rows(
        "SELECT name, value FROM setting WHERE name > ? AND name < ? AND value < ? ORDER BY value, name",
        (_BEGINS, _AFTER, before),
    )
    return {name.removeprefix(_BEGINS): day for name, day in rows}
