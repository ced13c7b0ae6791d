"""A closing statement: period, meetings, hours, goals met. Neutral, and nothing of what was talked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .dates import MONTHS
from .minutes import say_minutes
from .terms import Terms
from .text import clean_line
from .time_together import Standing


def closing_statement(me: str, terms: Terms, stands: Standing, goals_met: Sequence[str], today: date) -> str:
    """The statement as Markdown that also reads well as plain text; it ends with a line feed."""
    names = _names([me or "The writer", *terms.people])
    lines = [
        "# Statement of a partnership among peers",
        "",
        f"{names} worked together as peers, each of them learning.",
    ]
    if terms.focus:
        lines.append(f"Focus: {clean_line(terms.focus)}")
    ends = terms.ends if terms.ends and terms.ends <= today else None
    last = f"to {_day(ends)}" if ends else f"up to now, {_day(today)}"
    lines += ["", f"- Period: {_day(terms.starts)} {last}", f"- Meetings: {_meetings(stands)}"]
    lines.append(f"- Hours: {_hours(stands)}")
    if terms.rhythm:
        lines.append(f"- Agreed rhythm: {terms.rhythm}")
    lines.append(f"- Goals met: {len(goals_met)}")
    lines += [f"  - {clean_line(goal)}" for goal in goals_met]
    lines += ["", f"From the journal of {clean_line(me) or 'the writer'}, {_day(today)}."]
    return "\n".join(lines) + "\n"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def _names(names: Sequence[str]) -> str:
    clean = [clean_line(name) for name in names]
    return clean[0] if len(clean) == 1 else f"{', '.join(clean[:-1])} and {clean[-1]}"


def _meetings(stands: Standing) -> str:
    return f"{stands.meetings}, {stands.in_writing} of them in writing" if stands.in_writing else str(stands.meetings)


def _hours(stands: Standing) -> str:
    said = say_minutes(stands.minutes) if stands.minutes else "none noted"
    parts = [
        f"{say_minutes(minutes)} {what}"
        for minutes, what in (
            (stands.together, "together"),
            (stands.given, "given outside meetings"),
            (stands.received, "received outside meetings"),
        )
        if minutes
    ]
    more = f" ({', '.join(parts)})" if len(parts) > 1 else ""
    missing = f"; {stands.without_minutes} without a length" if stands.without_minutes else ""
    return said + more + missing
