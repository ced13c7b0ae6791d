"""Times in which somebody did not practise or learn, with why: some bodies ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import GAP
from ...domain.problem import Problem
from ..journal import Journal

if TYPE_CHECKING:
    from ...portfolio.standing import Standing

_DAY = timedelta(days=1)


def gaps_of(journal: Journal, membership: Entry) -> list[Entry]:
    """The gaps that are noted for a body, the earliest first."""
    found = journal.entries.parts(membership.id, GAP.name, space=PRIVATE)
    return sorted(found, key=lambda each: (each.line("since"), each.line("until")))


def add_gap(journal: Journal, membership: Entry, since: date, until: date | None, why: str) -> Entry:
    """Note a gap from one day to another, both included; one without `until` goes on. Raises `Problem`."""
    today = journal.time.today()
    if until and until < since:
        raise Problem(f"The gap would end on {until}, before it begins on {since}.", "Exchange the two days.")
    if since > today:
        raise Problem(f"{since} has not come yet.", "Note the gap once it has begun.")
    if not why.strip():
        raise Problem("Why was that?", "A few words are enough: parental leave, illness, another post.")
    fields = {"since": since, "until": until, "text": why, "parent": membership.id}
    return journal.entries.add(GAP.name, fields, space=PRIVATE)


def unexplained(standing: Standing, gaps: Sequence[Entry], today: date) -> list[tuple[date, date]]:
    """Spans without an entry that the body wants explained and that no noted gap touches, as first and last days."""
    spans = [_span(each, today) for each in gaps]
    return [
        (first, last)
        for first, last in standing.gaps
        if not any(since <= last and until >= first for since, until in spans)
    ]


def _span(gap: Entry, today: date) -> tuple[date, date]:
    until = gap.line("until")
    since = gap.line("since")
    return date.fromisoformat(since) if since else date.min, date.fromisoformat(until) if until else today + _DAY
