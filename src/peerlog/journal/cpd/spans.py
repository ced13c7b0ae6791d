"""Work over a span of days: which types of activity go over days, and from when on something went.

An activity is of its last day. Its first day is the answer to what a body's record asks about its dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from ...domain.dates import written_out
from ...domain.entry import Entry
from ...domain.kinds import ACTIVITY, ANSWER
from ...domain.minutes import LONGEST_SPAN, MOST, parse_minutes, say_minutes
from ...domain.problem import Problem
from ...domain.span import check_span, first_day_in, say_span
from ...domain.text import brief
from ...errors import Refused
from ..journal import Journal
from .facet_fields import activity_type_names

if TYPE_CHECKING:
    from .standing import Standing

_USUAL = "practice_hours"
_DIVIDE = "Make two of it if a part belongs to another period."


def goes_over_days(type_name: object) -> bool:
    """Whether what is of this type can be longer than a day."""
    named = activity_type_names().get(str(type_name or ""))
    return named is not None and named.over_days


def length_of(written: str, type_name: object) -> int:
    """Minutes, as long as something of this type may be; raises `Problem`."""
    minutes = parse_minutes(written, LONGEST_SPAN)
    require_length(minutes, type_name, written)
    return minutes


def require_length(minutes: int, type_name: object, written: str = "") -> None:
    """Raises `Problem` for more than 24 hours of what does not go over days."""
    if minutes > MOST and not goes_over_days(type_name):
        said = brief(written) or say_minutes(minutes)
        usual = activity_type_names()[_USUAL].label
        hint = f"A span of work counts as practice hours, and may be longer: its type is “{usual}”."
        raise Problem(f"“{said}” is not between one minute and 24 hours.", hint)


def span_fields_kept(journal: Journal) -> Mapping[str, str]:
    """The fields for dates of all bodies that one keeps to, by full name, with their shapes."""
    from ...portfolio.span_fields import span_fields
    from .memberships import memberships, scheme_of

    found: dict[str, str] = {}
    for each in memberships(journal):
        try:
            found |= span_fields(scheme_of(each))
        except Refused:
            continue  # its standing says why
    return found


def require_span(journal: Journal, first: date, last: date, minutes: int | None) -> None:
    """Raises `Problem` for a span that cannot be, `Refused` where no body asks from when on something went."""
    check_span(first, last, minutes)
    if not span_fields_kept(journal):
        hint = "Say it in the words; what counts is of its last day."
        raise Refused("None of your requirements asks from when on it went.", hint)


def require_span_of(journal: Journal, entry: Entry, first: date, minutes: int | None) -> None:
    """As `require_span`, of an entry that is to count, or of an activity; without `minutes` as long as it is now."""
    from .activities import activity_of

    activity = entry if entry.kind == ACTIVITY.name else activity_of(journal, entry.id)
    length = minutes or (activity.minutes if activity else None) or entry.minutes
    require_span(journal, first, entry.when.day, length)


def note_first_day(journal: Journal, activity: Entry, first: date | None) -> None:
    """Answer with the span up to the activity's day what bodies ask about its dates; None takes those answers away."""
    from .answers import set_answer

    if first is not None:
        require_span(journal, first, activity.when.day, activity.minutes)
    for name, shape in span_fields_kept(journal).items():
        set_answer(journal, activity, name, _said(first, activity.when.day, shape) if first else "")


def _said(first: date, last: date, shape: str) -> str:
    return first.isoformat() if shape == "day" else say_span(first, last)


def first_day_of(journal: Journal, activity: Entry) -> date | None:
    """From when on an activity went, where that is noted."""
    from .answers import answers_of

    kept = answers_of(journal, activity.id)
    days = (first_day_in(kept[name].text) for name in span_fields_kept(journal) if name in kept)
    return next((day for day in days if day is not None), None)


def notes_on_spans(journal: Journal, standing: Standing) -> list[str]:
    """A sentence about each activity that lies in the period with a part of its days: all of it counts on the last."""
    from ...portfolio.span_fields import span_fields

    period = standing.course.period
    found = []
    for id_, first in _first_days(journal, span_fields(standing.course.scheme)):
        activity = journal.entries.find(id_) if first <= period.last else None
        if activity is None or activity.deleted or activity.fields.get("counts_not"):
            continue
        last = activity.when.day
        if first < period.first <= last <= period.last:
            where = f"all of it counts in this period, which begins on {written_out(period.first)}"
        elif period.first <= first <= period.last < last:
            where = f"none of it counts in this period, which ends on {written_out(period.last)}"
        else:
            continue
        length = f", {say_minutes(activity.minutes)}," if activity.minutes else ""
        named = f"“{brief(activity.title or activity.headline)}”{length}"
        found.append(f"{named} goes from {say_span(first, last)}: {where}. {_DIVIDE}")
    return found


def _first_days(journal: Journal, names: Iterable[str]) -> Iterable[tuple[str, date]]:
    """The ids of activities with their first days; of answers no other text is read than that of these fields."""
    from ...vault.kind_fields import fields_of_kind

    wanted = frozenset(names)
    if not wanted:
        return
    kept = [
        (id_, str(fields.get("parent", "")))
        for id_, fields, has_text in fields_of_kind(journal.private, ANSWER.name)
        if has_text and fields.get("field") in wanted
    ]
    for id_, parent in kept:
        first = first_day_in(journal.entries.get(id_).text)
        if first is not None:
            yield parent, first
