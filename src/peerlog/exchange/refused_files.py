"""Files in a folder that were refused, or are for others: not opened again as long as nothing could be otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from .. import __version__
from ..vault.space import Space
from .evidence import all_evidence, keep_evidence

_REFUSED = "refused file"


def keep_refused(space: Space, name: str, why: str, now: str) -> None:
    """Note that a file was refused and why; with an empty `why`, that it is for others."""
    with space.write():
        forget_refused(space, [name])
        keep_evidence(space, _REFUSED, "", "\n".join((name, _circumstances(space), why)), now)


def refused_files(space: Space) -> dict[str, str]:
    """By name why a file was refused, empty for one that is for others; without those to be tried again.

    Who is known here, or what this release reads, may be otherwise by then.
    """
    now = _circumstances(space)
    return {name: why for name, circumstances, why in _kept(space) if circumstances == now}


def forget_refused(space: Space, names: Iterable[str]) -> None:
    """Let these files be tried again."""
    wanted = set(names)
    for name, circumstances, why in _kept(space):
        if name in wanted:
            text = "\n".join((name, circumstances, why))
            space.run("DELETE FROM evidence WHERE what = ? AND text = ?", (_REFUSED, text))


def forget_gone(space: Space, names: Iterable[str]) -> None:
    """Drop the notes on files that do not lie there any more."""
    gone = {name for name, _, _ in _kept(space)} - set(names)
    if gone:
        with space.write():
            forget_refused(space, gone)


def _kept(space: Space) -> list[tuple[str, str, str]]:
    found = [each.text.split("\n", 2) for each in all_evidence(space) if each.what == _REFUSED]
    return [(name, circumstances, why) for name, circumstances, why in found]


def _circumstances(space: Space) -> str:
    statements = space.rows("SELECT count(*) FROM statement")[0][0]
    return f"{__version__} {statements}"
