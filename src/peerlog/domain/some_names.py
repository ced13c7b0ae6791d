"""Names in a sentence: all of a few, and of many the first ones."""

from __future__ import annotations

from collections.abc import Sequence

MOST_NAMED = 5


def some_names(several: Sequence[str]) -> str:
    """`Kim, Sam, Ada`; of more than `MOST_NAMED`, `Kim, Sam, Ada, Bo and 36 more`."""
    if len(several) <= MOST_NAMED:
        return ", ".join(several)
    shown = several[: MOST_NAMED - 1]
    return f"{', '.join(shown)} and {len(several) - len(shown)} more"
