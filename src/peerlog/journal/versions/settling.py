"""Settling two versions: one of them, both, other words. It leaves with the next update and can be undone before."""

from __future__ import annotations

from collections.abc import Mapping

from ...domain.entry import Entry
from ...domain.field import Value
from ...errors import BadInput, Refused
from ...exchange.differing import Apart, Settling
from ...history.change import DELETED
from ...history.registers import COMPOUNDS
from ..journal import Journal
from ..shared.authorship import Author, not_mine
from .two_versions import OneVersion, TwoVersions, find_again


def take(journal: Journal, shown: TwoVersions, version: OneVersion) -> Entry:
    """Let one version stand. Raises `Refused` when there are others by now than those that were `shown`."""
    if shown.is_deletion:
        return take_out(journal, shown) if version == shown.versions[0] else keep(journal, shown)
    if version.missing:
        raise Refused("The words of this version have not come.", "The next update of whoever has them brings them.")
    return _settle(journal, shown, version.fields)


def take_both(journal: Journal, shown: TwoVersions) -> Entry:
    """Let all versions stand, one after the other."""
    if not shown.is_long:
        raise BadInput(f"“{shown.label}” has room for one of them.", "Take one of them, or write it anew.")
    return settle_with_text(journal, shown, shown.both)


def settle_with_text(journal: Journal, shown: TwoVersions, text: str) -> Entry:
    """Let other words stand in place of all versions."""
    if not shown.is_text:
        raise BadInput(f"“{shown.label}” is no text.", "Take one of them, and change the entry afterwards.")
    return _settle(journal, shown, {shown.register: text})


def take_proposal(journal: Journal, shown: TwoVersions) -> Entry:
    """Let the text stand that both versions make together; raises `Refused` where both changed the same place."""
    if shown.proposed is None:
        raise Refused("Both changed the same place, so there is nothing to take as it is.", "Choose, or write it anew.")
    return settle_with_text(journal, shown, shown.proposed)


def keep(journal: Journal, shown: TwoVersions) -> Entry:
    """Keep an entry that somebody took out while somebody else changed it."""
    return _decide(journal, shown, deletes=False)


def take_out(journal: Journal, shown: TwoVersions) -> Entry:
    """Let an entry go that somebody took out while somebody else changed it: to the trash, with its parts."""
    return _decide(journal, shown, deletes=True)


def undo_settling(journal: Journal, entry: Entry, register: str) -> Entry:
    """Let the two versions stand again; raises `Refused` once it has left."""
    space = journal.spaces[entry.space]
    with journal.writing(entry.id):
        settling = Settling(space, journal.time.stamp())
        before = settling.before(entry.id, register)
        if before is None:
            raise Refused("There is nothing to undo: it has left, or nobody settled it here.")
        settling.hold(entry.id)
        if register == DELETED:
            if journal.entries.get(entry.id).deleted:
                journal.entries.in_space(entry.space).undelete(entry.id)
        else:
            _write(journal, entry.id, register, before.fields)
        settling.unsettle(entry.id, register, before)
        return journal.entries.get(entry.id)


def _settle(journal: Journal, shown: TwoVersions, fields: Mapping[str, Value]) -> Entry:
    id_ = shown.entry.id
    with journal.writing(id_):
        settling, apart = _as_shown(journal, shown)
        _write(journal, id_, shown.register, fields)
        settling.settle(apart, shown.register)
        return journal.entries.get(id_)


def _decide(journal: Journal, shown: TwoVersions, *, deletes: bool) -> Entry:
    if not shown.is_deletion:
        raise BadInput(f"“{shown.label}” has two versions; nobody took it out.", "Take one of them, or both.")
    id_ = shown.entry.id
    with journal.writing(id_):
        settling, apart = _as_shown(journal, shown)
        if deletes:
            journal.entries.in_space(shown.entry.space).delete(id_, journal.time.stamp())
        settling.settle(apart, DELETED, deletes=deletes)
        return journal.entries.get(id_)


def _as_shown(journal: Journal, shown: TwoVersions) -> tuple[Settling, Apart]:
    """Everything that is needed to settle what was shown, while nothing of it can change any more."""
    if not shown.may_settle:
        raise not_mine(Author(is_me=False, name=shown.author), "settle")
    settling = Settling(journal.spaces[shown.entry.space], journal.time.stamp())
    settling.hold(shown.entry.id)
    now, apart = find_again(journal, shown), settling.apart(shown.entry.id)
    if now is None or apart is None:
        raise Refused("This is settled already.", "Look at it once more.")
    if now.seal != shown.seal:
        raise Refused("Another version has come meanwhile, so nothing was settled.", "Look at it once more.")
    return settling, apart


def _write(journal: Journal, id_: str, register: str, fields: Mapping[str, Value]) -> None:
    """Save the entry with these fields as those of the register."""
    before = journal.entries.get(id_)
    names = COMPOUNDS.get(register, (register,))
    rest = {name: value for name, value in before.fields.items() if name not in names}
    journal.entries.in_space(before.space).save(id_, {**rest, **fields})
