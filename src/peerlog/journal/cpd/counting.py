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

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ...portfolio.course import Course

_FACET = ("type", "categories", "participatory", "planned", "points", "marks")


@dataclass(frozen=True, slots=True)
class Counting:
    """`entry` is None for something that stands nowhere yet, `activity` for what does not count yet.

    `facet` are the fields of an activity, as they stand or as they are guessed. `wants_points` is whether a body that
    one keeps to gives points, `lists` are those that the bodies choose from.
    """

    entry: Entry | None
    activity: Entry | None
    minutes: int | None
    facet: Mapping[str, object]
    wants_points: bool
    lists: Sequence[ListAsked] = ()

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
    return Counting(entry, activity, minutes, facet, wants_points(journal), lists_asked(journal, entry.when.day))


def blank_counting(journal: Journal) -> Counting:
    """What to ask about something that stands nowhere yet."""
    lists = lists_asked(journal, journal.time.today())
    return Counting(None, None, None, fields_of(guess_from("", "")), wants_points(journal), lists)


def wants_points(journal: Journal) -> bool:
    """Whether a body that one keeps to counts points that do not follow from the length."""
    return any(
        requirement.unit == "points" and not course.version.points_per_hour
        for course in _courses(journal)
        for requirement in course.requirements
    )


def let_it_count(journal: Journal, entry: Entry, minutes: int, facet: Mapping[str, object]) -> Entry:
    """Let an entry count, or change what an activity counts as; the activity."""
    if entry.kind == ACTIVITY.name:
        return change_activity(journal, entry, {**facet, "minutes": minutes})
    return count_it(journal, entry.id, minutes, facet)


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
