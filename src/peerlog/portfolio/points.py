"""Points as people write them: 2, 1.5, 0,25."""

from __future__ import annotations

import re

from ..domain.problem import Problem
from ..domain.text import brief

MOST = 100_000
_POINTS = re.compile(r"(\d{1,6})(?:[.,](\d{1,2}))?")


def parse_points(written: str) -> int:
    """Hundredths of a point, from 1; raises `Problem` naming what was written."""
    match = _POINTS.fullmatch(written.strip())
    hundredths = int(match[1]) * 100 + int((match[2] or "0").ljust(2, "0")) if match else 0
    if not 0 < hundredths <= MOST * 100:
        raise Problem(f"“{brief(written)}” is not a number of points.", "For example 2, 1.5 or 0.25.")
    return hundredths


def say_points(hundredths: int) -> str:
    """`2`, `1.5`, `0.25`."""
    return f"{hundredths / 100:.2f}".rstrip("0").rstrip(".")
