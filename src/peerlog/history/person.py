"""Somebody as a signed text names them: a name, the key that signs, and what to encrypt to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..crypto.ed25519_points import UnfitKey, require_key
from ..crypto.key_ids import device_id, member_id
from ..domain.text import clean_line, shorten
from .encoding import b64, unb64
from .strict_json import BadText

KEY_BYTES = 32
RECIPIENT_BYTES = 1216
MOST_NAME = 60


@dataclass(frozen=True)
class DeviceKeys:
    """The two public keys of a device: Ed25519 (32 bytes), and the hybrid age recipient (1,216 bytes)."""

    key: bytes
    recipient: bytes

    @property
    def device(self) -> str:
        """The device's id."""
        return device_id(self.key)

    def fields(self) -> dict[str, str]:
        """As they stand in a signed text."""
        return {"key": b64(self.key), "recipient": b64(self.recipient)}


@dataclass(frozen=True)
class Person:
    """A name and the keys of somebody's first device in a space."""

    name: str
    keys: DeviceKeys

    @property
    def member(self) -> str:
        """The member id that the keys stand for."""
        return member_id(self.keys.key)

    def fields(self) -> dict[str, str]:
        return {"name": self.name, **self.keys.fields()}


def clean_name(raw: str) -> str:
    """`raw` as the name of a member is kept: one clean line of at most 60 characters; empty where nothing is left."""
    return shorten(clean_line(raw), MOST_NAME)


def read_keys(found: dict[str, Any]) -> DeviceKeys:
    """The members `key` and `recipient` of an object; raises `BadText`, and UnfitKey for a key that is none."""
    key, recipient = (_bytes(found, name, size) for name, size in (("key", KEY_BYTES), ("recipient", RECIPIENT_BYTES)))
    return DeviceKeys(require_key(key), recipient)


def read_person(found: object) -> Person:
    """An object of `name`, `key` and `recipient`, the name as it stands there; raises like `read_keys`."""
    if not isinstance(found, dict) or found.keys() != {"name", "key", "recipient"}:
        raise BadText("a person is a name, a key and a recipient")
    name = found["name"]
    if not isinstance(name, str):
        raise BadText("a name is not text")
    return Person(name, read_keys(found))


def _bytes(found: dict[str, Any], name: str, size: int) -> bytes:
    value = found.get(name)
    if not isinstance(value, str):
        raise BadText(f"its “{name}” is not text")
    try:
        return unb64(value, size)
    except ValueError as error:
        raise BadText(f"its “{name}” is not {size} bytes in base64") from error


__all__ = [
    "KEY_BYTES",
    "MOST_NAME",
    "RECIPIENT_BYTES",
    "DeviceKeys",
    "Person",
    "UnfitKey",
    "clean_name",
    "read_keys",
    "read_person",
]
