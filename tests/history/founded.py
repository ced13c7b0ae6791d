"""Spaces for tests: people with keys made from a number, and the statements they sign.

Signing is real, so that nothing passes which only a lenient stand-in would let through.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from peerlog.crypto import sshsig
from peerlog.crypto.device_keys import device_id, member_id, public_key
from peerlog.history.person import DeviceKeys, Person
from peerlog.history.roster import Roster
from peerlog.history.roster_fold import Refused, roster_of
from peerlog.history.statement import AddDevice, Does, Found, Leave, Retire, Seat, Smaller, proof_text, write_statement

SPACE = "0123456789abcdef" * 2
AT = "2026-11-21T21:54:56Z"
Signed = tuple[bytes, bytes]


UNUSABLE = bytes(1216)
"""A recipient to which nothing can be encrypted, as far as these tests go; real ones are not needed for the rest."""


@lru_cache(maxsize=100_000)
def verify(key: bytes, text: bytes, signature: bytes) -> bool:
    return sshsig.verify(key, sshsig.ROSTER, text, signature)


@dataclass(frozen=True)
class Hand:
    """One device: whoever has its seed."""

    number: int

    @cached_property
    def seed(self) -> bytes:
        return hashlib.sha256(b"hand %d" % self.number).digest()

    @cached_property
    def keys(self) -> DeviceKeys:
        return DeviceKeys(public_key(self.seed), hashlib.shake_256(self.seed).digest(1216))

    @property
    def id(self) -> str:
        return device_id(self.keys.key)

    @property
    def member(self) -> str:
        return member_id(self.keys.key)

    def person(self, name: str = "") -> Person:
        return Person(name or f"Member {self.number}", self.keys)

    def proof(self, member: str) -> bytes:
        return sshsig.sign(self.seed, sshsig.ROSTER, proof_text(SPACE, member, self.keys))

    def says(self, does: Does, at: str = AT, space: str = SPACE) -> Signed:
        text = write_statement(space, self.id, at, does)
        return text, sshsig.sign(self.seed, sshsig.ROSTER, text)

    def founds(self, seats: int = 3, name: str = "") -> Signed:
        return self.says(Found(seats, self.person(name)))

    def seats(self, seat: int, other: Hand, name: str = "") -> Signed:
        return self.says(Seat(seat, other.person(name), other.proof(other.member)))

    def adds(self, other: Hand, member: str) -> Signed:
        return self.says(AddDevice(member, other.keys, other.proof(member)))

    def retires(self, other: Hand, last: int | None = None) -> Signed:
        return self.says(Retire(other.id, last))

    def leaves(self, member: str = "") -> Signed:
        return self.says(Leave(member or self.member))

    def goes_on_with(self, *others: Hand) -> Signed:
        return self.says(Smaller(tuple(sorted({self.member, *(other.member for other in others)}))))


def usable(recipient: bytes) -> bool:
    return recipient != UNUSABLE


def fold(signed: Iterable[Signed], first: bytes, own: str = "") -> tuple[Roster | None, tuple[Refused, ...]]:
    return roster_of(signed, first, verify, own, usable=usable)


def founding(signed: Signed) -> bytes:
    return hashlib.sha256(signed[0]).digest()
