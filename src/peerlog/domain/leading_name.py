"""The name that a line may begin with: whose it is."""

from __future__ import annotations

from collections.abc import Sequence

_ME = frozenset({"me", "i", "myself"})


def leading_name(words: Sequence[str], people: Sequence[str]) -> tuple[str, list[str]]:
    """One of `people` that `words` begin with, and the words after it; empty for the writer and for nobody.

    A name is taken by its first word too, in any case, with or without a colon.
    """
    said = [word.casefold().rstrip(":,") for word in words]
    if said and said[0] in _ME:
        return "", list(words[1:])
    whole = [name for name in people if name and said[: len(name.split())] == name.casefold().split()]
    if whole:
        name = max(whole, key=len)
        return name, list(words[len(name.split()) :])
    for name in people:
        if name and said[:1] == name.casefold().split()[:1]:
            return name, list(words[1:])
    return "", list(words)
