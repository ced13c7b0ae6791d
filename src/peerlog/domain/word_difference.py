"""What changed from one text to another, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

# Words with what clings to them; in scripts without spaces each character is a word.
_WORD = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]|\\s+|[^\\s\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+"
)
_MOST = 3000
"""Where more words or lines than this changed in one place, comparing them helps nobody and takes seconds."""


class State(Enum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that both have, or that only the earlier (`GONE`) or the later (`NEW`) has."""

    text: str
    state: State


def word_difference(before: str, after: str) -> list[Piece]:
    """The pieces that lead from `before` to `after`, in reading order, neighbours of one state joined."""
    if before.endswith("\n") or after.endswith("\n"):
        return _in_stretches(_joined(_pieces(before, after)))
    # A paragraph is the same at the end of a text, where no line ends, as before others.
    return _in_stretches(_joined(_without_last_end(_joined(_pieces(before + "\n", after + "\n")))))


def _pieces(before: str, after: str) -> Iterator[Piece]:
    for gone, added in _compared(before.splitlines(keepends=True), after.splitlines(keepends=True)):
        if gone == added:
            yield Piece(gone, State.SAME)
            continue
        for old, new in _compared(words(gone), words(added)):
            if old == new:
                yield Piece(old, State.SAME)
            else:
                yield from (Piece(old, State.GONE), Piece(new, State.NEW))


def _in_stretches(pieces: list[Piece]) -> list[Piece]:
    """Words replaced one after the other as one stretch: in turns, old and new would make no sentence."""
    found: list[Piece] = []
    gone = new = ""
    for at, piece in enumerate(pieces):
        lone = piece.state is State.SAME and bool(gone or new) and _is_a_gap(piece.text) and at + 1 < len(pieces)
        if piece.state is State.SAME and not lone:
            found += [Piece(gone, State.GONE), Piece(new, State.NEW), piece]
            gone = new = ""
        else:
            gone += "" if piece.state is State.NEW else piece.text
            new += "" if piece.state is State.GONE else piece.text
    return _joined([*found, Piece(gone, State.GONE), Piece(new, State.NEW)])


def _is_a_gap(text: str) -> bool:
    return text.isspace() and "\n" not in text


def _without_last_end(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces without the line end that both texts close with."""
    last = {
        side: max(at for at, each in enumerate(pieces) if each.state is not side) for side in (State.NEW, State.GONE)
    }
    for at, piece in enumerate(pieces):
        if at not in last.values():
            yield piece
            continue
        yield Piece(piece.text[:-1], piece.state)
        if piece.state is State.SAME and last[State.NEW] != last[State.GONE]:
            yield Piece("\n", State.GONE if at == last[State.GONE] else State.NEW)


def words(text: str) -> list[str]:
    """The words of a text and what stands between them, which joined are the text again."""
    return _WORD.findall(text)


def _compared(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Stretches of both lists, joined, in order: equal where nothing changed."""
    start = common_start(old, new)
    end = common_start(old[start:][::-1], new[start:][::-1])
    yield "".join(old[:start]), "".join(new[:start])
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    if max(len(old_middle), len(new_middle)) > _MOST:
        yield "".join(old_middle), "".join(new_middle)
    else:
        for _, i1, i2, j1, j2 in SequenceMatcher(None, old_middle, new_middle).get_opcodes():
            yield "".join(old_middle[i1:i2]), "".join(new_middle[j1:j2])
    yield "".join(old[len(old) - end :]), "".join(new[len(new) - end :])


def common_start(old: list[str], new: list[str]) -> int:
    """How many words or lines both begin with."""
    return next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].state is piece.state:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.state)
        elif piece.text:
            joined.append(piece)
    return joined
