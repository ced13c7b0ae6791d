"""Writing updates from what has been signed, and from nothing else: SQLite itself refuses to read any other table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from ..crypto import sshsig
from ..history.limits import BUNDLE_BYTES, CHANGES, MANIFEST_BYTES
from ..history.roster import Device
from ..vault.changes import Changes
from ..vault.space import Space
from ..vault.statements import all_statements, learned_numbers, statements_head
from ..vault.updates import Update, Updates
from .bundle import Carried, Manifest, weight, write_bundle
from .due import ROSTER, WINDOW
from .keys import DeviceKeys, next_update

_ROOM = MANIFEST_BYTES + 4096


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An update that has been signed and stored, and has yet to be handed over.

    `catch_up` are the numbers of the changes that it brings to the one device that it is for, which had fallen behind.
    `told` are devices never heard of that have been told everything up to the change `upto` once this is handed over.
    """

    digest: bytes
    file: bytes
    number: int
    at: str
    to: tuple[str, ...]
    catch_up: tuple[int, ...] = ()
    told: tuple[str, ...] = ()
    upto: int = 0


class UpdateWriter:
    """Writes updates of one space, under these keys and for devices among `readers`."""

    def __init__(self, space: Space, keys: DeviceKeys, readers: Sequence[Device], now: str) -> None:
        self._space = space
        self._keys = keys
        self._readers = readers
        self._now = now
        self._changes = Changes(space)
        self._updates = Updates(space)

    def updates_of(self, numbers: Iterable[int], to: list[str], *, all_statements_too: bool) -> list[Outgoing]:
        """The changes of these numbers in as many updates as they need, at least one, for these devices.

        Belongs inside `space.write()`; raises `Refused` should anything else than what was signed be read.
        """
        with self._space.reading_only_changes():
            carried = (Carried(each.text, each.signature, values) for each, values in self._changes.stored(numbers))
            return [self._one_update(part, to, all_statements_too=all_statements_too) for part in _parts(carried)]

    def _one_update(self, carried: list[Carried], to: list[str], *, all_statements_too: bool) -> Outgoing:
        number = next_update(self._space)
        learned = learned_numbers(self._space)
        statements = [
            (text, signature)
            for text, signature in all_statements(self._space)
            if all_statements_too or learned[text] > number - WINDOW
        ]
        manifest = Manifest(
            space=self._space.id,
            device=self._keys.id,
            number=number,
            to=tuple(sorted(to)),
            at=self._now,
            changes=0,
            body=b"",
            heads=self._heads(),
            roster=tuple(statements),
        )
        recipients = [each.recipient for each in self._readers if each.id in to]
        file = write_bundle(
            manifest, carried, lambda text: sshsig.sign(self._keys.seed, sshsig.BUNDLE, text), recipients
        )
        digest = sha256(file).digest()
        last = self._changes.last_of(self._keys.id)
        upto = last[0] if last else 0
        self._updates.keep(Update(digest, self._keys.id, number, self._now, self._now, upto=upto, to=tuple(sorted(to))))
        return Outgoing(digest, file, number, self._now, tuple(sorted(to)))

    def _heads(self) -> dict[str, tuple[int, bytes]]:
        known = {device: head for device in self._changes.devices() if (head := self._changes.head_of(device))}
        return known | {ROSTER: statements_head(self._space)}


def _parts(carried: Iterable[Carried]) -> Iterator[list[Carried]]:
    """As many changes at once as one update may hold; at least one part, which may be empty."""
    part: list[Carried] = []
    size = _ROOM
    for each in carried:
        heavy = weight(each)
        if part and (len(part) == CHANGES or size + heavy > BUNDLE_BYTES * 7 // 8):
            yield part
            part, size = [], _ROOM
        part.append(each)
        size += heavy
    yield part
