"""Text in columns of terminal cells: a Chinese character takes two, an accent none."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache


def width(text: str) -> int:
    """How many cells `text` takes."""
    return len(text) if text.isascii() else _measure()(text)


def fitted(text: str, cells: int) -> str:
    """`text` in exactly `cells` cells: cut with an ellipsis, or filled up with spaces."""
    text = cut(text, cells)
    return text + " " * (cells - width(text))


def cut(text: str, cells: int) -> str:
    """`text` in at most `cells` cells, with an ellipsis when something was cut."""
    if width(text) <= cells:
        return text
    end = min(len(text), cells)
    while end and width(text[:end]) > cells - 1:
        end -= 1
    while end and width(text[: end + 1]) == width(text[:end]):
        end -= 1  # never between a letter and its marks
    return text[:end].rstrip() + "…"


def broken(line: str, cells: int) -> str:
    """`line` with a line end instead of a space wherever it would be wider than `cells`; what follows is as indented.

    What is wider than that without a space, such as a path, stays whole.
    """
    indent = line[: len(line) - len(line.lstrip(" "))]
    done, rest = [], ""
    for word in line.lstrip(" ").split(" "):
        longer = f"{rest} {word}" if rest else word
        if rest and width(indent + longer) > cells:
            done.append(indent + rest)
            longer = word
        rest = longer
    return "\n".join([*done, indent + rest])


@cache
def _measure() -> Callable[[str], int]:
    import wcwidth

    return lambda text: sum(max(0, wcwidth.wcswidth(part)) for part in text.split("\t"))
