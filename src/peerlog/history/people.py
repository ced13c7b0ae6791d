"""Who is behind a device: what the rules about changes need to know of the roster."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class People(Protocol):
    """The members of a space and their devices, all by their ids in it (22 letters each)."""

    def member_of(self, device: str) -> str | None:
        """The member whose device it is; None for one that nobody here has."""

    def devices_of(self, member: str) -> Iterable[str]:
        """The devices of a member, retired ones among them."""

    def key_of(self, device: str) -> bytes | None:
        """Its Ed25519 key, 32 bytes."""

    def last_of(self, device: str) -> int | None:
        """The last of its changes that counts when it was retired; None where there is no such cut."""
