"""A record as its page shows it: what it says now, the entries that are in it, and those that could be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ...domain.prepared_record import PreparedRecord, Shortfall
from ...domain.problem import Problem
from ...domain.scheme.period_rule import PeriodKind
from ...errors import Refused
from ..journal import Journal
from .counted_entries import counted_entries
from .memberships import course_of
from .records import HANDED_IN, begin_record, record_for, record_title, records
from .standing import where_i_stand
from .writing_record import membership_of, prepared

if TYPE_CHECKING:
    from .standing import Status


@dataclass(frozen=True, slots=True)
class RecordLook:
    """`activities` are those in it and those left out, by their ids.

    `is_chosen` says that somebody chose what is in it; before that, everything that counts is. `is_current` says that
    it is about the period that runs today.
    """

    membership: Entry
    prepared: PreparedRecord
    activities: Mapping[str, Entry]
    is_chosen: bool
    is_current: bool


def look_at_record(journal: Journal, record: Entry) -> RecordLook:
    """Raises `Refused` and `Problem` where its body, or the period, is not known any more."""
    membership = membership_of(journal, record)
    shown = prepared(journal, record)
    inside = {item.id for part in shown.parts if not part.is_whole for item in part.items}
    outside = {id_ for part in shown.parts for id_ in part.left_out}
    running = course_of(membership, journal.time.today()).period
    return RecordLook(
        membership,
        shown,
        {id_: journal.entries.get(id_) for id_ in inside | outside},
        bool(record.members("links")),
        (running.first, running.last) == (shown.first, shown.last),
    )


def is_handed_in(record: Entry) -> bool:
    return record.state == HANDED_IN


def records_of(journal: Journal, membership: Entry) -> list[Entry]:
    """The records of one body, the latest period first."""
    return [each for each in records(journal) if each.line("scheme") == membership.line("scheme")]


def open_record(journal: Journal, membership: Entry, day: date | None = None) -> tuple[Entry, bool]:
    """The record of the period with `day` (today for None), and whether it had to be begun."""
    last = course_of(membership, day or journal.time.today()).period.last
    found = record_for(journal, membership, last)
    return (found, False) if found else (begin_record(journal, membership, day), True)


def period_before(journal: Journal, membership: Entry) -> tuple[date, date] | None:
    """The first and last day of the period before the one that runs, where something counts in it and no record is.

    It is often handed in only once it is over.
    """
    try:
        course = course_of(membership, journal.time.today())
        period = course_of(membership, course.period.first - timedelta(days=1)).period
    except (Problem, Refused):
        return None  # where one stands says why
    if course.version.period.kind is PeriodKind.ROLLING:
        return None  # it is never over
    if record_for(journal, membership, period.last) or not any(counted_entries(journal, period.first, period.last)):
        return None
    return period.first, period.last


@dataclass(frozen=True, slots=True)
class NotBegun:
    """A period that is over, in which something counts, and that has no record yet; `title` is what that would bear."""

    membership: Entry
    title: str
    last: date


def not_begun(journal: Journal, kept: Iterable[Entry]) -> list[NotBegun]:
    """Of each body the period before the one that runs, where its record was not begun."""
    found = ((each, period_before(journal, each)) for each in kept)
    return [NotBegun(each, record_title(each, *period), period[1]) for each, period in found if period]


def requirement_behind(journal: Journal, look: RecordLook, part: str, short: Shortfall | None = None) -> Status | None:
    """Where the requirement stands whose activities go into a part of a record, or the one that is fallen short of.

    None where the part is for any requirement, or the record is not about the period that runs.
    """
    (stand,) = where_i_stand(journal, [look.membership])
    if stand.standing is None or not look.is_current:
        return None
    if short is not None:
        known = (each for each in stand.standing.statuses if each.requirement.name == short.requirement)
        return next((each for each in known if each.first == short.first), None)
    name = next((each.of for each in stand.standing.course.version.parts if each.name == part), "")
    found = [each for each in stand.standing.statuses if each.requirement.name == name]
    return next((each for each in found if each.missing), found[0] if found else None)
