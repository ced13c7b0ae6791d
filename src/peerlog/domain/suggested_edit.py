"""A text as somebody else would have it: what they would change, and the text with some of those changes taken over."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .word_difference import Piece, State, word_difference


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text: `before` as it stands, `after` as it is suggested; the same where nothing changes."""

    before: str
    after: str

    @property
    def is_change(self) -> bool:
        return self.before != self.after


def stretches(text: str, suggestion: str) -> list[Stretch]:
    """Both texts in reading order, what changes and what stays by turns.

    The `before` of all are the text, the `after` of all the suggestion. Words that change side by side are one change.
    """
    found: list[Stretch] = []
    for piece in word_difference(text, suggestion):
        next_one = _stretch(piece)
        if found and _belongs(found[-1], next_one):
            found[-1] = Stretch(found[-1].before + next_one.before, found[-1].after + next_one.after)
        else:
            found.append(next_one)
    return _closed_up(found)


def changes(text: str, suggestion: str) -> list[Stretch]:
    """What the suggestion would change, in reading order."""
    return [each for each in stretches(text, suggestion) if each.is_change]


def taken_over(text: str, suggestion: str, taken: Collection[int]) -> str:
    """The text with those of the `changes` whose places in their order, from 0, are `taken`."""
    said: list[str] = []
    place = 0
    for each in stretches(text, suggestion):
        said.append(each.after if each.is_change and place in taken else each.before)
        place += each.is_change
    return "".join(said)


def _stretch(piece: Piece) -> Stretch:
    return Stretch(
        "" if piece.state is State.NEW else piece.text,
        "" if piece.state is State.GONE else piece.text,
    )


def _belongs(one: Stretch, other: Stretch) -> bool:
    return one.is_change == other.is_change


def _closed_up(found: list[Stretch]) -> list[Stretch]:
    """Changes with nothing but a space between them made one: nobody wants to be asked word for word."""
    closed: list[Stretch] = []
    for each in found:
        if len(closed) > 1 and each.is_change and closed[-1].before == " " and closed[-2].is_change:
            gap, one = closed.pop(), closed.pop()
            each = Stretch(one.before + gap.before + each.before, one.after + gap.after + each.after)
        closed.append(each)
    return closed
