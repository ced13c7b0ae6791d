"""People for the tests: members, their devices with made-up keys, and what the rules ask about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from peerlog.history.encoding import b64

SPACE = "5a" * 16


def key(name: str) -> bytes:
    return sha256(name.encode()).digest()


def device_id(name: str) -> str:
    return b64(sha256(b"peerlog/device/v1" + key(name)).digest()[:16])


@dataclass(frozen=True)
class Roster:
    """Devices by name and the member that each belongs to; `last` are the cuts of retired ones, by device id."""

    members: Mapping[str, str]
    last: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ids = {device_id(name): name for name in self.members}
        object.__setattr__(self, "_names", ids)
        object.__setattr__(self, "_keys", {id_: key(name) for id_, name in ids.items()})

    def member_of(self, device: str) -> str | None:
        names: dict[str, str] = self._names  # type: ignore[attr-defined]
        return self.members[names[device]] if device in names else None

    def devices_of(self, member: str) -> list[str]:
        return [device_id(name) for name, whose in self.members.items() if whose == member]

    def key_of(self, device: str) -> bytes | None:
        keys: dict[str, bytes] = self._keys  # type: ignore[attr-defined]
        return keys.get(device)

    def last_of(self, device: str) -> int | None:
        return self.last.get(device)


EVERYBODY = Roster({"kim": "KIM", "kim-phone": "KIM", "sam": "SAM", "ada": "ADA"})
