"""Where something stands among its siblings: strings that sort, so that moving one thing changes nothing but itself."""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LONGEST = 200
"""Characters; `Shape.POSITION` takes no more."""

_FIRST, _LAST = DIGITS[0], DIGITS[-1]
_VALUE = {digit: value for value, digit in enumerate(DIGITS)}


class NoRoom(ValueError):
    """Nothing fits between two positions: they are the same, out of order, or as long as they may be."""


def between(before: str, after: str) -> str:
    """A position strictly between two, in the order of code points; an empty one stands for either end.

    Putting things at the ends lets it grow with the logarithm of their number, halving one gap again and again by a
    character every six times. What it gives never ends in 0. Raises `NoRoom`; `spread` makes some.
    """
    if not before and not after:
        found = DIGITS[len(DIGITS) // 2]
    elif not after:
        found = _next(before)
    elif not before:
        found = _previous(after)
    else:
        found = _middle(before, after)
    if not (before < found and (not after or found < after)) or len(found) > LONGEST:
        raise NoRoom(f"nothing fits between {before!r} and {after!r}")
    return found


def spread(count: int) -> list[str]:
    """Positions for `count` things in a row, with room between them."""
    found: list[str] = []
    for _ in range(count):
        found.append(between(found[-1] if found else "", ""))
    return found


def _next(position: str) -> str:
    """The next one of a few digits, more of them the more z it begins with: 1 digit, z and 2 digits, zz and 3."""
    ends = len(position) - len(position.lstrip(_LAST))
    number = _number(position[ends : 2 * ends + 1].ljust(ends + 1, _FIRST)) + 1
    number += not number % len(DIGITS)
    if number < (len(DIGITS) - 1) * len(DIGITS) ** ends:
        return _LAST * ends + _digits(number, ends + 1)
    return _LAST * (ends + 1) + _digits(1, ends + 2)


def _previous(position: str) -> str:
    """The mirror of `_next`, with 0 in the place of z."""
    ends = len(position) - len(position.lstrip(_FIRST))
    number = _number(position[ends : 2 * ends + 1].ljust(ends + 1, _FIRST))
    if len(position) <= 2 * ends + 1:
        number -= 1
    number -= not number % len(DIGITS)
    if number >= len(DIGITS) ** ends:
        return _FIRST * ends + _digits(number, ends + 1)
    return _FIRST * (ends + 1) + _LAST * (ends + 2)


def _middle(before: str, after: str) -> str:
    same = 0
    while same < len(after) and before[same : same + 1].ljust(1, _FIRST) == after[same]:
        same += 1
    low = _VALUE[before[same]] if same < len(before) else 0
    high = _VALUE[after[same]] if same < len(after) else len(DIGITS)
    if high - low > 1:
        return after[:same] + DIGITS[(low + high + (not low)) // 2]
    if len(after) > same + 1:
        return after[: same + 1]
    rest = before[same + 1 :]
    kept = len(rest) - len(rest.lstrip(_LAST))
    above = _VALUE[rest[kept]] if kept < len(rest) else 0
    return after[:same] + DIGITS[low] + _LAST * kept + DIGITS[(above + len(DIGITS)) // 2]


def _number(digits: str) -> int:
    number = 0
    for digit in digits:
        number = number * len(DIGITS) + _VALUE[digit]
    return number


def _digits(number: int, count: int) -> str:
    found = ""
    for _ in range(count):
        number, digit = divmod(number, len(DIGITS))
        found = DIGITS[digit] + found
    return found
