"""The invitation, the first file: who invites, to what, and a promise of the nonce that makes the words.

Plain text, for nobody's key is known yet; it holds nothing secret. It is signed by the device that invites.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from peerlog.exchange.handshake.fields import (
    FieldValue,
    read_fields,
    read_line,
    read_named_person,
    write_fields,
)
from peerlog.exchange.handshake.refusals import DoesNotHold, NotThisFile, TooLong, UnfitName
from peerlog.exchange.handshake.signed_lines import (
    SignedText,
    parse_text,
    read_bytes,
    require_names,
    sign_text,
    signer_of,
    split_lines,
)
from peerlog.exchange.handshake.words import NONCE_BYTES
from peerlog.history.encoding import b64
from peerlog.history.person import MOST_NAME, Person
from peerlog.history.statement import MOST_SEATS

WHAT = "invitation"
MOST_BYTES = 64 * 1024
MOST_FOCUS = 500
MOST_SPACES = 200
TOKEN_BYTES = 16

_BEGINS = b'{"peerlog":"'
_SPACE = re.compile("[0-9a-f]{32}")
_ID = re.compile("[A-Za-z0-9_-]{21}[AQgw]")
_ALWAYS = {"purpose", "token", "commitment", "by"}
_CIRCLE = {"space", "name", "focus", "seats", "seat", "founding"}


@dataclass(frozen=True)
class ToCircle:
    """To one seat of a space that others share. `founding` is the id of its first statement, 32 bytes."""

    space: str
    name: str
    focus: str
    seats: int
    seat: int
    founding: bytes
    agreement: Mapping[str, FieldValue] = field(default_factory=dict)
    """The fields of a draft of what is to be agreed; empty for none."""


@dataclass(frozen=True)
class ToDevice:
    """To be one more device of the same person, in these spaces, the private one first: space and own member id."""

    spaces: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Invitation:
    """An invitation that was verified: `by` signed it. `token` is 22 letters and stands for it in the journal."""

    signed: SignedText
    by: Person
    token: str
    commitment: bytes
    to: ToCircle | ToDevice

    @property
    def digest(self) -> bytes:
        """SHA-256 of the signed text: how an answer names it."""
        return sha256(self.signed.text).digest()


def read_invitation(file: bytes) -> Invitation:
    """An invitation from its file. Raises what `refusals` names."""
    if len(file) > MOST_BYTES:
        raise TooLong(WHAT)
    if not file.startswith(_BEGINS):
        raise NotThisFile(WHAT)
    signed = split_lines(file, WHAT)
    said = parse_text(signed, WHAT, MOST_BYTES)
    signed.require_by(signer_of(said, WHAT), WHAT)
    by = read_named_person(said["by"], WHAT)
    purpose = said.get("purpose")
    to: ToCircle | ToDevice
    if purpose == "circle":
        to = _to_circle(said)
    elif purpose == "device":
        to = _to_device(said)
    else:
        raise DoesNotHold(WHAT, "it does not say what it invites to")
    token = said["token"]
    read_bytes(token, TOKEN_BYTES, WHAT)
    return Invitation(signed, by, token, read_bytes(said["commitment"], NONCE_BYTES, WHAT), to)


def sign_invitation(seed: bytes, by: Person, token: str, commitment: bytes, to: ToCircle | ToDevice) -> Invitation:
    """A new invitation by the device whose key has the private half `seed` (32 bytes) and is in `by`.

    Raises what `read_invitation` would raise of it.
    """
    said: dict[str, object]
    if isinstance(to, ToCircle):
        said = {"purpose": "circle", "space": to.space, "name": to.name, "focus": to.focus}
        said |= {"seats": to.seats, "seat": to.seat, "founding": b64(to.founding)}
        said |= {"agreement": write_fields(to.agreement)} if to.agreement else {}
    else:
        said = {"purpose": "device", "spaces": [list(pair) for pair in to.spaces]}
    said |= {"token": token, "commitment": b64(commitment), "by": by.fields()}
    return read_invitation(sign_text(WHAT, said, seed, MOST_BYTES).file)


def _to_circle(said: dict[str, Any]) -> ToCircle:
    require_names(said, WHAT, _ALWAYS | _CIRCLE, {"agreement"})
    name, focus = read_line(said["name"], MOST_NAME, WHAT), read_line(said["focus"], MOST_FOCUS, WHAT)
    if not name:
        raise UnfitName(WHAT)
    seats, seat = said["seats"], said["seat"]
    if type(seats) is not int or type(seat) is not int or not 2 <= seat <= seats <= MOST_SEATS:
        raise DoesNotHold(WHAT, "it has no such seat")
    founding = read_bytes(said["founding"], 32, WHAT)
    agreement = read_fields(said.get("agreement", {}), WHAT)
    return ToCircle(_like(_SPACE, said["space"]), name, focus, seats, seat, founding, agreement)


def _to_device(said: dict[str, Any]) -> ToDevice:
    require_names(said, WHAT, _ALWAYS | {"spaces"})
    found = said["spaces"]
    if not isinstance(found, list) or not 1 <= len(found) <= MOST_SPACES:
        raise DoesNotHold(WHAT, "it does not say what the new device is to hold")
    if not all(isinstance(pair, list) and len(pair) == 2 for pair in found):
        raise DoesNotHold(WHAT, "it does not say what the new device is to hold")
    spaces = tuple((_like(_SPACE, space), _like(_ID, member)) for space, member in found)
    if len({space for space, _ in spaces}) < len(spaces):
        raise DoesNotHold(WHAT, "it names something twice")
    return ToDevice(spaces)


def _like(pattern: re.Pattern[str], found: object) -> str:
    if not isinstance(found, str) or not pattern.fullmatch(found):
        raise DoesNotHold(WHAT, "it does not say plainly what it is about")
    return found
