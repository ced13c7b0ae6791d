"""Every paper of a space with the texts that came along, whatever has become of the entries that brought them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from ..domain.entry import Entry
from ..domain.kinds import APPROVAL, THANKS
from ..domain.selection import Selection
from ..history.change import Change, read_change
from ..history.roster import Roster
from ..vault import search
from ..vault.changes import Changes
from ..vault.entries import Entries
from ..vault.space import Space
from .paper import read_paper
from .statement import BadConsent, ConsentStatement, NewerConsent
from .thanks_writers import writers_of
from .verdict import Carried, Objection, Verdict, judge

_AT_ONCE = 200


@dataclass(frozen=True)
class _Brought:
    """A value of `signed` or of `content` that ever came: by whom (a member id), when they say it was, and whether it
    was after their device had been taken out of use."""

    register: str
    value: str
    sender: str
    at: str
    late: bool = False


def verdict_in(space: Space, roster: Roster) -> Verdict:
    """What the papers of a shared space add up to; those that are none are among its objections."""
    papers: list[Carried] = []
    texts: set[str] = set()
    unread: list[Objection] = []
    for brought in _all_brought(space, roster):
        if brought.register == "content":
            texts.add(brought.value)
            continue
        try:
            papers.append(Carried(read_paper(brought.value), brought.sender, brought.at, brought.late))
        except NewerConsent:
            unread.append(Objection("something that was signed with a later version of peerlog", brought.sender))
        except BadConsent as error:
            unread.append(Objection(f"something in the place of a signature that is none: {error}", brought.sender))
    said = [each.paper.says for each in papers]
    thanks = {each.document for each in said if isinstance(each, ConsentStatement) and each.kind == THANKS.name}
    found = judge(roster, papers, texts, writers=writers_of(space, roster, thanks))
    unread.sort(key=lambda each: (each.why, each.sender))
    return Verdict(found.asked, (*dict.fromkeys(unread), *found.objections))


def _all_brought(space: Space, roster: Roster) -> Iterator[_Brought]:
    """A value that was signed once counts for ever, so earlier ones and those of retired devices are read too.

    Each is from whoever's device signed the change that brought it, also where that is not whose entry it is.
    """
    changes = Changes(space)
    entries = {entry.id: entry for entry in _entries(space)}
    for id_ in dict.fromkeys([*entries, *_without_entry(space, roster)]):
        made = {change.id: change for change in changes.of_entry(id_)}
        known: set[tuple[str, str]] = set()
        for (by, register), (_, value) in changes.values_of(id_).items():
            said = json.loads(value) if register in ("signed", "content") else None
            if isinstance(said, str) and said:
                known.add((register, said))
                yield _Brought(register, said, *_whose(made[by], roster))
        if entry := entries.get(id_):
            here = {(register, entry.line(register)) for register in ("signed", "content") if entry.line(register)}
            for register, said in sorted(here - known):
                yield _Brought(register, said, roster.own, entry.created)


def _whose(change: Change, roster: Roster) -> tuple[str, str, bool]:
    last = roster.last_of(change.device)
    return roster.member_of(change.device) or "", change.at, last is not None and change.seq > last


def _entries(space: Space) -> Iterator[Entry]:
    selection, after = Selection(kinds=frozenset({APPROVAL.name})), None
    while True:
        page = search.page(space, selection, after=after, limit=_AT_ONCE)
        yield from page.entries
        if page.after is None:
            break
        after = page.after
    stored = Entries(space)
    gone = space.rows("SELECT id FROM entry WHERE deleted IS NOT NULL AND kind = ?", (APPROVAL.name,))
    yield from stored.with_ids(bytes(id_).hex() for (id_,) in gone)


def _without_entry(space: Space, roster: Roster) -> Iterator[str]:
    """Approvals by devices that were retired with a cut before them: no entry was made of these."""
    for member in roster.members:
        for device in member.devices:
            if device.last is None:
                continue
            rows = space.rows("SELECT text FROM change WHERE device = ? AND seq > ?", (device.id, device.last))
            for (text,) in rows:
                change = read_change(text.encode())
                if change.kind == APPROVAL.name:
                    yield change.entry
