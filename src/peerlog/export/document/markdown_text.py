"""Markdown (CommonMark, and tables) as the blocks of a document.

HTML in it stays what it is, text; of a picture stays what it is said to show. A text that is built to be hard to take
apart is taken line by line as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ...domain.text import clean_text
from .markdown_tree import blocks_of
from .model import Blocks, Break, Paragraph, Run, Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_NESTING = 100
_MOST_EFFORT = 2_000_000
_BRACKETS = re.compile(r"[\[\]]")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


def from_markdown(text: str) -> Blocks:
    """The blocks of a Markdown text of any length; link definitions that nothing refers to are left out."""
    from markdown_it.tree import SyntaxTreeNode

    text = clean_text(text)
    if _effort(text) > _MOST_EFFORT:
        return _as_it_stands(text)
    try:
        tokens = _parser().parse(text)
    except RecursionError:  # pictures within descriptions of pictures, hundreds deep
        return _as_it_stands(text)
    # What is nested deeper than `_NESTING` the parser leaves out.
    if max(_levels(tokens), default=0) >= _NESTING - 2:
        return _as_it_stands(text)
    return tuple(blocks_of(SyntaxTreeNode(tokens).children))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "maxNesting": _NESTING}).enable("table")


def _levels(tokens: list[Token]) -> Iterator[int]:
    for token in tokens:
        yield token.level
        yield from _levels(token.children or [])


def _effort(text: str) -> int:
    """What brackets that nobody closes cost the parser: in each paragraph the square of their number."""
    effort = 0
    for paragraph in text.split("\n\n"):
        unclosed = 0
        for bracket in _BRACKETS.findall(paragraph):
            unclosed = unclosed + 1 if bracket == "[" else max(0, unclosed - 1)
        effort += unclosed**2
    return effort


def _as_it_stands(text: str) -> Blocks:
    return tuple(Paragraph(_lines(part)) for part in _BLANK_LINES.split(text.strip("\n")) if part.strip())


def _lines(paragraph: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    for line in paragraph.split("\n"):
        runs += [Text(line), Break()]
    return tuple(runs[:-1])
