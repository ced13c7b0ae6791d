"""Stored values as somebody would have typed them: what a draft holds, and what an editor's fields begin with."""

from __future__ import annotations

from ..domain.field import Field, Shape, Value
from ..domain.moment import Moment


def as_typed(about: Field, value: Value, zone: str = "UTC") -> object:
    """`value` as typed on the clock of `zone`: a text, except that links stay a list and a yes stays true."""
    if about.shape is Shape.MOMENT:
        return f"{Moment.parse(str(value)).in_zone(zone).local:%Y-%m-%d %H:%M}"
    if about.shape in (Shape.LINKS, Shape.YES):
        return list(value) if isinstance(value, tuple) else value
    if about.shape is Shape.TAGS and isinstance(value, tuple):
        return " ".join(value)
    return ", ".join(value) if isinstance(value, tuple) else str(value)
