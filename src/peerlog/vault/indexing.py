"""The search index of a space, kept in step with its entries: at once, or for many entries together.

FTS5 gathers what it is given in memory and writes it out, at a cost, whenever a statement begins that may have to be
taken back by itself: one that selects what it inserts, or fires a trigger, such as any that writes an entry. It does so
too when a row comes that lies before the last one. For thousands of entries that is most of the work, so `writing_many`
puts it off to the end, and does it in the order of the rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from .space import Row, Space

_COLUMNS = "rowid, title, text, more, keys, cjk"


def index(space: Space, pos: int) -> None:
    """Make the entry at this place findable; runs after its row was written."""
    if space.to_index is None:
        _put_in(space, pos)
    else:
        space.to_index.setdefault(pos, None)


def unindex(space: Space, pos: int) -> None:
    """Take the entry at this place out of the index, where it is as its row says; runs before that is changed."""
    if space.to_index is None:
        _take_out(space, _searched(space, pos))
    elif pos not in space.to_index:
        space.to_index[pos] = _searched(space, pos)


@contextmanager
def writing_many(space: Space) -> Iterator[None]:
    """One transaction for many entries: until its end no search finds what is written in it.

    Nested uses join the outer one. Raises RuntimeError inside `write()`, which might be taken back in part.
    """
    if space.to_index is not None:
        yield
        return
    space.require_no_transaction()
    with space.much_in_memory(), space.write():
        space.to_index = {}
        try:
            yield
            for pos, before in sorted(space.to_index.items()):
                _take_out(space, before)
                _put_in(space, pos)
        finally:
            space.to_index = None


def merge_index(space: Space) -> None:
    """Take the words of what was erased out of the index for good; runs inside the caller's transaction.

    They are only marked as deleted until the whole index is merged. FTS5's secure-delete is no way round that: it takes
    the newest of several layers away, and an earlier version's words come back.
    """
    space.run("INSERT INTO search(search) VALUES ('optimize')")


def _searched(space: Space, pos: int) -> Row | None:
    """What the index holds of the entry at this place, or has to; None for nothing."""
    return space.row("SELECT * FROM searched WHERE pos = ?", (pos,))


def _put_in(space: Space, pos: int) -> None:
    if row := _searched(space, pos):
        space.run(f"INSERT INTO search({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", row)


def _take_out(space: Space, row: Row | None) -> None:
    if row:
        space.run(f"INSERT INTO search(search, {_COLUMNS}) VALUES ('delete', ?, ?, ?, ?, ?, ?)", row)
