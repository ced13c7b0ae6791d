"""A closing statement: period, meetings, hours, goals met. Neutral, and nothing of what was talked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .dates import written_out
from .minutes import say_minutes
from .said_names import listed
from .terms import Terms
from .text import clean_line
from .time_together import Standing

TITLE = "Statement of a partnership among peers"


def closing_statement(
    names: Sequence[str], terms: Terms, stands: Standing, goals_met: Sequence[str], today: date
) -> str:
    """The statement about these people as Markdown that also reads well as plain text; it ends with a line feed."""
    lines = [
        f"# {TITLE}",
        "",
        f"{listed([clean_line(name) for name in names])} worked together as peers, each of them learning.",
    ]
    if terms.focus:
        lines.append(f"Focus: {clean_line(terms.focus)}")
    ends = terms.ends if terms.ends and terms.ends <= today else None
    last = f"to {written_out(ends)}" if ends else f"up to now, {written_out(today)}"
    lines += ["", f"- Period: {written_out(terms.starts)} {last}", f"- Meetings: {_meetings(stands)}"]
    lines.append(f"- Hours: {_hours(stands)}")
    if terms.rhythm:
        lines.append(f"- Agreed rhythm: {terms.rhythm}")
    lines.append(f"- Goals met: {len(goals_met)}")
    lines += [f"  - {clean_line(goal)}" for goal in goals_met]
    return "\n".join(lines) + "\n"


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
