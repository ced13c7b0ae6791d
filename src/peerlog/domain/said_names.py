"""Several names in a sentence."""

from __future__ import annotations

from collections.abc import Sequence


def listed(names: Sequence[str]) -> str:
    """`Ann, Ben and Sam`; nothing for nobody."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
