"""The form of a closing: what it begins with, and what it says at the end."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from ...domain.closing import ACTIONS, DECISIONS, FIELDS, NEXT, PULSES, QUOTABLE, Closing, length, lines_of
from ...domain.entry import Entry
from ...domain.kinds import ACTION, DECISION
from ...domain.moment import Moment
from ...journal.journal import Journal
from ...journal.meeting import running
from ...journal.meeting.closing import meeting_closed_by

_NAMES = frozenset(each.name for each in FIELDS)


@dataclass(frozen=True, slots=True)
class ClosingBegun:
    """The meeting, its time on the journal's clock, what the form begins with, and the draft that holds it.

    `noted` says how many actions and decisions it has already: `2 actions, 1 decision`.
    """

    meeting: Entry
    when: Moment
    now: Moment
    typed: Mapping[str, object]
    draft: str
    noted: str


def begin_closing(journal: Journal, meeting_id: str, passed: float | None) -> ClosingBegun:
    """A meeting's form as it was left, or with what the meeting says already; raises `Refused` for no meeting.

    `passed` are the seconds that it has run, where the app has counted them.
    """
    meeting = running.meeting_with_id(journal, meeting_id)
    run = running.found(journal, meeting_id)
    draft = next((each for each in journal.entries.drafts() if meeting_closed_by(each) == meeting_id), None)
    noted = _noted(journal, meeting_id)
    now, when = journal.time.moment(), journal.entries.when_of(meeting)
    if draft:
        typed = {name: value for name, value in draft.fields.items() if value and name in _NAMES}
        return ClosingBegun(meeting, when, now, typed, draft.id, noted)
    minutes = length(passed if passed is not None else run.passed if run else None, meeting.minutes)
    start = {
        "summary": meeting.line("summary"),
        "insights": meeting.line("insights"),
        "apologies": ", ".join(meeting.members("apologies")),
        "minutes": str(minutes or ""),
    }
    typed = {name: value for name, value in start.items() if value}
    return ClosingBegun(meeting, when, now, typed, secrets.token_hex(16), noted)


def _noted(journal: Journal, meeting_id: str) -> str:
    kinds = [part.kind for part in journal.entries.parts(meeting_id, ACTION.name, DECISION.name)]
    counts = [(kinds.count(kind.name), kind.label.lower()) for kind in (ACTION, DECISION)]
    return ", ".join(f"{count} {label if count == 1 else label + 's'}" for count, label in counts if count)


def closing_from(values: Mapping[str, object]) -> Closing:
    """What the values of the form say, by the names of its fields."""

    def text(name: str) -> str:
        return str(values.get(name) or "")

    def names(name: str) -> tuple[str, ...]:
        found = values.get(name)
        return found if isinstance(found, tuple) else ()

    minutes, again = values.get("minutes"), values.get(NEXT.name)
    return Closing(
        summary=text("summary"),
        insights=text("insights"),
        apologies=names("apologies"),
        minutes=minutes if isinstance(minutes, int) else None,
        decisions=lines_of(text(DECISIONS.name)),
        actions=lines_of(text(ACTIONS.name)),
        next=again if isinstance(again, Moment) else None,
        thanks=text("thanks"),
        thanks_to=names("thanks_to"),
        quotable=values.get(QUOTABLE.name) == "yes",
        pulse={each.name: int(text(each.name)) for each in PULSES if values.get(each.name)},
        more_of=text("more_of"),
    )
