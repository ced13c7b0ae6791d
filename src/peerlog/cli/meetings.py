"""Meetings as the command line names and lists them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..domain.agenda_line import MARKS
from ..domain.dates import say_day
from ..domain.entry import Entry
from ..domain.meeting_name import meeting_name
from ..domain.moment import Moment
from ..domain.text import clean_line
from ..errors import Refused
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from . import terminal
from .layout import cut, fitted, width
from .listing import one_line
from .terminal import Bold

if TYPE_CHECKING:
    from ..journal.meeting.closing import Closed

_ENDED = {"settled": "settled", "carried": "carried forward"}


def meeting_given(journal: Journal, id_: str | None) -> Entry:
    """The meeting whose id begins so, or the next one; raises `Refused` when there is none."""
    from ..journal.expected_kind import require_at_hand, require_kind
    from ..journal.meeting.meetings_with import next_meeting

    if id_ is None:
        meeting = next_meeting(journal)
        if meeting is None:
            raise Refused("No meeting lies ahead.", "Name one, as “peerlog meeting” lists them.")
        return meeting
    meeting = journal.entries.resolve(id_)
    require_kind(journal, meeting, "meeting", "“peerlog meeting” lists the meetings.")
    return require_at_hand(journal, meeting)


def write_meetings(journal: Journal, meetings: Sequence[Entry]) -> None:
    """One line each: id, when, what, and what is special about it."""
    rows = [(short_id(journal, each.id), said_when(journal, each.when)) for each in meetings]
    widths = [max((width(row[column]) for row in rows), default=0) for column in range(2)]
    room = terminal.columns() - sum(widths) - 4
    for row, meeting in zip(rows, meetings, strict=True):
        left = "  ".join(fitted(cell, cells) for cell, cells in zip(row, widths, strict=True))
        said = " · ".join([meeting_name(meeting), *_aside(meeting)])
        terminal.put(left, "  ", cut(said, max(20, room)) if terminal.is_shown() else said)


def write_agenda(journal: Journal, items: Iterable[Entry]) -> None:
    """One line each: id, mark, what, who brings it, and whether it is dealt with."""
    rows = [(short_id(journal, item.id), item) for item in items]
    cells = max((width(id_) for id_, _ in rows), default=0)
    for id_, item in rows:
        ended = _ENDED.get(item.state, "")
        aside = ", ".join(part for part in (item.line("by"), ended) if part)
        said = f"{item.headline or 'an item without words'}{f' ({aside})' if aside else ''}"
        room = terminal.columns() - cells - 4
        terminal.put(
            f"{fitted(id_, cells)}  {MARKS.get(item.line('sort'), '·')} ",
            cut(said, max(20, room)) if terminal.is_shown() else said,
        )


def write_words(journal: Journal, parts: Iterable[Entry]) -> None:
    """Each with whose it is, a title if it has one, and all of its words."""
    for part in parts:
        whose = clean_line(part.line("presenter") or part.line("by") or "me")
        title = clean_line(part.title)
        terminal.put(f"{short_id(journal, part.id)}  {whose}{f': {title}' if title else ''}")
        for line in part.text.splitlines():
            terminal.put(f"  {line}".rstrip())


def write_closed(journal: Journal, closed: Closed) -> None:
    """What was closed, and each thing that was made with it."""
    terminal.put("Held: ", f"{short_id(journal, closed.meeting.id)} {meeting_name(closed.meeting)}")
    for label, entries in (("Decided: ", closed.decisions), ("To do: ", closed.actions)):
        for entry in entries:
            terminal.put(label, one_line(journal, entry))
    if closed.next:
        terminal.put("Next: ", f"{short_id(journal, closed.next.id)} {said_when(journal, closed.next.when)}")


def said_when(journal: Journal, when: Moment) -> str:
    """When, on the journal's own clock; on the clock it was written by where that one has no such year."""
    here = journal.entries.here(when)
    if terminal.is_shown():
        return f"{say_day(here.day, journal.time.today())}, {here.local:%H:%M}"
    return f"{here.day.isoformat()} {here.local:%H:%M}"


def head(words: str) -> None:
    """A heading, with an empty line before it."""
    terminal.put()
    terminal.put(Bold(words))


def _aside(meeting: Entry) -> list[str]:
    people = ", ".join(meeting.members("people"))
    known = meeting_name(meeting).casefold()
    found = [people] if people and people.casefold() not in known else []
    channel = meeting.line("channel")
    found += [channel] if channel and channel not in known else []
    return [*found, "cancelled"] if meeting.state == "cancelled" else found
