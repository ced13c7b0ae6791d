"""What is asked when something is to count: the entry, what it looks like, and what was said of it before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ...domain.kinds import ACTIVITY
from ..journal import Journal
from .activities import activity_of, count_it, count_not, look_again, require_countable, was_looked_at
from .changing import change_activity
from .guesses import fields_of, guess_for, guess_from
from .lists_asked import ListAsked, lists_asked
from .spans import first_day_of, note_first_day, require_span, span_fields_kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ...portfolio.course import Course

_FACET = ("type", "categories", "participatory", "planned", "points", "marks")


@dataclass(frozen=True, slots=True)
class Counting:
    """`entry` is None for something that stands nowhere yet, `activity` for what does not count yet.

    `facet` are the fields of an activity, as they stand or as they are guessed; all of it counts on `day`.
    `wants_points` is whether a body that one keeps to gives points, `lists` are those that the bodies choose from.
    `asks_first_day` is whether a body asks from when on something went, `first_day` what is noted of that.
    """

    entry: Entry | None
    activity: Entry | None
    minutes: int | None
    facet: Mapping[str, object]
    day: date
    wants_points: bool
    lists: Sequence[ListAsked] = ()
    asks_first_day: bool = False
    first_day: date | None = None

    @property
    def is_guessed(self) -> bool:
        return self.activity is None


def begin_counting(journal: Journal, entry_id: str) -> Counting:
    """What to ask about an entry or an activity; raises `Refused` for what cannot count."""
    entry = journal.entries.get(entry_id)
    if entry.kind == ACTIVITY.name and entry.parent:
        entry = journal.entries.find(entry.parent) or entry
    activity: Entry | None
    if entry.kind == ACTIVITY.name:
        activity = entry
    else:
        require_countable(journal, entry)
        activity = activity_of(journal, entry.id)
    facet = {name: activity.fields.get(name) for name in _FACET} if activity else fields_of(guess_for(journal, entry))
    minutes = (activity.minutes if activity else None) or entry.minutes
    return Counting(
        entry,
        activity,
        minutes,
        facet,
        entry.when.day,
        wants_points(journal),
        lists_asked(journal, entry.when.day),
        bool(span_fields_kept(journal)),
        first_day_of(journal, activity) if activity else None,
    )


def blank_counting(journal: Journal) -> Counting:
    """What to ask about something that stands nowhere yet."""
    today = journal.time.today()
    facet, asks = fields_of(guess_from("", "")), bool(span_fields_kept(journal))
    return Counting(None, None, None, facet, today, wants_points(journal), lists_asked(journal, today), asks)


def wants_points(journal: Journal) -> bool:
    """Whether a body that one keeps to counts points that do not follow from the length."""
    return any(
        requirement.unit == "points" and not course.version.points_per_hour
        for course in _courses(journal)
        for requirement in course.requirements
    )


def let_it_count(
    journal: Journal,
    counting: Counting,
    minutes: int,
    facet: Mapping[str, object],
    first_day: date | None = None,
) -> Entry:
    """Let what was asked about count, or change what it counts as; the activity.

    Raises as `count_it` and `spans.require_span`, with nothing changed.
    """
    entry = counting.entry
    if entry is None:
        raise LookupError("this stands nowhere yet")
    if first_day is not None:
        require_span(journal, first_day, entry.when.day, minutes)
    if entry.kind == ACTIVITY.name:
        activity = change_activity(journal, entry, {**facet, "minutes": minutes})
    else:
        activity = count_it(journal, entry.id, minutes, facet)
    if first_day != counting.first_day:
        note_first_day(journal, activity, first_day)
    return activity


def put_back(journal: Journal, entry_id: str, before: Entry | None, *, looked_at: bool) -> None:
    """Make what is said of an entry what it was: `before`, or that it did not count, or nothing at all."""
    if before is not None:
        fields = {name: before.fields.get(name) for name in (*_FACET, "minutes")}
        if before.id == entry_id:
            journal.entries.change(before.id, fields)
            return
        now = activity_of(journal, entry_id)
        journal.entries.change(now.id if now else before.id, {**fields, "counts_not": False})
    elif looked_at:
        count_not(journal, entry_id)
    else:
        look_again(journal, entry_id)


def put_first_day_back(journal: Journal, counting: Counting) -> None:
    """Note again from when on it went what `counting` was asked about, where it counted before."""
    if counting.activity is None:
        return
    activity = journal.entries.get(counting.activity.id)
    if first_day_of(journal, activity) != counting.first_day:
        note_first_day(journal, activity, counting.first_day)


def said_before(journal: Journal, entry: Entry) -> tuple[Entry | None, bool]:
    """What counted before, and whether the entry was looked at, for `put_back`."""
    if entry.kind == ACTIVITY.name:
        return entry, True
    return activity_of(journal, entry.id), was_looked_at(journal, entry.id)


def _courses(journal: Journal) -> Iterator[Course]:
    from ...domain.problem import Problem
    from ...errors import Refused
    from .memberships import course_of, memberships

    today = journal.time.today()
    for each in memberships(journal):
        try:
            yield course_of(each, today)
        except (Problem, Refused):
            continue  # its standing says why
