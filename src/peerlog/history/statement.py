"""Statements: what a roster is made of, each one signed by a device under the namespace of rosters.

Read strictly from the bytes that were signed, and written once. What adds a device (`seat`, `device`) carries a
`proof`, a signature by the key that is added: nobody can claim another's device as one of their own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from .encoding import b64, unb64
from .limits import MOST_INTEGER, STATEMENT_BYTES
from .person import DeviceKeys, Person, UnfitKey, clean_name, read_keys, read_person
from .stamp import read_stamp
from .strict_json import BadText, parse_object

VERSION = 1
MOST_SEATS = 8
PROOF_BYTES = 64


class BadStatement(ValueError):
    """A text that is no statement; says why in one sentence without its end."""


class NewerStatement(BadStatement):
    """A statement of a later version of the format."""


@dataclass(frozen=True)
class Found:
    """The space begins: how many seats it has, and who founds it and takes the first."""

    seats: int
    member: Person


@dataclass(frozen=True)
class Seat:
    """The founder gives a seat, from 2 on, to somebody."""

    seat: int
    member: Person
    proof: bytes


@dataclass(frozen=True)
class AddDevice:
    """A member has one more device."""

    member: str
    keys: DeviceKeys
    proof: bytes


@dataclass(frozen=True)
class Retire:
    """A member's device is no longer in use; `last` is the number of its last change that counts, None for no cut."""

    retired: str
    last: int | None


@dataclass(frozen=True)
class Leave:
    """A member leaves."""

    member: str


@dataclass(frozen=True)
class Smaller:
    """The signer goes on with these members alone, once each of them says so too; in the order of their ids."""

    members: tuple[str, ...]


Does = Found | Seat | AddDevice | Retire | Leave | Smaller


@dataclass(frozen=True)
class Statement:
    """A statement as it was signed (`text`), by the device that it names, and what it says.

    `space` is 32 hex digits, `device` 22 letters; `at` is a UTC stamp, a claim that decides nothing.
    """

    text: bytes
    space: str
    device: str
    at: str
    does: Does

    @property
    def id(self) -> bytes:
        """SHA-256 of the text, 32 bytes."""
        return sha256(self.text).digest()


def proof_text(space: str, member: str, keys: DeviceKeys) -> bytes:
    """What the key of a device signs, under the namespace of rosters, to become a device of the member."""
    return f"peerlog/joins/v1 {space} {member} {b64(keys.key)} {b64(sha256(keys.recipient).digest())}".encode()


def write_statement(space: str, device: str, at: str, does: Does) -> bytes:
    """The text to sign. Raises `BadStatement` for what nobody could read back."""
    name, said = _written(does)
    text = json.dumps(
        {"v": VERSION, "space": space, "device": device, "at": at, "does": name, **said},
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode("utf-8", "surrogatepass")
    if read_statement(text).does != does:
        raise BadStatement("it would not be read as it was meant")
    return text


def read_statement(text: bytes) -> Statement:
    """The statement in `text`; raises `BadStatement`, or `NewerStatement` for one of a later version."""
    try:
        found = parse_object(text, STATEMENT_BYTES)
        version = found.pop("v", None)
        if type(version) is not int or version < 1:
            raise BadStatement("it does not say which version it is")
        if version > VERSION:
            raise NewerStatement("it was written by a later version")
        space = _like(_SPACE, found.pop("space", None), "space")
        device = _like(_ID, found.pop("device", None), "device")
        at = _stamp(found.pop("at", None))
        does = found.pop("does", None)
        reader = _READERS.get(does) if isinstance(does, str) else None
        if reader is None:
            raise BadStatement("it does not say what it does")
        return Statement(text, space, device, at, reader(found))
    except (BadText, UnfitKey) as error:
        raise BadStatement(str(error)) from error


_SPACE = re.compile("[0-9a-f]{32}")
_ID = re.compile("[A-Za-z0-9_-]{21}[AQgw]")


def _written(does: Does) -> tuple[str, dict[str, Any]]:
    match does:
        case Found(seats, member):
            return "found", {"seats": seats, "member": member.fields()}
        case Seat(seat, member, proof):
            return "seat", {"seat": seat, "member": member.fields(), "proof": b64(proof)}
        case AddDevice(joined, keys, proof):
            return "device", {"member": joined, **keys.fields(), "proof": b64(proof)}
        case Retire(retired, last):
            return "retire", {"retired": retired, **({} if last is None else {"last": {"seq": last}})}
        case Leave(leaver):
            return "leave", {"member": leaver}
        case Smaller(members):
            return "smaller", {"members": list(members)}


def _found(found: dict[str, Any]) -> Found:
    _only(found, "seats", "member")
    return Found(_number(found["seats"], 1, MOST_SEATS, "seats"), _person(found["member"]))


def _seat(found: dict[str, Any]) -> Seat:
    _only(found, "seat", "member", "proof")
    return Seat(_number(found["seat"], 2, MOST_SEATS, "seat"), _person(found["member"]), _proof(found["proof"]))


def _add_device(found: dict[str, Any]) -> AddDevice:
    _only(found, "member", "key", "recipient", "proof")
    return AddDevice(_like(_ID, found["member"], "member"), read_keys(found), _proof(found["proof"]))


def _retire(found: dict[str, Any]) -> Retire:
    _only(found, "retired", *({"last"} & found.keys()))
    retired = _like(_ID, found["retired"], "retired")
    if "last" not in found:
        return Retire(retired, None)
    last = found["last"]
    if not isinstance(last, dict) or last.keys() != {"seq"}:
        raise BadStatement("its “last” does not name a number")
    return Retire(retired, _number(last["seq"], 0, MOST_INTEGER, "seq"))


def _leave(found: dict[str, Any]) -> Leave:
    _only(found, "member")
    return Leave(_like(_ID, found["member"], "member"))


def _smaller(found: dict[str, Any]) -> Smaller:
    _only(found, "members")
    named = found["members"]
    if not isinstance(named, list) or not 1 <= len(named) <= MOST_SEATS:
        raise BadStatement("its “members” is not a list of members")
    members = tuple(_like(_ID, member, "members") for member in named)
    if list(members) != sorted(set(members)):
        raise BadStatement("its members do not stand in order, once each")
    return Smaller(members)


_READERS: Mapping[str, Callable[[dict[str, Any]], Does]] = {
    "found": _found,
    "seat": _seat,
    "device": _add_device,
    "retire": _retire,
    "leave": _leave,
    "smaller": _smaller,
}


def _only(found: dict[str, Any], *names: str) -> None:
    if found.keys() != set(names):
        raise BadStatement("it lacks something, or says something that its version does not know")


def _person(found: object) -> Person:
    person = read_person(found)
    name = clean_name(person.name)
    if not name:
        raise BadStatement("a member has no name")
    return Person(name, person.keys)


def _proof(found: object) -> bytes:
    try:
        return unb64(str(found), PROOF_BYTES)
    except ValueError as error:
        raise BadStatement("its “proof” is not a signature") from error


def _number(found: object, least: int, most: int, name: str) -> int:
    if type(found) is not int or not least <= found <= most:
        raise BadStatement(f"its “{name}” is not a whole number from {least} to {most}")
    return found


def _like(pattern: re.Pattern[str], found: object, name: str) -> str:
    if not isinstance(found, str) or not pattern.fullmatch(found):
        raise BadStatement(f"its “{name}” is not one")
    return found


def _stamp(found: object) -> str:
    try:
        return read_stamp(found)
    except ValueError as error:
        raise BadStatement("its “at” is not a UTC stamp") from error
