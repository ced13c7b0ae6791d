"""Numbers and lengths of time in running text: small ones in words."""

from __future__ import annotations

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spelt(number: int) -> str:
    """`nine`, `13`, `1,204`."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else f"{number:,}"


def counting(number: int) -> str:
    """At the beginning of a sentence, where no figure stands if words will do: `Nine`, `Thirteen`, `Twenty-four`."""
    if number >= 100 or number < 0:
        return f"{number:,}"
    if number < len(_WORDS):
        said = _WORDS[number]
    elif number < 20:
        said = _TEENS[number - 13]
    else:
        tens, ones = divmod(number, 10)
        said = f"{_TENS[tens - 2]}-{_WORDS[ones]}" if ones else _TENS[tens - 2]
    return said.capitalize()


def some(number: int, one: str, many: str = "") -> str:
    """`one meeting`, `nine meetings`."""
    return f"{spelt(number)} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """`once`, `twice`, `nine times`."""
    return {1: "once", 2: "twice"}.get(number) or f"{spelt(number)} times"


def lasting(minutes: int) -> str:
    """`45 minutes`, `1 hour`, `8 hours 40 minutes`."""
    hours, rest = divmod(minutes, 60)
    parts = [_figure(hours, "hour")] if hours else []
    parts += [_figure(rest, "minute")] if rest or not hours else []
    return " ".join(parts)


_RHYTHMS = (
    (1.5, "about once a day"),
    (4, "about twice a week"),
    (8, "about once a week"),
    (11, "about every ten days"),
    (17, "about every two weeks"),
    (25, "about every three weeks"),
    (38, "about once a month"),
    (52, "about every six weeks"),
    (76, "about every two months"),
    (106, "about every three months"),
)


def rhythm(days_between: float) -> str:
    """How often something happens that is usually so many days apart; empty where that is no rhythm."""
    return next((said for most, said in _RHYTHMS if days_between < most), "")


def _figure(number: int, unit: str) -> str:
    return f"{number:,} {unit}" if number == 1 else f"{number:,} {unit}s"
