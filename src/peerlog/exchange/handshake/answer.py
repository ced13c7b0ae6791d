"""The answer, the second file: who joins, with the keys of their device, encrypted for the one who invited.

It names the invitation by the hash of its text, and its keys agree to the place that they are given (`proof`), so that
nobody can be seated who has not asked for exactly this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from peerlog.crypto import sshsig
from peerlog.exchange.handshake.fields import (
    Fields,
    FieldValue,
    read_device_keys,
    read_fields,
    read_named_person,
    write_fields,
)
from peerlog.exchange.handshake.invitation import Invitation, ToCircle, ToDevice
from peerlog.exchange.handshake.refusals import DoesNotHold, OtherInvitation, UnfitKey
from peerlog.exchange.handshake.sealed import unseal
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
from peerlog.history.person import DeviceKeys, Person
from peerlog.history.statement import PROOF_BYTES, AddDevice, Seat, proof_text

WHAT = "answer"
MOST_BYTES = 64 * 1024
MOST_BYTES_DEVICE = 1024 * 1024

_ALWAYS = {"invitation", "token", "nonce", "by"}


@dataclass(frozen=True)
class Place:
    """The keys of the device that joins a space, as the member, and their agreement to it (64 bytes)."""

    space: str
    member: str
    keys: DeviceKeys
    proof: bytes


@dataclass(frozen=True)
class Answer:
    """An answer that was verified: `by` signed it. One place for a seat; for a device one in each space, in order."""

    signed: SignedText
    by: Person
    places: tuple[Place, ...]
    card: Mapping[str, FieldValue]

    @property
    def digest(self) -> bytes:
        """SHA-256 of the signed text: how an acceptance names it."""
        return sha256(self.signed.text).digest()


def additions(invitation: Invitation, answer: Answer) -> tuple[tuple[str, Seat | AddDevice], ...]:
    """What who invited signs for the newcomer: the space and what is to be said in it."""
    to = invitation.to
    if isinstance(to, ToCircle):
        return ((to.space, Seat(to.seat, answer.by, answer.places[0].proof)),)
    return tuple((each.space, AddDevice(each.member, each.keys, each.proof)) for each in answer.places)


def most_bytes(invitation: Invitation) -> int:
    return MOST_BYTES if isinstance(invitation.to, ToCircle) else MOST_BYTES_DEVICE


def open_answer(invitation: Invitation, identity: bytes, file: bytes) -> Answer:
    """The answer to this invitation, from its file; `identity` is the seed (32 bytes) of who invited.

    Raises what `refusals` names.
    """
    return read_answer(invitation, split_lines(unseal(identity, file, most_bytes(invitation), WHAT), WHAT))


def read_answer(invitation: Invitation, signed: SignedText) -> Answer:
    """The answer in a signed text. Raises what `refusals` names."""
    said = parse_text(signed, WHAT, most_bytes(invitation))
    signed.require_by(signer_of(said, WHAT), WHAT)
    if said.get("invitation") != b64(invitation.digest):
        raise OtherInvitation
    if said.get("token") != invitation.token:
        raise OtherInvitation
    by = read_named_person(said["by"], WHAT)
    if by.keys.key == invitation.by.keys.key or by.keys.recipient == invitation.by.keys.recipient:
        raise UnfitKey(WHAT)
    read_bytes(said.get("nonce"), NONCE_BYTES, WHAT)
    if isinstance(invitation.to, ToDevice):
        require_names(said, WHAT, _ALWAYS | {"spaces"})
        return Answer(signed, by, _places(invitation.to, said["spaces"], by), {})
    require_names(said, WHAT, _ALWAYS | {"proof", "card"})
    place = _place(invitation.to.space, by.member, by.keys, said["proof"])
    return Answer(signed, by, (place,), read_fields(said["card"], WHAT))


def sign_answer(
    invitation: Invitation,
    seed: bytes,
    by: Person,
    nonce: bytes,
    card: Fields,
    more: tuple[tuple[bytes, DeviceKeys], ...],
) -> Answer:
    """A new answer by the device whose key has the private half `seed` and is in `by`.

    `more` are, for a device, the private halves and the keys in all spaces after the first. Raises what `read_answer`
    would raise of it.
    """
    said: dict[str, object] = {"invitation": b64(invitation.digest), "token": invitation.token, "nonce": b64(nonce)}
    said |= {"by": by.fields()}
    if isinstance(invitation.to, ToDevice):
        every = ((seed, by.keys), *more)
        said |= {
            "spaces": [
                {"space": space, **keys.fields(), "proof": b64(_proof(half, space, member, keys))}
                for (space, member), (half, keys) in zip(invitation.to.spaces, every, strict=True)
            ]
        }
    else:
        proof = _proof(seed, invitation.to.space, by.member, by.keys)
        said |= {"proof": b64(proof), "card": write_fields(card)}
    return read_answer(invitation, sign_text(WHAT, said, seed, most_bytes(invitation)))


def _places(to: ToDevice, found: object, by: Person) -> tuple[Place, ...]:
    if not isinstance(found, list) or len(found) != len(to.spaces) or not all(isinstance(each, dict) for each in found):
        raise DoesNotHold(WHAT, "it does not name the same as the invitation")
    places = []
    for (space, member), each in zip(to.spaces, found, strict=True):
        require_names(each, WHAT, {"space", "key", "recipient", "proof"})
        if each["space"] != space:
            raise DoesNotHold(WHAT, "it does not name the same as the invitation")
        places.append(_place(space, member, read_device_keys(each, WHAT), each["proof"]))
    keys = {place.keys.key for place in places} | {place.keys.recipient for place in places}
    if len(keys) != 2 * len(places) or places[0].keys != by.keys:
        raise UnfitKey(WHAT)
    return tuple(places)


def _place(space: str, member: str, keys: DeviceKeys, found: Any) -> Place:
    proof = read_bytes(found, PROOF_BYTES, WHAT)
    if not sshsig.verify(keys.key, sshsig.ROSTER, proof_text(space, member, keys), proof):
        raise DoesNotHold(WHAT, "its keys have not agreed to the place")
    return Place(space, member, keys, proof)


def _proof(seed: bytes, space: str, member: str, keys: DeviceKeys) -> bytes:
    return sshsig.sign(seed, sshsig.ROSTER, proof_text(space, member, keys))
