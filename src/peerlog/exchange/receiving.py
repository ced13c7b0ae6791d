"""Taking in an update: everything is checked before anything of it counts, and all of it counts at once or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from ..crypto import sshsig
from ..errors import Refused
from ..history.change import BadChange, Change, read_change
from ..history.roster import Roster
from ..history.value import matches
from ..vault.changes import Changes
from ..vault.erasing import finish_erasing
from ..vault.indexing import writing_many
from ..vault.space import Space
from ..vault.statements import keep_statements
from ..vault.updates import Known, Update, Updates
from .bundle import Carried, Manifest, Opened, carried_in, open_bundle
from .evidence import keep_evidence
from .keys import device_in_use, earlier_devices, next_update
from .membership import roster_in
from .refreshing import Refreshed, Refresher

_NOTHING_CHANGED = "Nothing was changed."


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
    with writing_many(space):
        taken, erased = receiver.take(sha256(file).digest())
    if erased:
        finish_erasing(space)
    return taken


class _Receiver:
    def __init__(self, space: Space, opened: Opened, now: str, name: str) -> None:
        self._space = space
        self._opened = opened
        self._manifest: Manifest = opened.manifest
        self._now = now
        self._name = name
        self._changes = Changes(space)
        self._updates = Updates(space)
        self._me = device_in_use(space)

    def take(self, digest: bytes) -> tuple[TakenIn, bool]:
        manifest = self._manifest
        before = roster_in(self._space)
        roster = self._roster()
        sender = self._verified_sender(before, roster)
        if self._updates.find(digest):
            return TakenIn(sender, manifest.device, manifest.number, manifest.at, already=True), False
        carried = carried_in(self._opened)
        changes, refused = self._checked(carried, roster)
        number = next_update(self._space)
        statements = keep_statements(self._space, manifest.roster, number)
        copy_of_me = self._has_forgotten(change for change, _, _ in changes)
        refresher = Refresher(self._space, roster, self._now)
        entries = dict.fromkeys(change.entry for change, _, _ in changes)
        if statements:
            entries |= dict.fromkeys(self._entries_that_may_differ(before, roster))
        for entry in entries:
            refresher.set_aside(entry)
        new = self._changes.keep(changes, number)
        self._keep_forks(new)
        affected = {change.entry for change in new} | (set(entries) if statements else set())
        refreshed = refresher.refresh_all(each for each in entries if each in affected)
        own = manifest.device == self._me.id
        missing = self._missing(before)
        if not own:
            self._updates.keep_known(manifest.device, Known(manifest.number, manifest.heads, manifest.at, number))
        self._updates.keep(
            Update(digest, manifest.device, manifest.number, manifest.at, self._now, self._name, to=manifest.to)
        )
        taken = TakenIn(
            sender,
            manifest.device,
            manifest.number,
            manifest.at,
            tuple(refreshed),
            len(new),
            statements,
            missing,
            tuple(refused),
            copy_of_me=copy_of_me,
        )
        return taken, any(each.erased for each in refreshed)

    def _roster(self) -> Roster:
        return roster_in(self._space, self._manifest.roster)

    def _verified_sender(self, before: Roster, roster: Roster) -> str:
        """The member who made the update; raises `Refused` unless it is what it says, from whom it says, for us."""
        manifest = self._manifest
        key = roster.key_of(manifest.device)
        member = roster.member_of(manifest.device)
        if key is None or member is None:
            raise Refused("This update comes from a device that nobody here has introduced.", _NOTHING_CHANGED)
        name = roster.names[member]
        if not sshsig.verify(key, sshsig.BUNDLE, self._opened.text, self._opened.signature):
            raise Refused(f"This update says that it is from {name}, but {name} did not sign it.", _NOTHING_CHANGED)
        if not any(_is_here(each, member) for each in (before, roster)):
            raise Refused(f"This update is from {name}, who is no longer among you here.", _NOTHING_CHANGED)
        if manifest.space != self._space.id:
            raise Refused(f"This update from {name} belongs to other people you share with.", _NOTHING_CHANGED)
        mine = {self._me.id, *(each.id for each in earlier_devices(self._space))}
        if not mine & set(manifest.to):
            raise Refused(f"This update from {name} was made for somebody else and handed on.", _NOTHING_CHANGED)
        if not self._opened.body_fits:
            raise Refused(f"This update from {name} is not what {name} signed.", _NOTHING_CHANGED)
        return member

    def _checked(
        self, carried: list[Carried], roster: Roster
    ) -> tuple[list[tuple[Change, bytes, dict[str, tuple[bytes, str]]]], list[str]]:
        """The changes of the update, each with good signature and values; and why some do not count."""
        try:
            read = [(read_change(each.text), each) for each in carried]
        except BadChange as error:
            raise Refused("This update holds an edit that cannot be read.", _NOTHING_CHANGED) from error
        known, refused = [], []
        for change, each in read:
            if change.space != self._space.id:
                raise Refused("This update holds edits from other people you share with.", _NOTHING_CHANGED)
            key = roster.key_of(change.device)
            if key is None:
                refused.append("An edit by a device that nobody here has introduced was left out.")
                continue
            if not all(
                register in change.sets and matches(change.sets[register].digest, kept)
                for register, kept in each.values.items()
            ):
                raise Refused("This update holds words that are not those which were signed.", _NOTHING_CHANGED)
            known.append((change, each, key))
        good = sshsig.verify_all([(key, sshsig.CHANGE, each.text, each.signature) for _, each, key in known])
        if not all(good):
            raise Refused(
                "This update holds an edit that was not signed by the one whose name it bears.", _NOTHING_CHANGED
            )
        forgotten = self._forgotten()
        return [
            (change, each.signature, {} if change.entry in forgotten else dict(each.values))
            for change, each, _ in known
        ], sorted(set(refused))

    def _forgotten(self) -> set[str]:
        return {bytes(entry).hex() for (entry,) in self._space.rows("SELECT entry FROM forgotten")}

    def _has_forgotten(self, changes: Iterable[Change]) -> bool:
        """Whether there are edits of this device among them that it does not know of."""
        last = self._changes.last_of(self._me.id)
        return any(change.device == self._me.id and change.seq > (last[0] if last else 0) for change in changes)

    def _entries_that_may_differ(self, before: Roster, after: Roster) -> list[str]:
        """Entries changed by devices that count otherwise than before."""
        devices = [
            device
            for device in self._changes.devices()
            if (before.member_of(device), before.last_of(device)) != (after.member_of(device), after.last_of(device))
        ]
        return [entry for device in devices for entry in self._changes.entries_of(device)]

    def _keep_forks(self, new: Iterable[Change]) -> None:
        for device, seq in {(change.device, change.seq) for change in new}:
            if self._changes.forked(device, seq):
                keep_evidence(self._space, "fork", device, f"{device} {seq}", self._now)

    def _missing(self, before: Roster) -> int:
        """How many updates of this device, from its first for us on, have not come although a later one did."""
        numbers = {each.number for each in self._updates.of_device(self._manifest.device)}
        if not numbers:
            return 0
        return sum(1 for number in range(max(numbers) + 1, self._manifest.number))


def _is_here(roster: Roster, member: str) -> bool:
    found = roster.member(member)
    return found is not None and found.here
