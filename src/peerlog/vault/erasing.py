"""Leaving no traces in a space's file of what was erased from its tables."""

from __future__ import annotations

from ..errors import Busy, Refused
from .indexing import merge_index
from .space import Space


def finish_erasing(space: Space) -> None:
    """Remove what is left in the search index and in unused parts of the file, once for all that was erased before.

    Takes memory of the file's size for a moment and, with 100,000 entries, some seconds. Not possible inside a
    transaction. Raises `Refused` when it could not be done; the next time removes the traces too.
    """
    space.require_no_transaction()
    with space.write():
        merge_index(space)
    compact_after_erasing(space)


def compact_after_erasing(space: Space) -> None:
    """Write the file anew, so that nothing of what was erased remains in it."""
    try:
        space.compact()
    except (Refused, Busy) as error:
        raise Refused(
            "It is forgotten, but traces of its words may still lie in unused parts of the journal's file.",
            f"{error.hint} The next “forget” removes them too.",
        ) from error
