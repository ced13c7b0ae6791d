"""Words to be said aloud, one to a line, large enough to be read from across a desk."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content


def big_words(words: Sequence[str]) -> Content:
    """Each spaced out and numbered: `1   L A D D E R`."""
    lines = [
        Content.assemble((f"{number}   ", "$quiet"), (" ".join(word.upper()), "bold $accent"))
        for number, word in enumerate(words, 1)
    ]
    return Content("\n\n").join(lines)
