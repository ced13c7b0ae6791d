"""A field and what answers it: on one line where there is room, else the answer beneath, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from .fitted import FittedText

_GAP = 2
_MOST_LINES = 2
_ENOUGH = _MOST_LINES + 1
"""Widths of a text that come to more than those lines, but for characters that take no cell."""


class Answered(FittedText):
    """Fits itself into its width; of a long answer two lines are shown."""

    def __init__(
        self,
        label: Content,
        said: Content | None = None,
        right: Content | None = None,
        problem: Content | None = None,
        *,
        right_in_short: Content | None = None,
        indent: int = 0,
    ) -> None:
        """`right` stands at the right edge of the first line, `problem` beneath all of it; `indent` is in cells.

        `right_in_short` is what `right` comes down to where it would cut the label.
        """
        self._label = label
        self._said = said or Content()
        self._right = right or Content()
        self._right_in_short = right_in_short or self._right
        self._problem = problem or Content()
        self._indent = indent

    def lay_out(self, width: int) -> Content:
        margin = " " * self._indent
        lines = [Content.assemble(margin, line) for line in self._lines(max(8, width - self._indent))]
        return Content("\n").join(lines)

    def _lines(self, width: int) -> list[Content]:
        if not self._label:
            return [*_cut(self._said, width), *_wrapped(self._problem, width)]
        whole = self._label.cell_length + _GAP + self._right.cell_length <= width
        right = self._right if whole else self._right_in_short.truncate(width // 2, ellipsis=True)
        room = width - right.cell_length - (_GAP if right else 0)
        said = self._said
        fits = "\n" not in said.plain and self._label.cell_length + _GAP + said.cell_length <= room
        head = Content.assemble(self._label, " " * _GAP, said) if said and fits else self._label
        lines = [Content.assemble(head.truncate(room, ellipsis=True, pad=True), " " * _GAP if right else "", right)]
        if said and not fits:
            lines += _set_in(_cut(said, width - _GAP))
        return [*lines, *_set_in(_wrapped(self._problem, width - _GAP))]


def _wrapped(said: Content, width: int) -> list[Content]:
    return [each.rstrip() for each in said.wrap(width)] if said else []


def _set_in(lines: Sequence[Content]) -> list[Content]:
    return [Content.assemble(" " * _GAP, each) for each in lines]


def _cut(said: Content, width: int) -> list[Content]:
    """The first lines. What no line has room for is not wrapped: a hundred long texts would take seconds."""
    wrapped = _wrapped(said[: _ENOUGH * width], width)
    if len(wrapped) <= _MOST_LINES and len(said) > _ENOUGH * width:
        wrapped = _wrapped(said, width)
    shown = wrapped[:_MOST_LINES]
    if len(wrapped) > _MOST_LINES:
        last = shown[-1]
        while last.cell_length > width - 2:  # it ends with a word where it can
            last = last[: last.plain.rfind(" ")].rstrip() if " " in last.plain else last.truncate(width - 2)
        shown[-1] = Content.assemble(last, " …")
    return shown
