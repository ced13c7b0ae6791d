"""This device's keys in a space."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from ..age import HybridIdentity
from ..crypto.device_keys import device_id
from ..vault.space import Space
from ..vault.updates import Updates


@dataclass(frozen=True, slots=True)
class DeviceKeys:
    """A device's id (22 characters), its Ed25519 key and seed, and the seed of its age identity, 32 bytes each."""

    id: str
    key: bytes
    seed: bytes = field(repr=False)
    identity: bytes = field(repr=False)

    @property
    def recipient(self) -> bytes:
        """For whom updates to this device are encrypted: 1,216 bytes."""
        return HybridIdentity(self.identity).recipient.public


def device_in_use(space: Space) -> DeviceKeys:
    """The keys that this device signs and opens with, made complete where it has not exchanged anything yet."""
    identity = space.identity()
    key, seed = space.rows("SELECT key, seed FROM device WHERE number = ?", (space.device,))[0]
    return DeviceKeys(device_id(bytes(key)), bytes(key), bytes(seed), identity)


def earlier_devices(space: Space) -> list[DeviceKeys]:
    """Keys that this device had here before the ones in use, the latest first: a restored copy has some."""
    rows = space.rows(
        "SELECT key, seed, identity FROM device WHERE own = 1 AND number <> ? ORDER BY number DESC", (space.device,)
    )
    return [
        DeviceKeys(device_id(bytes(key)), bytes(key), bytes(seed), bytes(identity))
        for key, seed, identity in rows
        if identity
    ]


def keys_that_wrote(space: Space) -> list[DeviceKeys]:
    """Keys that this device had before and made entries with, made complete; belongs inside `space.write()`."""
    made = "SELECT 1 FROM entry WHERE entry.device = device.number"
    bare = f"SELECT number FROM device WHERE own = 1 AND identity IS NULL AND number <> ? AND EXISTS ({made})"
    for (number,) in space.rows(bare, (space.device,)):
        space.run("UPDATE device SET identity = ? WHERE number = ?", (secrets.token_bytes(32), number))
    wrote = {bytes(key) for (key,) in space.rows(f"SELECT key FROM device WHERE own = 1 AND EXISTS ({made})")}
    return [each for each in earlier_devices(space) if each.key in wrote]


def next_update(space: Space) -> int:
    """The number of this device's next update in a space, from 1; a restored copy goes on counting."""
    return Updates(space).next_number([each.id for each in (device_in_use(space), *earlier_devices(space))])
