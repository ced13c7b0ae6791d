"""The agenda of a meeting: what there is to talk about, in order, and what goes on to the next one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ...domain.agenda_line import read_agenda_line
from ...domain.carry_forward import CARRIED, LIVE, carried_fields, still_open
from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import AGENDA_ITEM, MEETING
from ...domain.position import NoRoom, between, spread
from ...domain.selection import Selection
from ...errors import Refused
from ..expected_kind import require_kind
from ..journal import Journal
from ..people import known_people
from .meetings_with import meetings_with, over_with_same_people

MOST = 500
"""Items of one agenda, and open ones of all, that are read at once."""
_LOOKED_BACK = 12
"""The latest meetings with the same people that open items are taken from."""
_ITEMS = frozenset({AGENDA_ITEM.name})


def agenda(journal: Journal, meeting: str) -> list[Entry]:
    """The items of a meeting in their order; those without a place last, in the order of their writing."""
    found = journal.entries.page(Selection(kinds=_ITEMS, parent=meeting), limit=MOST).entries
    return sorted(found, key=lambda item: (not item.line("position"), item.line("position"), item.created, item.id))


def add_item(journal: Journal, meeting: Entry, line: str) -> Entry:
    """Put an item at the end of the agenda, as one line says it; raises `Problem`, and `Refused` for no meeting."""
    require_kind(journal, meeting, MEETING.name, "“peerlog meeting” lists the meetings.")
    own = journal.profile.name
    found = read_agenda_line(line, [*meeting.members("people"), *known_people(journal), own])
    by = "" if found.by.casefold() == own.casefold() else found.by
    fields = {"title": found.title, "sort": found.sort, "by": by, "parent": meeting.id}
    with journal.writing(meeting.id):
        return journal.entries.add(AGENDA_ITEM.name, {**fields, "position": _end(journal, meeting.id)})


def settle(journal: Journal, item: str) -> Entry:
    """Note that an item has been dealt with; one that was carried forward stays as it is."""
    return _set_state(journal, item, "settled")


def reopen(journal: Journal, item: str) -> Entry:
    """Take an item up again; one that was carried forward is open in the later meeting."""
    return _set_state(journal, item, LIVE)


def move(journal: Journal, item_id: str, places: int) -> Entry:
    """Move an item so many places down its agenda, up where negative, as far as it goes."""
    with journal.writing(item_id):
        item = _item(journal, item_id)
        items = agenda(journal, item.parent)
        here = next((place for place, each in enumerate(items) if each.id == item.id), 0)
        target = max(0, min(len(items) - 1, here + places))
        if target == here:
            return item
        rest = [each for each in items if each.id != item.id]
        before = rest[target - 1].line("position") if target else ""
        after = rest[target].line("position") if target < len(rest) else ""
        try:
            if (target and not before) or (target < len(rest) and not after):
                raise NoRoom(item.id)  # written elsewhere, without places
            return journal.entries.change(item.id, {"position": between(before, after)})
        except NoRoom:
            _lay_out_anew(journal, [*rest[:target], item, *rest[target:]])
            return journal.entries.get(item.id)


def change_agenda(
    journal: Journal,
    meeting: Entry,
    *,
    add: Sequence[str] = (),
    settled: Sequence[str] = (),
    reopened: Sequence[str] = (),
    moved: Sequence[tuple[str, int]] = (),
) -> list[Entry]:
    """Several changes at once, all of them or none; the agenda after them. Items are named by the beginning of an id.

    Raises `Problem`, `BadInput` and `Refused` as the single ones do.
    """
    with journal.writing(meeting.id):
        for line in add:
            add_item(journal, meeting, line)
        for prefix in settled:
            settle(journal, journal.entries.resolve(prefix).id)
        for prefix in reopened:
            reopen(journal, journal.entries.resolve(prefix).id)
        for prefix, places in moved:
            move(journal, journal.entries.resolve(prefix).id, places)
        return agenda(journal, meeting.id)


def left_open(journal: Journal, meeting: Entry, meetings: Sequence[Entry] | None = None) -> list[Entry]:
    """What earlier meetings of the same people left open and nobody has taken up since, the oldest first.

    `meetings` are those with these people, where they are known already.
    """
    known = meetings_with(journal, meeting.members("people")) if meetings is None else meetings
    earlier = over_with_same_people(journal, meeting, known)[:_LOOKED_BACK]
    items = [item for each in reversed(earlier) for item in agenda(journal, each.id)]
    return still_open(items, agenda(journal, meeting.id))


def carry_forward(journal: Journal, meeting: Entry, only: Collection[str] = ()) -> list[Entry]:
    """Take up in `meeting` what is still open from before, all of it or the items with the ids `only`; the new ones.

    What those who share the meeting have not read is taken up privately. What others share stays open for them.
    """
    require_kind(journal, meeting, MEETING.name, "“peerlog meeting” lists the meetings.")
    with journal.writing(meeting.id):
        carried: list[Entry] = []
        for old in left_open(journal, meeting):
            if only and old.id not in only:
                continue
            fields = carried_fields(old, meeting.id, _end(journal, meeting.id))
            is_shared_by_the_same = old.space == meeting.space
            space = meeting.space if is_shared_by_the_same else PRIVATE
            carried.append(journal.entries.add(AGENDA_ITEM.name, fields, space=space))
            if is_shared_by_the_same or old.space == PRIVATE:
                journal.entries.change(old.id, {"state": CARRIED})
        return carried


def _set_state(journal: Journal, item_id: str, state: str) -> Entry:
    item = _item(journal, item_id)
    if item.state == CARRIED:
        raise Refused(
            f"“{item.headline}” was carried forward to a later meeting.", "Settle it there, or open it again there."
        )
    return journal.entries.change(item.id, {"state": state})


def _item(journal: Journal, id_: str) -> Entry:
    item = journal.entries.get(id_)
    return require_kind(journal, item, AGENDA_ITEM.name, "“peerlog meeting agenda ID” shows the ids of its items.")


def _end(journal: Journal, meeting: str) -> str:
    items = agenda(journal, meeting)
    try:
        return between(max((item.line("position") for item in items), default=""), "")
    except NoRoom:
        _lay_out_anew(journal, items)
        return spread(len(items) + 1)[-1]


def _lay_out_anew(journal: Journal, items: Sequence[Entry]) -> None:
    for item, position in zip(items, spread(len(items)), strict=True):
        journal.entries.change(item.id, {"position": position})
