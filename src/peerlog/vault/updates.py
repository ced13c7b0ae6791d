"""What is known of the updates that left and came: which, when, what was in them, and how far each device has got."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .space import Space

Heads = Mapping[str, tuple[int, bytes]]
"""By device: the number and id of its newest change up to which none is missing."""


@dataclass(frozen=True, slots=True)
class Update:
    """An update that left or came.

    `at` is when its sender says it was made, `here` when it left or came by our clock (UTC stamps). `name` is the file
    it was written to, empty until that was done; `upto` our own newest change in it, `to` the devices that it is for.
    """

    digest: bytes
    device: str
    number: int
    at: str
    here: str
    name: str = ""
    upto: int = 0
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What a device said last of what it knows. `learned` is the number that our next update had when it came."""

    number: int
    heads: Heads
    at: str
    learned: int


class Updates:
    """The updates of one open space. Everything that writes belongs inside `space.write()`."""

    def __init__(self, space: Space) -> None:
        self._space = space

    def keep(self, update: Update) -> None:
        self._space.run(
            "INSERT OR REPLACE INTO bundle(digest, device, number, at, name, here, upto, recipients)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                update.digest,
                update.device,
                update.number,
                update.at,
                update.name,
                update.here,
                update.upto,
                json.dumps(update.to),
            ),
        )

    def find(self, digest: bytes) -> Update | None:
        found = self._some("WHERE digest = ?", (digest,))
        return found[0] if found else None

    def of_device(self, device: str) -> list[Update]:
        """Every update of a device that we have sent or taken in, by its number."""
        return self._some("WHERE device = ? ORDER BY number", (device,))

    def all(self) -> list[Update]:
        """Every update, in the order in which they left or came."""
        return self._some("ORDER BY here, number")

    def newest_of(self, device: str) -> int:
        """The highest number of the updates of a device that we have sent or taken in, 0 for none."""
        return int(self._space.rows("SELECT coalesce(max(number), 0) FROM bundle WHERE device = ?", (device,))[0][0])

    def next_number(self, devices: Iterable[str]) -> int:
        """The number of our next update, counting those of all our devices here."""
        return max(map(self.newest_of, devices), default=0) + 1

    def _some(self, which: str, parameters: tuple[object, ...] = ()) -> list[Update]:
        rows = self._space.rows(
            f"SELECT digest, device, number, at, here, name, upto, recipients FROM bundle {which}", parameters
        )
        return [
            Update(bytes(digest), device, number, at, here, name, upto, tuple(json.loads(recipients)))
            for digest, device, number, at, here, name, upto, recipients in rows
        ]

    def keep_departures(self, entries: Iterable[str], number: int) -> None:
        for entry in entries:
            self._space.run(
                "INSERT OR IGNORE INTO departure(entry, number) VALUES (?, ?)", (bytes.fromhex(entry), number)
            )

    def departures(self, entry: str) -> list[int]:
        """The numbers of our updates in which an entry left."""
        rows = self._space.rows("SELECT number FROM departure WHERE entry = ? ORDER BY number", (bytes.fromhex(entry),))
        return [number for (number,) in rows]

    def keep_known(self, device: str, known: Known) -> None:
        """Note what a device says it knows, unless it has said so later already."""
        self._space.run(
            "INSERT INTO known(device, number, heads, at, learned) VALUES (?, ?, ?, ?, ?) ON CONFLICT(device) DO UPDATE"
            " SET number = excluded.number, heads = excluded.heads, at = excluded.at, learned = excluded.learned"
            " WHERE excluded.number >= known.number",
            (
                device,
                known.number,
                json.dumps({each: [seq, id_.hex()] for each, (seq, id_) in known.heads.items()}),
                known.at,
                known.learned,
            ),
        )

    def known(self) -> dict[str, Known]:
        """By device, what it said last."""
        return {
            device: Known(
                number,
                {each: (seq, bytes.fromhex(id_)) for each, (seq, id_) in json.loads(heads).items()},
                at,
                learned,
            )
            for device, number, heads, at, learned in self._space.rows(
                "SELECT device, number, heads, at, learned FROM known"
            )
        }
