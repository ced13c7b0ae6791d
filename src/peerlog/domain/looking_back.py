"""What a month or a year held: counted from its entries, for the writer's own eyes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from .entry import Entry
from .field import Shape
from .kinds import ACTION, CHOSEN, IDEA, KINDS, MEETING, REFLECTION, THANKS
from .period import Period


@dataclass(frozen=True, slots=True)
class Meetings:
    """Meetings of a period: how many `held` (a past one that nobody cancelled), `cancelled`, still `ahead`.

    `people` gives each person's name the number of meetings held and their minutes.
    """

    held: int
    cancelled: int
    ahead: int
    minutes: int
    people: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class LookingBack:
    """`written` are entries in each of the period's parts (days of a month, months of a year), `kinds` by their names.

    `days` is on how many days something was written, `words` how many words; `actions_done` were ticked off in the
    period, `actions_added` noted in it; `ideas` and `reflections` count states and models; `tags` are the most used.
    """

    period: Period
    written: tuple[int, ...]
    days: int
    words: int
    kinds: Mapping[str, int]
    meetings: Meetings
    actions_added: int
    actions_done: int
    ideas: Mapping[str, int]
    reflections: Mapping[str, int]
    thanks_given: int
    thanks_received: int
    tags: tuple[tuple[str, int], ...]


MOST_TAGS = 8


def look_back(period: Period, entries: Iterable[Entry], today: date) -> LookingBack:
    """Count `entries`, parts among them; those that lie outside the period count only for what was done in it."""
    found = list(entries)
    inside = [each for each in found if period.first <= each.when.day <= period.last]
    chosen = [each for each in inside if each.kind in CHOSEN]
    by_day = Counter(each.when.day for each in chosen)
    tags = Counter(tag for each in chosen for tag in each.tags)
    thanks = [each for each in inside if each.kind == THANKS.name]
    actions = [each for each in found if each.kind == ACTION.name]
    return LookingBack(
        period,
        tuple(sum(by_day[day] for day in _days(first, last)) for _, first, last in period.parts()),
        len(by_day),
        sum(map(_words, chosen)),
        {kind: count for kind in CHOSEN if (count := sum(each.kind == kind for each in chosen))},
        _meetings([each for each in inside if each.kind == MEETING.name], today),
        sum(period.first <= each.when.day <= period.last for each in actions),
        sum(_is_within(period, each.line("done_on")) for each in actions if each.state == "done"),
        Counter(each.state for each in inside if each.kind == IDEA.name and each.state),
        Counter(each.line("model") or "free" for each in inside if each.kind == REFLECTION.name),
        sum(not each.line("source") for each in thanks),
        sum(bool(each.line("source")) for each in thanks),
        tuple(sorted(tags.items(), key=lambda item: (-item[1], item[0].casefold()))[:MOST_TAGS]),
    )


def was_held(meeting: Entry, today: date) -> bool:
    """Whether a meeting took place: said so, or past and not cancelled."""
    return meeting.state == "held" or (meeting.state != "cancelled" and meeting.when.day < today)


def _meetings(meetings: list[Entry], today: date) -> Meetings:
    held = [each for each in meetings if was_held(each, today)]
    people: dict[str, tuple[int, int]] = {}
    for each in held:
        for name in set(each.members("people")) - set(each.members("apologies")):
            count, minutes = people.get(name, (0, 0))
            people[name] = count + 1, minutes + (each.minutes or 0)
    cancelled = sum(each.state == "cancelled" for each in meetings)
    return Meetings(
        len(held),
        cancelled,
        len(meetings) - len(held) - cancelled,
        sum(each.minutes or 0 for each in held),
        dict(sorted(people.items(), key=lambda item: item[0].casefold())),
    )


def _words(entry: Entry) -> int:
    """How many words its texts have: those of its kind, and what answers a model or fills in a template."""
    kind = KINDS[entry.kind]
    prefix = kind.further.prefix if kind.further else None
    texts = {field.name for field in kind.all_fields.values() if field.shape is Shape.PROSE}
    return sum(
        len(value.split())
        for name, value in entry.fields.items()
        if isinstance(value, str) and (name in texts or (prefix and name.startswith(prefix)))
    )


def _is_within(period: Period, day: str) -> bool:
    return bool(day) and period.first <= date.fromisoformat(day) <= period.last


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
