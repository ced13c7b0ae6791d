"""The course of an agreement: what can be done with it in which state, and what there is to ask about it on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .entry import Entry
from .months import months_after
from .problem import Problem
from .short_name import short_name
from .terms import Terms

NEAR = timedelta(days=14)
"""From so long before the end on it is asked how to go on."""


class Move(StrEnum):
    """What people can do with an agreement."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    RENEW = "renew"
    END = "end"
    LOOKED_AT = "review"


_MOVES: Mapping[str, tuple[Move, ...]] = {
    "draft": (Move.START,),
    "active": (Move.PAUSE, Move.RENEW, Move.END, Move.LOOKED_AT),
    "paused": (Move.RESUME, Move.RENEW, Move.END),
    "ended": (Move.RENEW,),
}
_IS = {"draft": "has not begun", "active": "is running", "paused": "rests", "ended": "has ended"}


def moves_from(state: str) -> tuple[Move, ...]:
    """What can be done in a state; an agreement without one is a draft."""
    return _MOVES.get(state or "draft", ())


def move(agreement: Entry, wanted: Move, today: date, until: date | None = None) -> dict[str, object]:
    """The fields that change; None empties one.

    `until` is the day to resume for a pause, the new last day for renewing, the next day to look at it for a review.
    Raises `Problem` for what this state does not allow, and for a day that does not fit.
    """
    terms = Terms.of(agreement)
    if wanted not in moves_from(terms.state):
        possible = ", ".join(moves_from(terms.state))
        raise Problem(f"This agreement {_IS.get(terms.state, 'is in another state')}.", f"Possible now: {possible}.")
    if wanted is Move.START:
        return _start(agreement, terms, today)
    if wanted is Move.PAUSE:
        return _pause(today, until)
    if wanted is Move.RENEW:
        return _renew(terms, today, until)
    if wanted is Move.END:
        over = terms.ends is not None and terms.ends <= today
        return {"state": "ended", "ends": terms.ends if over else max(today, terms.starts), "resume": None}
    if wanted is Move.LOOKED_AT:
        if until is not None and until <= today:
            raise Problem("The next look at it lies ahead.", "Name a later day, or none.")
        return {"review": until}
    return {"state": "active", "resume": None}


def _start(agreement: Entry, terms: Terms, today: date) -> dict[str, object]:
    starts = date.fromisoformat(agreement.line("starts")) if agreement.line("starts") else today
    ends = terms.ends or _later(starts, terms.months)
    if ends <= starts:
        raise Problem("The agreement would end before it begins.", "Set another “Until”, or another “From”.")
    return {"state": "active", "starts": starts, "ends": ends}


def _pause(today: date, until: date | None) -> dict[str, object]:
    if until is not None and until <= today:
        raise Problem("A pause ends on a day that lies ahead.", "Name a later day, or none.")
    return {"state": "paused", "resume": until}


def _renew(terms: Terms, today: date, until: date | None) -> dict[str, object]:
    before = max(terms.ends or today, today)
    ends = until or _later(before, terms.months)
    if ends <= before:
        raise Problem(f"It runs until {before.isoformat()} as it is.", "Name a later day to continue.")
    review = terms.review if terms.review and terms.review > today else today + (ends - today) // 2
    return {"state": "active", "ends": ends, "review": review, "resume": None}


def _later(day: date, months: int) -> date:
    try:
        return months_after(day, months)
    except OverflowError:
        raise Problem("That lies beyond the year 9999.", "Name an earlier day.") from None


class Ask(StrEnum):
    """What there is to ask about an agreement."""

    REVIEW = "review"
    NEAR_END = "near end"
    OVER = "over"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about an agreement, and the day that it is about."""

    ask: Ask
    agreement: Entry
    day: date

    @property
    def people(self) -> str:
        return ", ".join(map(short_name, self.agreement.members("people"))) or "your partner"

    @property
    def words(self) -> str:
        return {
            Ask.REVIEW: f"Look at your agreement with {self.people} together?",
            Ask.NEAR_END: f"Soon over with {self.people}: continue, change or part?",
            Ask.OVER: f"The time agreed with {self.people} is over: continue, change or part?",
            Ask.RESUME: f"The pause with {self.people} is over: go on?",
        }[self.ask]


def question_about(agreement: Entry, today: date) -> Asked | None:
    """What to ask about an agreement on this day; None for nothing. The end comes before a review."""
    terms = Terms.of(agreement)
    if terms.state == "paused":
        is_over = terms.resume is not None and terms.resume <= today
        return Asked(Ask.RESUME, agreement, terms.resume) if is_over and terms.resume else None
    if terms.state != "active":
        return None
    if terms.ends is not None and terms.ends - today <= NEAR:
        return Asked(Ask.OVER if terms.ends < today else Ask.NEAR_END, agreement, terms.ends)
    if terms.review is not None and terms.review <= today:
        return Asked(Ask.REVIEW, agreement, terms.review)
    return None
