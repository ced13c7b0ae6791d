"""What somebody typed into a field, read as it is kept, and said back so that they see how it was understood."""

from __future__ import annotations

from datetime import date

from ...domain.dates import parse_day, parse_moment, say_day
from ...domain.field import Field, Shape, Value
from ...domain.kinds.kind import MINUTES
from ...domain.minutes import parse_minutes, say_minutes
from ...domain.moment import Moment


def read_typed(about: Field, typed: object, now: Moment, *, ahead: bool = False) -> Value | None:
    """The value to keep, None for an empty field; raises `Problem` for what cannot be understood.

    Days are read as lying ahead, for a form asks for a day by which something is to be done; moments only if `ahead`.
    """
    if isinstance(typed, str) and not typed.strip():
        return None
    if about.shape is Shape.YES and isinstance(typed, str):
        return about.clean(typed.strip() == "yes" or typed)
    if about.shape is Shape.MOMENT and isinstance(typed, str):
        return about.clean(str(parse_moment(typed, now, ahead=ahead)))
    if about.shape is Shape.DAY and isinstance(typed, str):
        return about.clean(parse_day(typed, now.day, ahead=True))
    if about.name == MINUTES.name and isinstance(typed, str):
        return about.clean(parse_minutes(typed, about.most))
    return about.clean(typed)


def say_back(about: Field, value: Value | None, today: date) -> str:
    """How a date or a length of time was understood; empty where what was typed says it already."""
    if value is None:
        return ""
    if about.shape is Shape.MOMENT:
        local = Moment.parse(str(value)).local
        return f"{say_day(local.date(), today)}, {local:%H:%M}"
    if about.shape is Shape.DAY:
        return say_day(date.fromisoformat(str(value)), today)
    if about.name == MINUTES.name and isinstance(value, int):
        return say_minutes(value)
    return ""
