"""Hours that a zone's clocks skip or show twice when daylight saving begins or ends."""

from __future__ import annotations

from datetime import UTC, datetime

from .dates import parse_moment
from .moment import Moment, zone_named


def instants_of(local: datetime, zone: str) -> tuple[Moment, ...]:
    """Every moment at which clocks in `zone` show the naive `local`: one, none where it is skipped, two where repeated.

    In the order in which they come. Raises `Problem` for a zone that does not exist.
    """
    found: dict[datetime, Moment] = {}
    for fold in (0, 1):
        aware = local.replace(tzinfo=zone_named(zone), fold=fold)
        instant = aware.astimezone(UTC)
        if instant.astimezone(zone_named(zone)).replace(tzinfo=None) == local:
            found[instant] = Moment.of(instant, zone)
    return tuple(found[instant] for instant in sorted(found))


def say_change(local: datetime, zone: str) -> str:
    """A sentence about a local time that does not exist there or exists twice, and what is taken; empty otherwise."""
    if not zone:
        return ""
    found = instants_of(local, zone)
    place = place_of(zone)
    if not found:
        taken = Moment.at_local(local, zone).local
        return f"There is no {local:%H:%M} in {place} that day, for clocks go forward: {taken:%H:%M} is taken."
    if len(found) > 1:
        return f"{local:%H:%M} comes twice in {place} that day, for clocks go back: the first one is taken."
    return ""


def say_change_in(typed: str, now: Moment, *, ahead: bool = False) -> str:
    """The same about a time as it was typed, read as `parse_moment` reads it; raises its `Problem`."""
    taken = parse_moment(typed, now, ahead=ahead)
    if not now.zone or taken.zone != now.zone or taken == now:
        return ""
    # Read by a clock that never changes, which gives the hour that was typed; what names its offset says all.
    typed_hour = parse_moment(typed, Moment(now.local), ahead=ahead)
    if typed_hour.zone or typed_hour.local.utcoffset() != now.local.utcoffset():
        return ""
    return say_change(typed_hour.local.replace(tzinfo=None), now.zone)


def place_of(zone: str) -> str:
    """The place that a zone is named after: `New York` for America/New_York."""
    return zone.rpartition("/")[2].replace("_", " ")
