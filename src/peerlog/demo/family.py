"""What is a part of what, and when each of them happens: parents first, and parts never before them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from ..domain.kinds import kind_named
from ..domain.moment import Moment
from ..domain.position import spread
from ..domain.problem import Problem
from .calendar import Calendar
from .source import Written


def moments(written: Sequence[Written], calendar: Calendar) -> dict[str, Moment]:
    """When each entry happens, by key, those above before those below; a part without a date of its own has its
    parent's.

    Raises `Problem` for a parent that is missing, and for a part that comes before it or is, by a roundabout way, a
    part of itself.
    """
    by_key = {each.key: each for each in written}
    found: dict[str, Moment] = {}
    for each in written:
        for member in _down_to(each, by_key):
            if member.key not in found:
                found[member.key] = _moment(member, found, calendar)
    return found


def positions(written: Sequence[Written]) -> dict[str, str]:
    """The places of those parts, by key, that have a place among their siblings: as they are written down."""
    rows: dict[tuple[str, str], list[str]] = {}
    for each in written:
        if each.parent and "position" in kind_named(each.kind).all_fields:
            rows.setdefault((each.parent, each.kind), []).append(each.key)
    return {key: place for row in rows.values() for key, place in zip(row, spread(len(row)), strict=True)}


def written_down(written: Sequence[Written], calendar: Calendar) -> dict[str, datetime]:
    """When entries were written down, in UTC, by key, for those that say so; a part without a date as its parent."""
    by_key = {each.key: each for each in written}
    found: dict[str, datetime] = {}
    for each in written:
        for member in reversed(_down_to(each, by_key)):
            if member.written is not None:
                found[each.key] = calendar.moment(member.written, member.zone).utc
                break
            if member.when is not None:
                break
    return found


def _down_to(entry: Written, by_key: Mapping[str, Written]) -> list[Written]:
    way = [entry]
    while way[-1].parent:
        above = by_key.get(way[-1].parent)
        if above is None:
            raise Problem(f"{way[-1].where}: parent: there is no entry “{way[-1].parent}”.")
        if above in way:
            raise Problem(f"{entry.where}: parent: it would be a part of itself.")
        way.append(above)
    return way[::-1]


def _moment(entry: Written, found: Mapping[str, Moment], calendar: Calendar) -> Moment:
    above = found.get(entry.parent)
    if entry.when is None:
        if above is None:
            raise Problem(f"{entry.where}: when: expected a day and a time.")
        return above
    own = calendar.moment(entry.when, entry.zone, planned=entry.planned)
    if above and own.utc < above.utc:
        raise Problem(f"{entry.where}: when: it would come before what it is a part of.")
    return own
