"""What a field of a record says: one's own answer, else what its entry says, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..domain.answer_shape import read_answer, say_answer
from ..domain.dates import written_out
from ..domain.minutes import LONGEST_SPAN, MOST, say_minutes
from ..domain.prepared_record import Answer, PreparedField, count_words, say_words
from ..domain.scheme.record_part import RecordField, RecordPart
from .course import Course
from .record_material import Activity


def prepared_fields(
    course: Course, part: RecordPart, answers: Mapping[str, str], activity: Activity | None
) -> tuple[PreparedField, ...]:
    """The fields of one set, for an activity or, where it is None, for the whole record."""
    return tuple(_prepared(course, part, field, answers, activity) for field in part.fields)


def _prepared(
    course: Course, part: RecordPart, field: RecordField, answers: Mapping[str, str], activity: Activity | None
) -> PreparedField:
    name = f"{course.scheme.name}.{field.name}"
    own = answers.get(name, "").strip()
    drawn = _drawn(field, activity)
    kept_back = bool(field.draws) and not part.is_drawn(field)
    source, problem = ("own", "") if own else ("", "")
    value: Answer = None
    if own:
        goes_on = activity is None or activity.counted.traits.over_days
        value, problem = read_answer(field.shape, own, LONGEST_SPAN if goes_on else MOST)
    elif drawn not in (None, "", ()) and not kept_back:
        source, value = "entry", drawn
    text = say_answer(field.shape, value)
    draft = drawn if kept_back and not own and isinstance(drawn, str) else ""
    problem = problem or _problem(course, field, value, text, bool(draft))
    return PreparedField(
        name,
        field.label,
        field.shape,
        value,
        text,
        source if value is not None else "",
        field.required,
        field.least_words,
        field.most_words,
        field.most_characters,
        field.hint,
        draft,
        problem,
    )


def _drawn(field: RecordField, activity: Activity | None) -> Answer:
    if activity is None:
        return None
    counted = activity.counted
    if field.shape == "list":
        return tuple(sorted(mark.value for mark in counted.traits.marks if mark.list == field.list))
    match field.draws:
        case "title":
            return activity.title
        case "text":
            return activity.text.strip()
        case "day":
            return counted.day.isoformat() if field.shape == "day" else written_out(counted.day)
        case "minutes" if not counted.minutes:
            return None
        case "minutes":
            return counted.minutes if field.shape == "minutes" else say_minutes(counted.minutes)
        case "type":
            return activity.type
        case "people":
            return activity.people if field.shape == "people" else ", ".join(activity.people)
        case "evidence":
            return "; ".join(activity.evidence)
        case "participatory" | "planned" as flag:
            told: bool = getattr(counted.traits, flag)
            return told if field.shape == "yes" else ("Yes" if told else "No")
    return None


def _problem(course: Course, field: RecordField, value: Answer, text: str, has_draft: bool) -> str:
    if not text:
        if not field.required:
            return ""
        if field.shape == "list":
            return "None is chosen yet."
        if field.draws == "evidence":
            return "No file is kept with it yet."
        if has_draft:
            return "Not written yet; your entry can be a start, and none of it leaves by itself."
        return "Not written yet."
    if field.shape == "list" and isinstance(value, tuple):
        return _not_in_list(course.values(field.list), value)
    words = count_words(text)
    if field.most_words and words > field.most_words:
        return f"{say_words(words - field.most_words)} too many: {words:,} of {field.most_words:,}."
    if field.most_characters and len(text) > field.most_characters:
        over = len(text) - field.most_characters
        said = "character" if over == 1 else "characters"
        return f"{over:,} {said} too many: {len(text):,} of {field.most_characters:,}."
    if field.least_words and words < field.least_words:
        return f"{say_words(words)}; at least {field.least_words:,} are asked for."
    return ""


def _not_in_list(known: Sequence[str], values: Sequence[str]) -> str:
    stray = [value for value in values if known and value not in known]
    return f"“{stray[0]}” is not in the list." if stray else ""
