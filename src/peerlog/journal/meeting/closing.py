"""Closing a meeting: what came of it, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...domain.action_line import ActionLine
from ...domain.closing import Closing, length
from ...domain.entry import Draft, Entry
from ...domain.field import LONGEST_LINE
from ...domain.kinds import ACTION, DECISION, MEETING, PULSE, THANKS
from ..action_reader import action_reader
from ..journal import Journal
from . import running
from .agenda import carry_forward

CLOSES = "closes"
"""The field of a draft that holds the form of a closing: the id of the meeting."""


@dataclass(frozen=True, slots=True)
class Closed:
    """The meeting as it is now, and what was made with it; `carried` are the items that the next one takes up."""

    meeting: Entry
    decisions: tuple[Entry, ...]
    actions: tuple[Entry, ...]
    next: Entry | None
    carried: tuple[Entry, ...]
    thanks: Entry | None
    pulse: Entry | None


def close_meeting(journal: Journal, id_: str, closing: Closing, *, draft: str = "") -> Closed:
    """Note that a meeting was held and what came of it; where it runs, its notes are saved and it runs no longer.

    All or nothing: raises `Problem` for what does not fit and `Refused` for what is no meeting, and then nothing has
    changed. The next meeting has the same people, channel, place and planned length, and takes up what is still open
    on the agenda. `draft`, which held the form, is dropped.
    """
    with journal.writing(id_):
        meeting = running.meeting_with_id(journal, id_)
        run = running.found(journal, id_)
        if run:
            running.keep_words(journal, run, run.notes.text, run.private.text)
            running.stop(journal, run)
        reader = action_reader(journal, meeting.members("people"))
        planned = [reader.read(line) for line in closing.actions]
        held = journal.entries.change(id_, _changes(journal, meeting, closing, run))
        again = _next(journal, meeting, closing) if closing.next else None
        closed = Closed(
            meeting=held,
            decisions=tuple(_decision(journal, id_, line) for line in closing.decisions),
            actions=tuple(_action(journal, id_, line) for line in planned),
            next=again,
            carried=tuple(carry_forward(journal, again)) if again else (),
            thanks=_thanks(journal, meeting, closing),
            pulse=_pulse(journal, id_, closing),
        )
        if draft:
            journal.entries.drop_draft(draft)
    return closed


def closing_draft(id_: str, meeting_id: str, typed: Mapping[str, object]) -> Draft:
    """The form as typed so far; whoever stores it puts the time on it."""
    return Draft(id_, MEETING.name, {**typed, CLOSES: meeting_id}, "")


def meeting_closed_by(draft: Draft) -> str:
    """The id of the meeting whose form of closing a draft holds; empty for any other draft."""
    closes = draft.fields.get(CLOSES)
    return closes if isinstance(closes, str) else ""


def meeting_of(journal: Journal, draft: Draft) -> Entry | None:
    """The meeting that a draft keeps running, or whose form of closing it holds; None when that is gone."""
    closes = meeting_closed_by(draft)
    if not closes:
        return running.meeting_that_runs(journal, draft)
    entry = journal.entries.find(closes)
    return entry if entry and entry.kind == MEETING.name and not entry.deleted else None


def _changes(journal: Journal, meeting: Entry, closing: Closing, run: running.Running | None) -> dict[str, object]:
    said = {"summary": closing.summary, "insights": closing.insights, "apologies": closing.apologies}
    changes: dict[str, object] = {name: value for name, value in said.items() if value is not None}
    minutes = closing.minutes or length(run.passed if run else None, meeting.minutes)
    now = journal.time.moment()
    if meeting.when.utc > now.utc:  # it came earlier than planned
        changes["when"] = run.began if run else now
    return {**changes, "minutes": minutes, "state": "held"}


def _decision(journal: Journal, meeting_id: str, line: str) -> Entry:
    words = {"title": line} if len(line) <= LONGEST_LINE else {"text": line}
    return journal.entries.add(DECISION.name, {**words, "parent": meeting_id})


def _action(journal: Journal, meeting_id: str, line: ActionLine) -> Entry:
    fields = {"title": line.title, "owner": line.owner, "due": line.due, "parent": meeting_id}
    return journal.entries.add(ACTION.name, fields)


def _next(journal: Journal, meeting: Entry, closing: Closing) -> Entry:
    same = {name: meeting.fields[name] for name in ("title", "channel", "place", "minutes") if name in meeting.fields}
    people = _together(meeting.members("people"), closing.apologies or meeting.members("apologies"))
    again = {**same, "people": people, "when": closing.next, "state": "planned"}
    return journal.entries.add(MEETING.name, again, space=meeting.space)


def _thanks(journal: Journal, meeting: Entry, closing: Closing) -> Entry | None:
    if not (closing.thanks or closing.thanks_to):
        return None
    to = closing.thanks_to or meeting.members("people")
    fields = {"text": closing.thanks, "people": to, "quotable": closing.quotable, "parent": meeting.id}
    return journal.entries.add(THANKS.name, fields)


def _pulse(journal: Journal, meeting_id: str, closing: Closing) -> Entry | None:
    if not (closing.pulse or closing.more_of):
        return None
    return journal.entries.add(PULSE.name, {**closing.pulse, "text": closing.more_of, "parent": meeting_id})


def _together(*groups: Sequence[str]) -> tuple[str, ...]:
    """Everybody in any of the groups, each once, in whatever case."""
    names: dict[str, str] = {}
    for name in (name for group in groups for name in group):
        names.setdefault(name.casefold(), name)
    return tuple(names.values())
