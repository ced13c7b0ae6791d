"""Who belongs to a space and by which devices they speak and read, as all statements together say."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .claimed import Claimed
from .person import DeviceKeys
from .statement import AddDevice, Retire, Seat


@dataclass(frozen=True)
class Device:
    """A device of a member; `last` is the number of its last change that counts, None where there is no cut."""

    keys: DeviceKeys
    retired: bool
    last: int | None

    @property
    def id(self) -> str:
        return self.keys.device

    @property
    def key(self) -> bytes:
        """Ed25519, 32 bytes."""
        return self.keys.key

    @property
    def recipient(self) -> bytes:
        """The hybrid age recipient, 1,216 bytes."""
        return self.keys.recipient


@dataclass(frozen=True)
class Member:
    """A member, whose first device comes first. `left`: said so themselves; `here`: one writes to them."""

    id: str
    name: str
    seat: int
    devices: tuple[Device, ...]
    left: bool
    here: bool


@dataclass(frozen=True)
class RivalSeats:
    """Several members were given one seat."""

    seat: int
    members: tuple[str, ...]


@dataclass(frozen=True)
class RivalGroups:
    """Smaller groups that go on apart from each other: each list is what all in it have signed."""

    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class SmallerWish:
    """A smaller group that not all in it have signed yet."""

    members: tuple[str, ...]
    signed: tuple[str, ...]


@dataclass(frozen=True)
class Roster:
    """The members in the order of their seats. Every id is 22 letters; `founding` is the id of the first statement.

    `own` is the member from whose place it is seen: where a space has come apart, each goes on with those whom they
    have signed for. `retired` and `last_of` follow the retirements, `splits` come in a fixed order.
    """

    space: str
    founding: bytes
    founder: str
    seats: int
    members: tuple[Member, ...]
    own: str
    splits: tuple[RivalSeats | RivalGroups, ...]
    wishes: tuple[SmallerWish, ...]
    added: tuple[tuple[str, Seat | AddDevice], ...] = field(repr=False)
    """What was added, and by which device."""
    claimed: Mapping[str, Claimed] = field(repr=False, compare=False)
    """By member, those among them who have no place any more: what was signed while they had one stays signed."""

    def member_of(self, device: str) -> str | None:
        found = self._devices.get(device)
        return found[0].id if found else None

    def devices_of(self, member: str) -> tuple[str, ...]:
        found = self.member(member)
        return tuple(device.id for device in found.devices) if found else ()

    def key_of(self, device: str) -> bytes | None:
        found = self._devices.get(device)
        return found[1].key if found else None

    def last_of(self, device: str) -> int | None:
        found = self._devices.get(device)
        return found[1].last if found else None

    def is_current(self, device: str) -> bool:
        """Whether what is written now is for this device to read."""
        found = self._devices.get(device)
        return found is not None and found[0].here and not found[1].retired

    def recipients(self) -> tuple[Device, ...]:
        """The devices to encrypt to, one's own among them, in the order of the seats."""
        return tuple(device for member, device in self._devices.values() if member.here and not device.retired)

    def member(self, id_: str) -> Member | None:
        return next((member for member in self.members if member.id == id_), None)

    @property
    def open_seats(self) -> tuple[int, ...]:
        """The seats that nobody has been given."""
        return tuple(sorted(set(range(1, self.seats + 1)) - {member.seat for member in self.members}))

    @cached_property
    def names(self) -> dict[str, str]:
        """What each member is called: two of one name are told apart as “Sam” and “Sam (2)”."""
        names: dict[str, str] = {}
        taken: set[str] = set()
        for member in self.members:
            name, number = member.name, 1
            while (folded := unicodedata.normalize("NFKC", name).casefold()) in taken:
                number += 1
                name = f"{member.name} ({number})"
            taken.add(folded)
            names[member.id] = name
        return names

    def to_vouch_for(self, retired: str, by: str) -> tuple[Seat | AddDevice, ...]:
        """What the device `by` has to sign too when it retires another with a cut, lest it count no more.

        Whoever holds a lost device can still add readers with it and nobody can tell when that was, so what it
        added counts only as far as each device that retired it stands for it.
        """
        vouched = {does for device, does in self.added if device == by}
        wanted = (does for device, does in self.added if device == retired and added_keys(does).device != by)
        return tuple(does for does in dict.fromkeys(wanted) if does not in vouched)

    @cached_property
    def _devices(self) -> dict[str, tuple[Member, Device]]:
        return {device.id: (member, device) for member in self.members for device in member.devices}


def added_keys(does: Seat | AddDevice) -> DeviceKeys:
    """The keys of the device that a statement adds."""
    return does.member.keys if isinstance(does, Seat) else does.keys


def retirement_cuts(retirements: list[Retire]) -> int | None:
    """The number of the last change that counts after all these: the lowest that any of them names."""
    return min((each.last for each in retirements if each.last is not None), default=None)
