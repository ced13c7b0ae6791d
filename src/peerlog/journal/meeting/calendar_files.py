"""Meetings in a file that other calendars read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from ...domain.entry import Entry
from ...domain.kinds import ACTION, MEETING
from ...domain.meeting_time import is_over
from ...domain.selection import Selection
from ...errors import Refused
from ..actions import open_actions
from ..expected_kind import require_at_hand, require_kind
from ..exported_files import write_file
from ..exporting import Exported, remember_copy, require_text, warnings_about
from ..home import expanded
from ..journal import Journal

EXTRAS = ("title", "place", "people")
"""What may be said besides the time."""


def meetings_for_calendar(journal: Journal, ids: Sequence[str] = (), *, actions: bool = False) -> list[Entry]:
    """The meetings with these ids, or every one ahead; with `actions` also what is to be done by a day.

    Raises `Refused` for what is no meeting, and when there is nothing to write.
    """
    if ids:
        found = [journal.entries.resolve(id_) for id_ in ids]
    else:
        now = journal.time.moment()
        ahead = journal.entries.page(Selection(kinds=frozenset({MEETING.name}), since=now.day), limit=500).entries
        # One that was cancelled is written too: the calendar that has it takes it out.
        found = [each for each in ahead if each.state == "cancelled" or not is_over(each, now)]
    for entry in found:
        require_kind(journal, entry, MEETING.name, "“peerlog meeting” lists the meetings.")
        require_at_hand(journal, entry)
    found.sort(key=lambda meeting: meeting.when.utc)
    if actions:
        wanted = {entry.id for entry in found} if ids else None
        found += [each for each in open_actions(journal) if each.line("due") and _belongs(each, wanted)]
    if not found:
        raise Refused("No meeting lies ahead.", "Name one, as “peerlog meeting” lists them.")
    return found


def calendar_of(entries: Sequence[Entry], extras: Collection[str] = ()) -> str:
    """The text of the file. Nothing is remembered, for nobody knows where it goes."""
    from ...export.ics import calendar_text

    return calendar_text(entries, extras)


def write_calendar(
    journal: Journal, entries: Sequence[Entry], target: Path, extras: Collection[str] = (), *, force: bool = False
) -> Exported:
    """Write the file, whole or not at all, and remember where; refuses a place that is taken unless `force`."""
    target = expanded(target).absolute()
    require_text(target)
    write_file(target, [calendar_of(entries, extras)], force=force)
    remember_copy(journal, target, len(entries))
    return Exported(len(entries), target, tuple(warnings_about(target)))


def _belongs(action: Entry, meetings: set[str] | None) -> bool:
    return action.kind == ACTION.name and (meetings is None or action.parent in meetings)
