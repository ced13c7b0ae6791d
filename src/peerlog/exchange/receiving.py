"""Taking in an update: everything is checked before anything of it counts, and all of it counts at once or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from ..domain.entry import PRIVATE
from ..history.change import Change
from ..history.ownership import NEVER
from ..history.roster import Roster
from ..vault.changes import Changes
from ..vault.erasing import finish_erasing
from ..vault.indexing import writing_many
from ..vault.space import Space
from ..vault.standing import Signed
from ..vault.statements import keep_statements
from ..vault.updates import Known, Update, Updates
from .bundle import Opened, open_bundle
from .checking import Edit, WronglySigned, checking, read_edits, require_sender
from .evidence import keep_evidence
from .keys import device_in_use, earlier_devices, next_update
from .membership import roster_in
from .refreshing import Refreshed, Refresher
from .vouching import worth_keeping

_FOR_NOBODY_ELSE = "it is of a sort that is for nobody else"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an update brought.

    `sender` is the member whose device made it, `number` its number and `missing` how many of that device's updates
    before it have not come. `refused` are sentences about single edits that do not count, `forked` the devices that
    said two different things under one number. `already` says that the same update had been taken in before, so
    nothing has changed. `copy_of_me` says that somebody knows edits of this very device that this journal has
    forgotten: it is an older copy of itself.
    """

    sender: str
    device: str
    number: int
    at: str
    entries: tuple[Refreshed, ...] = ()
    edits: int = 0
    statements: int = 0
    missing: int = 0
    refused: tuple[str, ...] = ()
    forked: tuple[str, ...] = ()
    already: bool = False
    copy_of_me: bool = False


def open_for(space: Space, file: bytes) -> Opened | None:
    """The update decrypted with any key that this device has or had in a space; None when it is not for it."""
    keys = [device_in_use(space), *earlier_devices(space)]
    return open_bundle(file, [each.identity for each in keys])


def take_in(space: Space, file: bytes, opened: Opened, now: str, name: str = "") -> TakenIn:
    """Check an update that `open_for` has opened, and keep it, in one transaction; `name` is that of its file.

    Raises `Refused` or `Damaged` with the reason, the space unchanged except that it keeps what shows a wrong.
    """
    receiver = _Receiver(space, opened, now, name)
    try:
        with writing_many(space):
            taken = receiver.take(sha256(file).digest())
    except WronglySigned as wrong:
        with space.write():
            keep_evidence(space, "refused update", wrong.device, wrong.shown_by, now)
        raise
    if any(each.erased for each in taken.entries):
        finish_erasing(space)
    return taken


class _Receiver:
    def __init__(self, space: Space, opened: Opened, now: str, name: str) -> None:
        self._space = space
        self._opened = opened
        self._manifest = opened.manifest
        self._now = now
        self._name = name
        self._changes = Changes(space)
        self._updates = Updates(space)
        self._me = device_in_use(space)

    def take(self, digest: bytes) -> TakenIn:
        manifest = self._manifest
        before = roster_in(self._space)
        roster = roster_in(self._space, manifest.roster)
        mine = {self._me.id, *(each.id for each in earlier_devices(self._space))}
        sender = require_sender(self._opened, self._space.id, mine, before, roster)
        if self._updates.find(digest):
            return TakenIn(sender, manifest.device, manifest.number, manifest.at, already=True)
        edits, left_out = read_edits(self._opened, self._space.id, roster)
        statements = worth_keeping(self._space, self._opened)
        with checking(self._opened, edits) as require_signatures:
            number = next_update(self._space)
            kept = keep_statements(self._space, statements, number)
            copy_of_me = self._has_forgotten(edits)
            missing = self._missing()
            new, refreshed = self._keep(edits, before, roster, number, everything=bool(kept))
            forked = self._keep_forks(new)
            self._note(digest, number)
            require_signatures()
        return TakenIn(
            sender,
            manifest.device,
            manifest.number,
            manifest.at,
            tuple(refreshed),
            len(new),
            kept,
            missing,
            (*left_out, *self._without_effect(refreshed, new, roster)),
            forked,
            copy_of_me=copy_of_me,
        )

    def _keep(
        self, edits: list[Edit], before: Roster, roster: Roster, number: int, *, everything: bool
    ) -> tuple[list[Change], list[Refreshed]]:
        """Store the edits, and write the entries as they are then; `everything` when the roster has changed."""
        refresher = Refresher(self._space, roster, self._now)
        entries = dict.fromkeys(each.change.entry for each in edits)
        if everything:
            entries |= dict.fromkeys(self._entries_that_may_differ(before, roster))
        refresher.set_aside(entries, _element_keys(edits))
        known = self._changes.known_entries(entries)
        forgotten = {bytes(entry).hex() for (entry,) in self._space.rows("SELECT entry FROM forgotten")}
        new = self._changes.keep(
            (
                (each.change, each.carried.signature, {} if each.change.entry in forgotten else each.carried.values)
                for each in edits
            ),
            number,
        )
        affected = {change.entry for change in new} | (set(entries) if everything else set())
        unread = known | forgotten
        signed = _signed(each for each in edits if each.change.entry not in unread)
        return new, refresher.refresh_all((each for each in entries if each in affected), signed)

    def _note(self, digest: bytes, number: int) -> None:
        """Note that the update came, and what its sender knows."""
        manifest = self._manifest
        if manifest.device != self._me.id:
            self._updates.keep_known(manifest.device, Known(manifest.number, manifest.heads, manifest.at, number))
        self._updates.keep(
            Update(digest, manifest.device, manifest.number, manifest.at, self._now, self._name, to=manifest.to)
        )

    def _has_forgotten(self, edits: Iterable[Edit]) -> bool:
        """Whether somebody has edits of this device that it does not know of: this is an older copy of a journal."""
        last = self._changes.last_of(self._me.id)
        mine = last[0] if last else 0
        confirmed, _ = self._manifest.heads.get(self._me.id, (0, b""))
        return confirmed > mine or any(each.change.device == self._me.id and each.change.seq > mine for each in edits)

    def _entries_that_may_differ(self, before: Roster, after: Roster) -> list[str]:
        """Entries changed by devices that count otherwise than before."""
        devices = [
            device
            for device in self._changes.devices()
            if (before.member_of(device), before.last_of(device)) != (after.member_of(device), after.last_of(device))
        ]
        return [entry for device in devices for entry in self._changes.entries_of(device)]

    def _keep_forks(self, new: Iterable[Change]) -> tuple[str, ...]:
        """Keep note of the devices that said two things under one number; those of which that shows now."""
        numbers: dict[str, set[int]] = {}
        for change in new:
            numbers.setdefault(change.device, set()).add(change.seq)
        forked = {
            device: found
            for device, seqs in numbers.items()
            if (found := seqs.intersection(self._changes.forks(device, min(seqs), max(seqs))))
        }
        for device, seqs in forked.items():
            for seq in sorted(seqs):
                keep_evidence(self._space, "fork", device, f"{device} {seq}", self._now)
        return tuple(sorted(forked))

    def _missing(self) -> int:
        """How many updates of this device, from its first for us on, have not come although a later one did."""
        newest = self._updates.newest_of(self._manifest.device)
        return max(0, self._manifest.number - newest - 1) if newest else 0

    def _without_effect(self, refreshed: Iterable[Refreshed], new: Iterable[Change], roster: Roster) -> list[str]:
        """Sentences about edits that came now, were rightly signed, and that their writers may not make."""
        by_id = {change.id: change for change in new}
        without = [(by_id[id_].device, why) for each in refreshed for id_, why in each.refused if id_ in by_id]
        if self._space.name != PRIVATE:
            without += [(change.device, _FOR_NOBODY_ELSE) for change in by_id.values() if change.kind in NEVER]
        names = {device: roster.names.get(roster.member_of(device) or "", "somebody") for device, _ in without}
        return sorted({f"An edit by {names[device]} does not count: {why}." for device, why in without})


def _signed(edits: Iterable[Edit]) -> dict[str, Signed]:
    """The changes of each entry with their values."""
    found: dict[str, Signed] = {}
    for each in edits:
        changes, values = found.setdefault(each.change.entry, ([], {}))
        changes.append(each.change)
        for register, kept in each.carried.values.items():
            values[each.change.id, register] = kept
    return found


def _element_keys(edits: Iterable[Edit]) -> dict[str, bytes]:
    """For the entries that these edits create, the salt that makes the registers of their sets."""
    return {
        each.change.entry: each.carried.values["when"][0]
        for each in edits
        if each.change.nonce is not None and "when" in each.carried.values
    }
