"""What a joint summary is composed from: the entries of one partnership, from nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import ACTION, AGREEMENT, CIRCLE, GOAL, MEETING, REQUEST
from ...domain.selection import Selection
from ...domain.summary.material import KINDS_TOLD, Material
from ...vault import search
from ...vault.space import Space
from ..journal import Journal

_WHOLE = frozenset(kind.name for kind in (AGREEMENT, CIRCLE, GOAL))
"""Kinds of which there are few, and whose beginning may lie long before the period."""

_WITH_PARTS = frozenset(kind.name for kind in (GOAL, MEETING, REQUEST))
_MOST = 20_000
"""More entries than people share in any period."""


def summary_material(journal: Journal, space: str, since: date, until: date) -> Material:
    """Everything that a summary of these days can tell of, as everybody in `space` has it, every name spelt out.

    Besides the days themselves it has the goals with all that belongs to them, and what is still ahead: open actions
    and planned meetings. Raises `Refused` for a space that there is not, and ValueError for the private one.
    """
    if space == PRIVATE:
        raise ValueError("a summary is never made from what is private")
    part = journal.entries.in_space(space)
    where = part.space
    found: dict[str, Entry] = {}

    def take(entries: Iterable[Entry]) -> list[Entry]:
        new = [each for each in entries if each.id not in found]
        found.update((each.id, each) for each in new)
        return new

    told = take(_chosen(where, Selection(space=space, kinds=KINDS_TOLD, since=since, until=until)))
    told += take(_chosen(where, Selection(space=space, kinds=_WHOLE, until=until)))
    told += take(_chosen(where, Selection(space=space, kinds=frozenset({MEETING.name}), since=until)))
    take(
        _chosen(where, Selection(space=space, kinds=frozenset({ACTION.name}), states=frozenset({"open"}), until=until))
    )
    for each in told:
        if each.kind in _WITH_PARTS:
            take(part.stored.parts(each.id))
    members, authors = _people(journal, where)
    return Material(members, tuple(found.values()), {id_: who for id_, who in authors.items() if id_ in found})


def _chosen(space: Space, selection: Selection) -> tuple[Entry, ...]:
    return search.page(space, selection, limit=_MOST).entries


def _people(journal: Journal, space: Space) -> tuple[tuple[str, ...], dict[str, str]]:
    """The names of all who are in it, as all of them have them, and who made each entry, by its id."""
    from ...crypto.key_ids import device_id
    from ...exchange.membership import roster_in

    devices = space.rows("SELECT number, own, key FROM device")
    if space.value("founding", ""):
        roster = roster_in(space)
        names = roster.names
        members = tuple(names[member.id] for member in roster.members if member.here)
        owners = {
            number: roster.own if own else roster.member_of(device_id(bytes(key))) for number, own, key in devices
        }
        called = {number: names[owner] for number, owner in owners.items() if owner in names}
    else:  # who is in it has not come yet
        members = journal.profile.name, space.label
        called = {number: members[0 if own else 1] for number, own, _ in devices}
    rows = space.rows("SELECT id, device FROM entry")
    return members, {bytes(id_).hex(): called[device] for id_, device in rows if device in called}
