"""Hours for a meeting, one a line, as everybody's clock shows them."""

from __future__ import annotations

from ..domain.clock_change import place_of
from ..domain.dates import say_day
from ..domain.meeting_name import meeting_name
from ..domain.waking_hours import SLEEPS, WAKES, Hour
from ..journal.journal import Journal
from ..journal.meeting.planning import Plan
from . import terminal
from .layout import fitted, width
from .terminal import Bold

_NAMED = 5
"""How many people without a known zone are named one by one."""


def write_plan(journal: Journal, plan: Plan, *, everything: bool) -> None:
    """A heading with the names, then a line for each hour; what is odd about an hour stands behind it."""
    for name in plan.unknown[:_NAMED]:
        terminal.say(f"Where {name} is, no card says; their clock is left out.")
    further = len(plan.unknown) - _NAMED
    if further > 0:
        terminal.say(f"Nor does one say where {further} more of them are.")
    names = [f"{name or 'You'} ({place_of(zone)})" for name, zone in zip(plan.names, plan.zones, strict=True)]
    cells = [max(10, width(name)) for name in names]
    terminal.put(Bold("  ".join([" " * 14, *(fitted(name, room) for name, room in zip(names, cells, strict=True))])))
    count = 0
    for day in plan.days:
        said = say_day(day.day, plan.now.day) if terminal.is_shown() else day.day.isoformat()
        for skipped in day.skipped:
            terminal.say(f"{said}: there is no {skipped:%H:%M} in {place_of(plan.zones[0])}, for clocks go forward.")
        for hour in day.hours if everything else day.suiting:
            clocks = [fitted(_clock(hour, number), room) for number, room in enumerate(cells)]
            terminal.put("  ".join([fitted(said, 14), *clocks, *_notes(plan, hour)]).rstrip())
            count += 1
    if not count:
        terminal.say(
            f"No hour of these days lies between {WAKES} and {SLEEPS} for everybody. “--all” shows the others."
        )


def described_plan(plan: Plan, *, everything: bool) -> dict[str, object]:
    """The same for scripts."""
    return {
        "minutes": plan.minutes,
        "people": [{"name": name or None, "zone": zone} for name, zone in zip(plan.names, plan.zones, strict=True)],
        "unknown": list(plan.unknown),
        "hours": [
            {
                "clocks": [clock.local.isoformat(timespec="seconds") for clock in hour.clocks],
                "suits_all": hour.suits_all,
                "taken_by": taken.id if (taken := plan.taken_by(hour.clocks[0])) else None,
            }
            for day in plan.days
            for hour in (day.hours if everything else day.suiting)
        ],
    }


def _clock(hour: Hour, number: int) -> str:
    clock = hour.clocks[number]
    away = (clock.day - hour.clocks[0].day).days
    return f"{clock.local:%H:%M}{f' {away:+d}d' if away else ''}{'' if hour.awake[number] else ' !'}"


def _notes(plan: Plan, hour: Hour) -> list[str]:
    notes = ["the second of two"] if hour.again else []
    taken = plan.taken_by(hour.clocks[0])
    return [*notes, f"({meeting_name(taken)})"] if taken else notes
