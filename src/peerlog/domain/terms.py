"""What an agreement says about time: with whom, from when to when, how often, how many hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from .entry import Entry
from .kinds.agreement import CADENCES
from .months import months_after, months_between

MONTHS, CADENCE, REPLY_DAYS, HOURS = 4, "fortnightly", 7, 2
"""What an agreement begins with: four months, every two weeks, an answer within a week, two hours a month."""

_IN_MONTHS = {"monthly": 1, "two-monthly": 2, "quarterly": 3, "half-yearly": 6}


@dataclass(frozen=True, slots=True)
class Terms:
    """`starts` is the day of writing where the agreement names none; `ends` is its last day, None for no end.

    `hours` are those of each person in a month, `reply_days` days to answer; None where nothing was agreed.
    """

    people: tuple[str, ...]
    focus: str
    starts: date
    ends: date | None
    cadence: str
    hours: int | None
    reply_days: int | None
    review: date | None
    state: str
    resume: date | None

    @classmethod
    def of(cls, agreement: Entry) -> Terms:
        def day(name: str) -> date | None:
            written = agreement.line(name)
            return date.fromisoformat(written) if written else None

        return cls(
            people=agreement.members("people"),
            focus=agreement.line("focus"),
            starts=day("starts") or agreement.when.day,
            ends=day("ends"),
            cadence=agreement.line("cadence"),
            hours=agreement.number("hours"),
            reply_days=agreement.number("reply_days"),
            review=day("review"),
            state=agreement.state or "draft",
            resume=day("resume"),
        )

    @property
    def months(self) -> int:
        """How many months it was agreed for."""
        return months_between(self.starts, self.ends) if self.ends and self.ends > self.starts else MONTHS

    @property
    def rhythm(self) -> str:
        """How often to meet, in words; empty where nothing was agreed."""
        return CADENCES[self.cadence][0] if self.cadence in CADENCES else ""


def next_meeting(cadence: str, last: date) -> date | None:
    """The day by which to meet again after meeting on `last`; None without a cadence, and beyond the year 9999."""
    if cadence not in CADENCES:
        return None
    try:
        if cadence in _IN_MONTHS:
            return months_after(last, _IN_MONTHS[cadence])
        return last + timedelta(days=CADENCES[cadence][1])
    except OverflowError:
        return None
