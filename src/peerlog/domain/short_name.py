"""A person's name where there is little room: the first of its words that says who it is."""

from __future__ import annotations

_TITLES = frozenset(
    {"mr", "mrs", "ms", "mx", "miss", "dr", "prof", "professor", "sir", "dame", "rev", "fr", "sr", "st"}
)
_LEAST = 2
"""Characters: a single one is an initial, or a family name that comes first."""


def short_name(name: str) -> str:
    """`Sam` for “Sam Okonkwo”; the whole name where its first word is a title or a single character."""
    words = name.split()
    if len(words) < 2 or words[0].casefold().rstrip(".") in _TITLES or len(words[0].rstrip(".")) < _LEAST:
        return name
    return words[0]
