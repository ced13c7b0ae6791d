"""How often each tag is used, kept beside the entries so that nothing has to be counted on the screen's time."""

from __future__ import annotations

from collections.abc import Iterable

from .space import Space


def count_tags(space: Space, before: Iterable[str], after: Iterable[str]) -> None:
    """Move the counts from the tags an entry had to those it has. Runs inside the caller's transaction."""
    old = {tag.casefold() for tag in before}
    new = {tag.casefold(): tag for tag in after}
    for folded in old - new.keys():
        space.run("UPDATE tag SET uses = uses - 1 WHERE folded = ?", (folded,))
        space.run("DELETE FROM tag WHERE folded = ? AND uses <= 0", (folded,))
    for folded in sorted(new.keys() - old):
        space.run(
            "INSERT INTO tag(folded, name, uses) VALUES (?, ?, 1) ON CONFLICT(folded) DO UPDATE SET uses = uses + 1",
            (folded, new[folded]),
        )


def all_tags(space: Space) -> list[tuple[str, int]]:
    """Every tag as it was first written with the number of entries that bear it, the most used first."""
    return [(name, uses) for name, uses in space.rows("SELECT name, uses FROM tag ORDER BY uses DESC, folded")]
