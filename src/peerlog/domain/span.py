"""A span of days in words, such as `5 January 2026 to 30 June 2026`, and its first day read back from them."""

from __future__ import annotations

import re
from datetime import date

from .dates import parse_day, written_out
from .minutes import MOST, say_minutes
from .problem import Problem

_FIRST = re.compile(r"\s*(\d{1,2}\.? \w{3,9} \d{4}|\d{4}-\d{2}-\d{2})(?:\s*(?:to|until|till|–|-|/)\s*\S.*)?\s*")


def say_span(first: date, last: date) -> str:
    """Both days, or one where they are the same."""
    return written_out(last) if first == last else f"{written_out(first)} to {written_out(last)}"


def first_day_in(written: str) -> date | None:
    """The first day of a span in words; None where no day with its year begins them, for nothing is guessed."""
    found = _FIRST.fullmatch(written[:200])
    if found is None:
        return None
    try:
        return parse_day(found[1], date.min.replace(year=1970))
    except Problem:
        return None


def check_span(first: date, last: date, minutes: int | None) -> None:
    """Raises `Problem` for a span that ends before it begins, or has no room for what took so long."""
    if first > last:
        raise Problem(f"It cannot begin on {written_out(first)}: it ends on {written_out(last)}.", "Exchange the days.")
    days = (last - first).days + 1
    if minutes and minutes > days * MOST:
        said = "1 day" if days == 1 else f"{days:,} days"
        raise Problem(f"{say_minutes(minutes)} do not fit into {said}.", f"It goes from {say_span(first, last)}.")
