"""What was typed into a field of a record, by the field's shape: as it is meant, as it is kept, as one says it back."""

from __future__ import annotations

import re
from datetime import date

from .dates import parse_day, written_out
from .minutes import LONGEST_SPAN, parse_minutes, say_minutes
from .prepared_record import Answer
from .problem import Problem

YES, NO = frozenset({"yes", "y", "true"}), frozenset({"no", "n", "false"})
_NUMBER = re.compile(r"-?\d{1,12}(?:[.,]\d{1,6})?")
_SEPARATORS = re.compile(r"[\n;]")


def read_answer(shape: str, own: str, most: int = LONGEST_SPAN) -> tuple[Answer, str]:
    """What is meant by a kept answer; as it stands, with a sentence, where it is none of that shape.

    `most` is how many minutes it can be.
    """
    match shape:
        case "day":
            try:
                return date.fromisoformat(own).isoformat(), ""
            except ValueError:
                return own, "This is no day such as 2026-03-12."
        case "minutes":
            try:
                return parse_minutes(own, most), ""
            except Problem as problem:
                return own, problem.message
        case "yes":
            folded = own.casefold().rstrip(".")
            if folded in YES | NO:
                return folded in YES, ""
            return own, "This is neither yes nor no."
        case "number":
            return own, "" if _NUMBER.fullmatch(own) else "This is no number."
        case "list" | "people":
            return parts_of(own), ""
    return own, ""


def parts_of(own: str) -> tuple[str, ...]:
    """The values of a list, or names, as they are kept: a line for each, or semicolons between them."""
    return tuple(said for each in _SEPARATORS.split(own) if (said := each.strip()))


def say_answer(shape: str, value: Answer) -> str:
    """The same as one writes it on paper."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, int):
        return say_minutes(value)
    if isinstance(value, tuple):
        return ("; " if shape == "list" else ", ").join(value)
    if shape == "day" and value:
        try:
            return written_out(date.fromisoformat(value))
        except ValueError:
            return value
    return value or ""


def keep_answer(shape: str, typed: str, today: date) -> str:
    """What was typed as it is kept, a day as one types days; raises `Problem` where it is none of that shape."""
    said = typed.strip()
    if shape == "day" and said:
        return parse_day(said, today).isoformat()
    _, problem = read_answer(shape, said) if said else (None, "")
    if problem:
        raise Problem(problem)
    return said
