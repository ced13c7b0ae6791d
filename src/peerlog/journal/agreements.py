"""Agreements: which there are, making one, moving it on, and what Today should ask about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from ..domain.agreement_course import Asked, Move, move, question_about
from ..domain.entry import Entry
from ..domain.kinds import AGREEMENT
from ..domain.months import months_after
from ..domain.starting_clauses import review_months, set_for, starting_clauses
from ..domain.terms import CADENCE, HOURS, MONTHS, REPLY_DAYS
from ..errors import BadInput, Refused
from .expected_kind import require_at_hand, require_kind
from .journal import Journal

if TYPE_CHECKING:
    from ..domain.clause import ClauseSet

_STATES = ("active", "paused", "draft", "ended")
_MOST = 100


def agreements(journal: Journal, *, states: Sequence[str] = ()) -> list[Entry]:
    """The agreements in these states, or all, those that run first, the newest first among equals."""
    found = journal.entries.of_kind(AGREEMENT.name, states=states, limit=_MOST)
    return sorted(found, key=lambda each: _STATES.index(each.state) if each.state in _STATES else len(_STATES))


def current_agreement(journal: Journal) -> Entry | None:
    """The newest one that runs, else that rests, else a draft, else one that has ended; None where there is none."""
    return next(iter(agreements(journal)), None)


def agreement_meant(journal: Journal, prefix: str | None) -> Entry:
    """The agreement whose id begins so, the current one for None; raises `BadInput` or `Refused`."""
    if prefix is None:
        found = current_agreement(journal)
        if found is None:
            raise Refused("There is no agreement yet.", "“peerlog agreement add” makes one.")
        return found
    found = journal.entries.resolve(prefix)
    require_kind(journal, found, AGREEMENT.name, "“peerlog agreement list” shows the agreements.")
    return require_at_hand(journal, found)


def clause_set(journal: Journal, name: str) -> ClauseSet:
    """The clauses to start with; raises `BadInput` naming those that there are."""
    sets = journal.forms.sets(AGREEMENT.name)
    if name not in sets:
        raise BadInput(f"There are no clauses called “{name}”.", f"Choose one of: {', '.join(sorted(sets))}.")
    return cast("ClauseSet", sets[name])


def new_terms(
    starts: date,
    *,
    months: int = MONTHS,
    cadence: str = CADENCE,
    hours: int | None = HOURS,
    reply_days: int | None = REPLY_DAYS,
) -> dict[str, object]:
    """The fields about time that a new agreement has, looked at half-way. `months` are 1 to 600."""
    if not 1 <= months <= 600:
        raise BadInput(f"{months} is no number of months for an agreement.", "Give 1 to 600.")
    try:
        ends = months_after(starts, months)
    except OverflowError:
        raise BadInput(
            "That agreement would end after the year 9999.", "Begin earlier, or take fewer months."
        ) from None
    return {
        "starts": starts,
        "ends": ends,
        "review": months_after(starts, review_months(months)) if months > 1 else None,
        "cadence": cadence,
        "hours": hours,
        "reply_days": reply_days,
    }


def new_clauses(
    journal: Journal, people: Sequence[str], terms: Mapping[str, object], months: int, *, chosen: str = ""
) -> dict[str, object]:
    """The clauses of the set `chosen`, or of the one that suits so many people, saying what the terms say."""
    name = chosen or set_for(len(people))
    said = {
        "hours": cast("int | None", terms.get("hours")),
        "cadence": cast("str", terms.get("cadence")),
        "reply_days": cast("int | None", terms.get("reply_days")),
        "months": months,
        "review_months": review_months(months),
    }
    return {"clauses": name, **starting_clauses(clause_set(journal, name), said)}


def move_agreement(journal: Journal, id_: str, wanted: Move, *, until: date | None = None, closing: str = "") -> Entry:
    """Begin, pause, resume, renew or end an agreement; raises `Problem` for what its state does not allow.

    `closing` is what was written when parting; without it, what stands there stays.
    """
    agreement = journal.entries.get(id_)
    changes = move(agreement, wanted, journal.time.today(), until)
    if closing.strip():
        changes["closing"] = closing
    return journal.entries.change(id_, changes)


def questions_for_today(journal: Journal) -> list[Asked]:
    """What to ask about agreements that run or rest, the earliest day first."""
    today = journal.time.today()
    found = (question_about(each, today) for each in agreements(journal, states=("active", "paused")))
    return sorted((each for each in found if each), key=lambda each: (each.day, each.agreement.id))
