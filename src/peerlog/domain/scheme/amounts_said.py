"""Amounts of requirements in words: `12 h 30`, `1.5 points`, `1 entry`."""

from __future__ import annotations

from ..minutes import say_minutes

_MANY = {"points": ("point", "points"), "entries": ("entry", "entries")}


def say_amount(unit: str, amount: int) -> str:
    """`amount` in minutes, hundredths of a point or entries, by `unit`; `0 h` where there is none yet."""
    if unit == "hours":
        return say_minutes(amount) if amount else "0 h"
    one, many = _MANY[unit]
    said = f"{amount / 100:.2f}".rstrip("0").rstrip(".") if unit == "points" else f"{amount:,}"
    return f"{said} {one if said == '1' else many}"
