"""What there is to say at the end of a meeting; all of it may be left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from .dates import parse_day, parse_moment
from .field import Choice, Field, Shape
from .kinds import MEETING, PULSE
from .kinds.kind import MINUTES
from .moment import Moment
from .problem import Problem

LONGEST_RUN = 12 * 60
"""Minutes: a meeting that has run longer was forgotten, and says nothing about its length."""

_FROM_1_TO_5 = tuple(Choice(str(number), str(number)) for number in range(1, 6))
_OF_MEETING = MEETING.all_fields

SUMMARY, INSIGHTS, APOLOGIES = (_OF_MEETING[name] for name in ("summary", "insights", "apologies"))
DECISIONS = Field("decisions", "Decided, one a line", Shape.PROSE)
ACTIONS = Field("actions", "To do, one a line", Shape.PROSE, hint="sam reading list fri")
NEXT = Field("next", "Next time", Shape.LINE, hint="fri, 3 Dec 10:00, +2w")
THANKS = Field("thanks", "Thanks for", Shape.LINE, hint="what you are glad of")
THANKS_TO = Field("thanks_to", "Thanks to", Shape.NAMES, hint="empty for everybody who was there")
QUOTABLE = Field("quotable", "They may quote it", Shape.CHOICE, (Choice("yes", "yes"), Choice("no", "no")))
PULSES = tuple(Field(each.name, each.label, Shape.CHOICE, _FROM_1_TO_5) for each in PULSE.fields)
MORE_OF = Field("more_of", "More of, another time", Shape.LINE)

FIELDS: tuple[Field, ...] = (
    SUMMARY,
    INSIGHTS,
    DECISIONS,
    ACTIONS,
    NEXT,
    MINUTES,
    APOLOGIES,
    THANKS,
    THANKS_TO,
    QUOTABLE,
    *PULSES,
    MORE_OF,
)
"""The form, in its order."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a meeting. None leaves what the meeting says already; `pulse` are values from 1 to 5 by their names.

    `actions` are lines such as `sam reading list fri`; `minutes` None means as long as it ran.
    """

    summary: str | None = None
    insights: str | None = None
    apologies: tuple[str, ...] | None = None
    minutes: int | None = None
    decisions: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    next: Moment | None = None
    thanks: str = ""
    thanks_to: tuple[str, ...] = ()
    quotable: bool = False
    pulse: Mapping[str, int] = field(default_factory=dict)
    more_of: str = ""


def lines_of(written: str) -> tuple[str, ...]:
    """What stands one a line, without list marks and empty lines."""
    bare = (line.strip().lstrip("-*•").strip() for line in written.splitlines())
    return tuple(line for line in bare if line)


def read_next(written: str, last: Moment, now: Moment) -> Moment | None:
    """The next time, as typed; None for nothing. A day alone means the same time of day as `last`.

    `last` is the meeting that ends, on the journal's clock. Raises `Problem` for what is no time, or has been.
    """
    if not written.strip():
        return None
    try:
        day = parse_day(written, now.day, ahead=True)
    except Problem:
        found = parse_moment(written, now, ahead=True)
    else:
        at = datetime.combine(day, last.local.time())
        found = Moment.at_local(at, now.zone) if now.zone else Moment(at.replace(tzinfo=now.local.tzinfo))
    if found.utc < now.utc:
        raise Problem("The next time lies in the past.", "For example fri, 3 Dec 10:00 or +2w.")
    return found


def length(passed: float | None, planned: int | None) -> int | None:
    """Whole minutes of a meeting that ran for `passed` seconds: at least one, and what was planned for a forgotten one.

    None where neither is known.
    """
    if passed is None or passed > LONGEST_RUN * 60:
        return planned
    return max(1, round(passed / 60))
