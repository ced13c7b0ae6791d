"""Where an agreement stands: how much of its time has passed, and the hours and the rhythm of what took place in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .entry import Entry
from .kinds.meeting import WRITTEN
from .months import month_of
from .terms import Terms, next_meeting

_DAYS_A_MONTH = 365.25 / 12
_MOST_PERIODS = 60


@dataclass(frozen=True, slots=True)
class Contact:
    """A meeting that took place, on the day of the journal's clock; `minutes` None where nobody noted them."""

    day: date
    minutes: int | None = None
    in_writing: bool = False


@dataclass(frozen=True, slots=True)
class Help:
    """Time outside meetings, spent for each other: given by the writer, or received."""

    day: date
    minutes: int
    is_given: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an agreement stands on a day; times in minutes, `passed` from 0 to 1.

    Both `month_` values are about the current calendar month, the others about all its time. Agreed minutes are None
    where no hours were agreed. `rhythm` counts contacts in each period of the cadence so far, oldest first.
    """

    passed: float | None
    days_left: int | None
    month_minutes: int
    month_agreed: int | None
    together: int
    given: int
    received: int
    agreed: int | None
    meetings: int
    in_writing: int
    without_minutes: int
    last: date | None
    due: date | None
    rhythm: tuple[int, ...]

    @property
    def minutes(self) -> int:
        """All time: together, given and received."""
        return self.together + self.given + self.received


def fold(names: Iterable[str]) -> frozenset[str]:
    """Names to compare, without regard to case."""
    return frozenset(name.casefold() for name in names)


def is_with(meeting: Entry, people: Sequence[str], me: str = "", agreement_id: str = "") -> bool:
    """Whether a meeting belongs to what `me` and these people have agreed.

    It does when it links to the agreement, when it names all of them, and when it names nobody else. Whoever sent
    apologies is named too.
    """
    if agreement_id and agreement_id in meeting.members("links"):
        return True
    named = fold((*meeting.members("people"), *meeting.members("apologies"))) - fold([me])
    agreed = fold(people) - fold([me])
    return bool(named and agreed) and (agreed <= named or named <= agreed)


def contact_of(meeting: Entry, day: date) -> Contact:
    return Contact(day, meeting.minutes, meeting.line("channel") in WRITTEN)


def standing(terms: Terms, contacts: Sequence[Contact], helps: Sequence[Help], today: date) -> Standing:
    """Where an agreement stands on `today`; what lies outside its days is left out."""
    until = min(terms.ends or today, today)
    inside = [each for each in contacts if terms.starts <= each.day <= until]
    others = [each for each in helps if terms.starts <= each.day <= until]
    first, last = month_of(today)
    spent = [(each.day, each.minutes or 0) for each in inside] + [(each.day, each.minutes) for each in others]
    latest = max((each.day for each in inside), default=None)
    running = terms.state in ("active", "draft")
    days = max(0, (until - terms.starts).days + 1)
    return Standing(
        passed=_passed(terms, today),
        days_left=(terms.ends - today).days if terms.ends else None,
        month_minutes=sum(minutes for day, minutes in spent if first <= day <= last),
        month_agreed=terms.hours * 60 if terms.hours else None,
        together=sum(each.minutes or 0 for each in inside),
        given=sum(each.minutes for each in others if each.is_given),
        received=sum(each.minutes for each in others if not each.is_given),
        agreed=round(terms.hours * 60 * days / _DAYS_A_MONTH) if terms.hours else None,
        meetings=len(inside),
        in_writing=sum(each.in_writing for each in inside),
        without_minutes=sum(each.minutes is None for each in inside),
        last=latest,
        due=next_meeting(terms.cadence, latest or terms.starts) if running else None,
        rhythm=_rhythm(terms, [each.day for each in inside], until),
    )


def _passed(terms: Terms, today: date) -> float | None:
    if terms.ends is None or terms.ends <= terms.starts:
        return None
    return min(1.0, max(0.0, (today - terms.starts) / (terms.ends - terms.starts)))


def _rhythm(terms: Terms, days: Sequence[date], until: date) -> tuple[int, ...]:
    counts: list[int] = []
    begins, number = terms.starts, 0
    while begins <= until and number < _MOST_PERIODS:
        ends = next_meeting(terms.cadence, begins)
        if ends is None:
            break
        counts.append(sum(begins <= day < ends for day in days))
        begins, number = max(ends, begins + timedelta(days=1)), number + 1
    return tuple(counts)
