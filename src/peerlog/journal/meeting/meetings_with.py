"""Finding meetings by the people in them, without reading all of them."""

from __future__ import annotations

from collections.abc import Iterable

from ...domain.carry_forward import any_of, same_people
from ...domain.entry import Entry
from ...domain.kinds import MEETING
from ...domain.meeting_time import is_over, took_place
from ...domain.selection import Selection
from ..journal import Journal

_EACH = 40
"""The newest meetings with each person that are looked at."""
MOST_PEOPLE = 8
_MEETINGS = frozenset({MEETING.name})


def meetings_with(journal: Journal, people: Iterable[str], each: int = _EACH) -> list[Entry]:
    """The newest meetings that name any of `people`, the latest first."""
    found: dict[str, Entry] = {}
    names = [name for name in people if name.casefold() != journal.profile.name.casefold()][:MOST_PEOPLE]
    for name in names:
        hits = journal.entries.page(Selection(kinds=_MEETINGS), phrase(name), limit=each).entries if name else ()
        # A name without a letter or a digit is not in the index.
        hits = hits or journal.entries.page(Selection(kinds=_MEETINGS), limit=each).entries
        found |= {meeting.id: meeting for meeting in hits if any_of([name], meeting.members("people"))}
    return sorted(found.values(), key=lambda meeting: meeting.when.utc, reverse=True)


def last_contact(journal: Journal, meetings: Iterable[Entry]) -> Entry | None:
    """The latest of `meetings`, given from the latest on, that took place; a letter or a message counts."""
    now = journal.time.moment()
    return next((each for each in meetings if each.when.utc <= now.utc and took_place(each, now)), None)


def over_with_same_people(journal: Journal, meeting: Entry, meetings: Iterable[Entry]) -> list[Entry]:
    """Those of `meetings` that are over, began before `meeting` and were of the same people."""
    now, own = journal.time.moment(), journal.profile.name
    people = meeting.members("people")
    return [
        each
        for each in meetings
        if each.id != meeting.id
        and is_over(each, now)
        and each.when.utc < meeting.when.utc
        and same_people(people, each.members("people"), own)
    ]


def next_meeting(journal: Journal) -> Entry | None:
    """The meeting that comes next, or that is going on."""
    now = journal.time.moment()
    ahead = journal.entries.page(Selection(kinds=_MEETINGS, since=now.day), limit=200).entries
    coming = [each for each in ahead if not is_over(each, now)]
    return min(coming, key=lambda each: each.when.utc, default=None)


def phrase(words: str) -> str:
    """Words as a search takes them that looks for them side by side."""
    return f'"{words.replace(chr(34), " ")}"'
