"""A text proposed from two versions: what one of them changed is taken over, what both changed is marked."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

from merge3 import Merge3

from ..domain.word_difference import words

_MOST = 3000
"""Lines or words; comparing more of them takes seconds."""


class Whose(Enum):
    """Where a part of the proposal comes from; `CLASH` is a place that both changed, each in their own way."""

    BOTH = "both"
    MINE = "mine"
    THEIRS = "theirs"
    CLASH = "clash"


class Part(NamedTuple):
    """A stretch of the proposal. Of a clash `text` is mine and `other` is theirs; nothing else is made up."""

    whose: Whose
    text: str
    other: str = ""


_WHOSE = {"unchanged": Whose.BOTH, "same": Whose.BOTH, "a": Whose.MINE, "b": Whose.THEIRS}


def proposal(mine: str, theirs: str, origin: str | None) -> list[Part]:
    """The parts that make up a proposal, in reading order; `origin` is what both were made from, None if unknown.

    Compared line by line, and word by word within lines that both changed. Without an origin, what both have in
    common stands for it.
    """
    before = None if origin is None else origin.splitlines(keepends=True)
    parts: list[Part] = []
    for part, base in _merged(before, mine.splitlines(keepends=True), theirs.splitlines(keepends=True)):
        finer = list(_within(part, base)) if part.whose is Whose.CLASH else []
        parts += finer or [part]
    return [part for part in parts if part.text or part.other]


def _within(clash: Part, base: str | None) -> Iterator[Part]:
    """A clash of lines word by word; nothing where too little is left in common for the words to make sense."""
    of_base = None if base is None else words(base)
    found = [part for part, _ in _merged(of_base, words(clash.text), words(clash.other))]
    agreed = sum(len(part.text) for part in found if part.whose is not Whose.CLASH)
    return iter(found if 2 * agreed >= max(len(clash.text), len(clash.other)) else ())


def _merged(base: list[str] | None, mine: list[str], theirs: list[str]) -> Iterator[tuple[Part, str | None]]:
    """The parts, and for each clash what was there before (None where that is not known)."""
    if max(len(mine), len(theirs), len(base or ())) > _MOST:
        yield Part(Whose.CLASH, "".join(mine), "".join(theirs)), None
        return
    common = _in_common(mine, theirs) if base is None else base
    for group in Merge3(common, mine, theirs).merge_groups():
        if group[0] == "conflict":
            before = None if base is None else "".join(group[1])
            yield Part(Whose.CLASH, "".join(group[2]), "".join(group[3])), before
        else:
            yield Part(_WHOSE[group[0]], "".join(group[1])), None


def _in_common(mine: list[str], theirs: list[str]) -> list[str]:
    blocks = SequenceMatcher(None, mine, theirs).get_matching_blocks()
    return [each for start, _, length in blocks for each in mine[start : start + length]]
