"""What changed in a text since it was last seen, line by line, for the margin of what is read before signing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from ..word_difference import Piece, State, common_start, word_difference

_MOST = 3000
"""Where more lines than this changed in one place, comparing them helps nobody and takes seconds."""
_ALIKE = 0.4
"""The share of its words that a line keeps and is still the same line."""


class Mark(Enum):
    """What became of a line."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of the later text, or one that it has no more; `pieces` say which of its words came and went."""

    mark: Mark
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The line as it is now; of one that is gone, as it was."""
        left_out = None if self.mark is Mark.GONE else State.GONE
        return "".join(piece.text for piece in self.pieces if piece.state is not left_out)


def reflowed_differences(old: str, new: str) -> list[MarkedLine]:
    """All lines of `new` in their order, those of `old` that are gone between them, each with what became of it."""
    before, after = old.split("\n"), new.split("\n")
    start = common_start(before, after)
    end = common_start(before[start:][::-1], after[start:][::-1])
    gone, came = before[start : len(before) - end], after[start : len(after) - end]
    return [*map(_same, after[:start]), *_between(gone, came), *map(_same, after[len(after) - end :])]


def _between(before: Sequence[str], after: Sequence[str]) -> Iterator[MarkedLine]:
    if max(len(before), len(after)) > _MOST:
        yield from [*map(_gone, before), *map(_new, after)]
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after).get_opcodes():
        yield from map(_same, after[j1:j2]) if tag == "equal" else _replaced(before[i1:i2], after[j1:j2])


def _replaced(before: Sequence[str], after: Sequence[str]) -> Iterator[MarkedLine]:
    """Lines that are still the same ones with other words, and between them what is gone before what is new."""
    i = j = 0
    for one, other in _pairs(before, after):
        yield from [*map(_gone, before[i:one]), *map(_new, after[j:other])]
        yield MarkedLine(Mark.CHANGED, tuple(word_difference(before[one], after[other])))
        i, j = one + 1, other + 1
    yield from [*map(_gone, before[i:]), *map(_new, after[j:])]


def _pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of lines that belong together, in the order of both."""
    if len(before) * len(after) > _MOST:
        return
    start = 0
    words = [Counter(line.split()) for line in before]
    for place, line in enumerate(after):
        here = Counter(line.split())
        found = next((at for at in range(start, len(before)) if _are_alike(words[at], here)), None)
        if found is not None:
            yield found, place
            start = found + 1


def _are_alike(one: Counter[str], other: Counter[str]) -> bool:
    longer = max(one.total(), other.total())
    return longer > 0 and (one & other).total() >= _ALIKE * longer


def _same(line: str) -> MarkedLine:
    return MarkedLine(Mark.SAME, _whole(line, State.SAME))


def _new(line: str) -> MarkedLine:
    return MarkedLine(Mark.NEW, _whole(line, State.NEW))


def _gone(line: str) -> MarkedLine:
    return MarkedLine(Mark.GONE, _whole(line, State.GONE))


def _whole(line: str, state: State) -> tuple[Piece, ...]:
    return (Piece(line, state),) if line else ()
