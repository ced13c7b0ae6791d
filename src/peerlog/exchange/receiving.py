"""Taking in an update: everything is checked before anything of it counts, and all of it counts at once or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256

from ..errors import Refused
from ..history.change import Change
from ..history.encoding import b64
from ..history.roster import Roster
from ..vault.changes import Changes
from ..vault.erasing import finish_erasing
from ..vault.indexing import writing_many
from ..vault.space import Space
from ..vault.statements import keep_statements
from ..vault.updates import Known, Update, Updates
from .bundle import Opened, carried_in, open_bundle
from .checking import Edit, checking, read_edits, require_sender
from .evidence import keep_evidence
from .keys import device_in_use, earlier_devices, next_update
from .membership import roster_in, worth_keeping
from .refreshing import Refreshed, Refresher


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an update brought.

    `sender` is the member whose device made it, `number` its number and `missing` how many of that device's updates
    before it have not come. `refused` are sentences about single edits that do not count. `already` says that the
    same update had been taken in before, so nothing has changed. `copy_of_me` says that it holds edits of this
    very device that this journal has forgotten: it is an older copy of itself.
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
    already: bool = False
    copy_of_me: bool = False


def open_for(space: Space, file: bytes) -> Opened | None:
    """The update decrypted with any key that this device has or had in a space; None when it is not for it."""
    keys = [device_in_use(space), *earlier_devices(space)]
    return open_bundle(file, [each.identity for each in keys])


def take_in(space: Space, file: bytes, opened: Opened, now: str, name: str = "") -> TakenIn:
    """Check an update that `open_for` has opened, and keep it, in one transaction; `name` is that of its file.

    Raises `Refused` or `Damaged` with the reason, the space unchanged.
    """
    receiver = _Receiver(space, opened, now, name)
    try:
        with writing_many(space):
            taken = receiver.take(sha256(file).digest())
    except Refused:
        if receiver.is_unfit:
            # Its sender signed exactly this, which can be shown to others.
            shown = f"{opened.text.decode()}\n{b64(opened.signature)}"
            with space.write():
                keep_evidence(space, "unfit update", opened.manifest.device, shown, now)
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
        self.is_unfit = False
        """Whether its sender has put together what is refused."""

    def take(self, digest: bytes) -> TakenIn:
        manifest = self._manifest
        before = roster_in(self._space)
        roster = roster_in(self._space, manifest.roster)
        mine = {self._me.id, *(each.id for each in earlier_devices(self._space))}
        sender = require_sender(self._opened, self._space.id, mine, before, roster)
        if self._updates.find(digest):
            return TakenIn(sender, manifest.device, manifest.number, manifest.at, already=True)
        with self._judged():
            edits, left_out = read_edits(carried_in(self._opened), self._space.id, roster)
            statements = worth_keeping(self._space, manifest.roster)
        with checking(edits) as require_signatures:
            number = next_update(self._space)
            kept = keep_statements(self._space, statements, number)
            copy_of_me = self._has_forgotten(edits)
            missing = max(0, manifest.number - self._updates.newest_of(manifest.device) - 1)
            new, refreshed = self._keep(edits, before, roster, number, everything=bool(kept))
            self._note(digest, number)
            with self._judged():
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
            tuple(left_out),
            copy_of_me=copy_of_me,
        )

    @contextmanager
    def _judged(self) -> Iterator[None]:
        try:
            yield
        except Refused:
            self.is_unfit = True
            raise

    def _keep(
        self, edits: list[Edit], before: Roster, roster: Roster, number: int, *, everything: bool
    ) -> tuple[list[Change], list[Refreshed]]:
        """Store the edits, and write the entries as they are then; `everything` when the roster has changed."""
        refresher = Refresher(self._space, roster, self._now)
        entries = dict.fromkeys(each.change.entry for each in edits)
        if everything:
            entries |= dict.fromkeys(self._entries_that_may_differ(before, roster))
        refresher.set_aside(entries, _element_keys(edits))
        forgotten = {bytes(entry).hex() for (entry,) in self._space.rows("SELECT entry FROM forgotten")}
        new = self._changes.keep(
            (
                (each.change, each.carried.signature, {} if each.change.entry in forgotten else each.carried.values)
                for each in edits
            ),
            number,
        )
        self._keep_forks(new)
        affected = {change.entry for change in new} | (set(entries) if everything else set())
        read = {each.change.id: each.change for each in edits}
        return new, refresher.refresh_all((each for each in entries if each in affected), read)

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

    def _keep_forks(self, new: Iterable[Change]) -> None:
        seqs: dict[str, list[int]] = {}
        for change in new:
            seqs.setdefault(change.device, []).append(change.seq)
        for device, numbers in seqs.items():
            for seq in set(self._changes.forks(device, min(numbers), max(numbers))) & set(numbers):
                keep_evidence(self._space, "fork", device, f"{device} {seq}", self._now)


def _element_keys(edits: Iterable[Edit]) -> dict[str, bytes]:
    """For the entries that these edits create, the salt that makes the registers of their sets."""
    return {
        each.change.entry: each.carried.values["when"][0]
        for each in edits
        if each.change.nonce is not None and "when" in each.carried.values
    }
