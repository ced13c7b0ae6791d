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


def held(label: str, words: str, cells: int) -> str:
    """`label` and `words` in lines no wider than `cells`, all that follows the first as far in as the label is long.

    Nothing stays whole that is wider, so that a terminal breaks no line and no part of `words` stands at its edge.
    """
    if width(label) > cells // 2:
        label, words = ("  ", f"{label.strip()} {words}") if label.strip() else (label[: cells // 2], words)
    room = cells - width(label)
    words = words.expandtabs(8)
    pieces = [piece for word in words.split(" ") for piece in _pieces(word, room)]
    lines = broken(" ".join(pieces), room).split("\n")
    return "\n".join(f"{label if not number else ' ' * width(label)}{line}" for number, line in enumerate(lines))


def _pieces(word: str, cells: int) -> list[str]:
    found = []
    while width(word) > cells:
        end = min(len(word), cells)
        while end > 1 and width(word[:end]) > cells:
            end -= 1
        while end < len(word) and width(word[: end + 1]) == width(word[:end]):
            end += 1  # never between a letter and its marks
        found.append(word[:end])
        word = word[end:]
    return [*found, word] if word or not found else found


@cache
def _measure() -> Callable[[str], int]:
    import wcwidth

    return lambda text: sum(max(0, wcwidth.wcswidth(part)) for part in text.split("\t"))
