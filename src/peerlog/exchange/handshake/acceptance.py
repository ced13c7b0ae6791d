"""The acceptance, the third file: the nonce that was promised, and the roster in which the newcomer now stands.

Encrypted for the one who joins; signed by the device that invited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hmac import compare_digest
from typing import Any

from peerlog.crypto import sshsig
from peerlog.crypto.recipients import is_usable
from peerlog.exchange.handshake.answer import Answer, Place
from peerlog.exchange.handshake.fields import Fields, FieldValue, read_fields, read_line, write_fields
from peerlog.exchange.handshake.invitation import Invitation, ToCircle, ToDevice
from peerlog.exchange.handshake.refusals import BrokenPromise, DoesNotHold, NoSeat, OtherAnswer
from peerlog.exchange.handshake.sealed import unseal
from peerlog.exchange.handshake.signed_lines import (
    SignedText,
    parse_text,
    read_bytes,
    require_names,
    sign_text,
    split_lines,
)
from peerlog.exchange.handshake.words import NONCE_BYTES, commitment_to
from peerlog.history.encoding import b64
from peerlog.history.person import MOST_NAME
from peerlog.history.roster import Roster
from peerlog.history.roster_fold import roster_of

WHAT = "acceptance"
MOST_BYTES = 1024 * 1024

Statements = tuple[tuple[bytes, bytes], ...]
"""Signed statements: text and signature (64 bytes)."""


@dataclass(frozen=True)
class Entered:
    """A space that the newcomer now belongs to: its roster, seen from their place, and the statements it is made of."""

    space: str
    name: str
    founding: bytes
    statements: Statements = field(repr=False)
    roster: Roster


@dataclass(frozen=True)
class Acceptance:
    """An acceptance that was verified: the one who invited signed it, and it gives what the invitation promised."""

    signed: SignedText
    nonce: bytes = field(repr=False)
    card: Mapping[str, FieldValue]
    spaces: tuple[Entered, ...]


@dataclass(frozen=True)
class Opened:
    """What an acceptance hands over of one space: its name, the id of its first statement, all statements."""

    space: str
    name: str
    founding: bytes
    statements: Statements = field(repr=False)


def open_acceptance(invitation: Invitation, answer: Answer, identity: bytes, file: bytes) -> Acceptance:
    """The acceptance of this answer, from its file; `identity` is the seed (32 bytes) of who joins.

    Raises what `refusals` names.
    """
    return read_acceptance(invitation, answer, split_lines(unseal(identity, file, MOST_BYTES, WHAT), WHAT))


def read_acceptance(invitation: Invitation, answer: Answer, signed: SignedText) -> Acceptance:
    """The acceptance in a signed text. Raises what `refusals` names."""
    said = parse_text(signed, WHAT, MOST_BYTES)
    signed.require_by(invitation.by.keys.key, WHAT)
    if said.get("answer") != b64(answer.digest):
        raise OtherAnswer
    nonce = read_bytes(said.get("nonce"), NONCE_BYTES, WHAT)
    if not compare_digest(commitment_to(nonce), invitation.commitment):
        raise BrokenPromise
    if isinstance(invitation.to, ToCircle):
        require_names(said, WHAT, {"answer", "nonce", "card", "roster"})
        to = invitation.to
        opened = [Opened(to.space, to.name, to.founding, _statements(said["roster"]))]
        card = read_fields(said["card"], WHAT)
    else:
        require_names(said, WHAT, {"answer", "nonce", "spaces"})
        opened, card = _opened(invitation.to, said["spaces"]), {}
    entered = [_enter(invitation, place, each) for place, each in zip(answer.places, opened, strict=True)]
    return Acceptance(signed, nonce, card, tuple(entered))


def sign_acceptance(
    invitation: Invitation, answer: Answer, seed: bytes, nonce: bytes, card: Fields, opened: Iterable[Opened]
) -> SignedText:
    """A new acceptance; `seed` is the private half of the key that signed the invitation.

    `opened` is what the invitation was to, after the newcomer has been added. Raises what `read_acceptance` would.
    """
    said: dict[str, object] = {"answer": b64(answer.digest), "nonce": b64(nonce)}
    given = list(opened)
    if isinstance(invitation.to, ToCircle):
        said |= {"card": write_fields(card), "roster": _written(given[0].statements)}
    else:
        said |= {
            "spaces": [
                {
                    "space": each.space,
                    "name": each.name,
                    "founding": b64(each.founding),
                    "roster": _written(each.statements),
                }
                for each in given
            ]
        }
    signed = sign_text(WHAT, said, seed, MOST_BYTES)
    read_acceptance(invitation, answer, signed)
    return signed


def _enter(invitation: Invitation, place: Place, opened: Opened) -> Entered:
    roster, _ = roster_of(opened.statements, opened.founding, _verify, place.keys.device, usable=is_usable)
    if roster is None or roster.space != place.space:
        raise NoSeat
    member = roster.member(place.member)
    own = roster.member_of(place.keys.device)
    if member is None or not member.here or own != place.member or not roster.is_current(place.keys.device):
        raise NoSeat
    if place.keys not in [device.keys for device in member.devices]:
        raise NoSeat
    if isinstance(invitation.to, ToCircle):
        host = roster.member_of(invitation.by.keys.device)
        if host != roster.founder or member.seat != invitation.to.seat or roster.seats != invitation.to.seats:
            raise NoSeat
    return Entered(opened.space, opened.name, opened.founding, opened.statements, roster)


def _opened(to: ToDevice, found: Any) -> list[Opened]:
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise DoesNotHold(WHAT, "it does not name the same as the invitation")
    if [each.get("space") for each in found] != [space for space, _ in to.spaces]:
        raise DoesNotHold(WHAT, "it does not name the same as the invitation")
    opened = []
    for each in found:
        require_names(each, WHAT, {"space", "name", "founding", "roster"})
        name = read_line(each["name"], MOST_NAME, WHAT)
        opened.append(Opened(each["space"], name, read_bytes(each["founding"], 32, WHAT), _statements(each["roster"])))
    return opened


def _statements(found: Any) -> Statements:
    if not isinstance(found, list):
        raise DoesNotHold(WHAT, "it does not say who belongs to it")
    statements = []
    for pair in found:
        if not isinstance(pair, list) or len(pair) != 2 or not isinstance(pair[0], str):
            raise DoesNotHold(WHAT, "it does not say who belongs to it")
        statements.append((pair[0].encode("utf-8"), read_bytes(pair[1], sshsig.SIGNATURE_BYTES, WHAT)))
    return tuple(statements)


def _written(statements: Statements) -> list[list[str]]:
    return [[text.decode("utf-8"), b64(signature)] for text, signature in statements]


def _verify(key: bytes, text: bytes, signature: bytes) -> bool:
    return sshsig.verify(key, sshsig.ROSTER, text, signature)
