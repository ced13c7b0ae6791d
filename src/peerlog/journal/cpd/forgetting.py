"""Forgetting what has been kept for long enough: records, what they draw on, single entries and files, for good."""

from __future__ import annotations

from collections.abc import Iterable

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import RECORD
from ...errors import Refused
from ..evidence import all_files
from ..evidence import erase as erase_files
from ..journal import Journal
from ..safekeeping.erasing import erase
from .own_days import own_day


def drawn_on(journal: Journal, record: Entry) -> list[str]:
    """The ids of what a record draws on and nobody else has: activities, and private entries that they count."""
    from .writing_record import prepared

    ids = {item.id for part in prepared(journal, record).parts if not part.is_whole for item in part.items}
    found = [each for id_ in sorted(ids) if (each := journal.entries.find(id_))]
    whole = [each for each in map(journal.entries.find, {one.parent for one in found if one.parent}) if each]
    return [each.id for each in (*found, *whole) if each.space == PRIVATE]


def forget_kept(journal: Journal, ids: Iterable[str], *, with_entries: bool = False) -> list[str]:
    """Erase records and entries with their parts, and files, for good; where copies lie that may still hold them.

    The entries that a record draws on stay, unless `with_entries`; what others read stays always. Raises `Refused` for
    an entry without a day of its own, before anything is erased.
    """
    wanted = list(dict.fromkeys(ids))
    files = {file.id for file in all_files(journal, removed=False, in_trash=True)}
    entries: list[str] = []
    for id_ in wanted:
        if id_ in files:
            continue
        entry = journal.entries.get(id_)
        if entry.kind != RECORD.name:
            if own_day(journal, entry) is None:
                raise Refused("Nobody has said how long to keep this.", "“peerlog delete” removes it.")
            entries.append(entry.id)
            continue
        entries += drawn_on(journal, entry) if with_entries else []
        entries += [entry.id, *(part.id for part in journal.entries.parts(entry.id, space=PRIVATE))]
    places: list[str] = []
    if to_erase := [id_ for id_ in wanted if id_ in files]:
        places += erase_files(journal, *to_erase)
    if entries:
        places += erase(journal, dict.fromkeys(entries))
    return list(dict.fromkeys(places))
