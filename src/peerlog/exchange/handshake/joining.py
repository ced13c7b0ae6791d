"""The side of one who joins: what is kept from the answer until the words are compared."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace

from peerlog.age import HybridIdentity
from peerlog.crypto.device_keys import new_device_seed, public_key
from peerlog.exchange.handshake.acceptance import Acceptance, open_acceptance, read_acceptance
from peerlog.exchange.handshake.answer import Answer, read_answer, sign_answer
from peerlog.exchange.handshake.fields import Fields
from peerlog.exchange.handshake.invitation import Invitation, ToDevice, read_invitation
from peerlog.exchange.handshake.kept import kept, kept_text, opened, read_back, signed_text
from peerlog.exchange.handshake.sealed import seal
from peerlog.exchange.handshake.words import NONCE_BYTES, words_of
from peerlog.history.encoding import b64, unb64
from peerlog.history.person import DeviceKeys, Person


@dataclass(frozen=True)
class OwnKeys:
    """The private halves of a device's keys in one space: signing seed and age identity, 32 bytes each."""

    seed: bytes = field(repr=False)
    identity: bytes = field(repr=False)

    @classmethod
    def new(cls) -> OwnKeys:
        return cls(new_device_seed(), HybridIdentity.generate().seed)

    @property
    def public(self) -> DeviceKeys:
        return DeviceKeys(public_key(self.seed), HybridIdentity(self.identity).recipient.public)


@dataclass(frozen=True)
class Joining:
    """An answer that was made here, the keys behind it (one for each place), and the acceptance if any."""

    invitation: Invitation
    answer: Answer
    keys: tuple[OwnKeys, ...]
    acceptance: Acceptance | None = None

    @property
    def token(self) -> str:
        """22 letters, under which it is kept."""
        return self.invitation.token

    @property
    def words(self) -> tuple[str, str, str, str] | None:
        """What to compare aloud; None before there is an acceptance."""
        if self.acceptance is None:
            return None
        return words_of(self.invitation.signed.text, self.answer.signed.text, self.acceptance.nonce)

    def answer_file(self) -> bytes:
        """The answer as a file, encrypted anew each time."""
        return seal(self.invitation.by.keys.recipient, self.answer.signed.file)

    def take_acceptance(self, file: bytes) -> Joining:
        """With the acceptance from its file. The same again changes nothing. Raises what `refusals` names."""
        acceptance = open_acceptance(self.invitation, self.answer, self.keys[0].identity, file)
        return self if self.acceptance is not None else replace(self, acceptance=acceptance)

    def to_json(self) -> str:
        return kept(
            {
                "invitation": kept_text(self.invitation.signed),
                "answer": kept_text(self.answer.signed),
                "keys": [[b64(each.seed), b64(each.identity)] for each in self.keys],
                "acceptance": kept_text(self.acceptance.signed) if self.acceptance else None,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> Joining:
        """Raises Damaged."""
        with read_back():
            said = opened(text)
            invitation = read_invitation(signed_text(said["invitation"]).file)
            answer = read_answer(invitation, signed_text(said["answer"]))
            keys = tuple(OwnKeys(unb64(seed, 32), unb64(identity, 32)) for seed, identity in said["keys"])
            if tuple(each.public for each in keys) != tuple(place.keys for place in answer.places):
                raise ValueError("keys of somebody else")
            found = said["acceptance"]
            return cls(
                invitation, answer, keys, read_acceptance(invitation, answer, signed_text(found)) if found else None
            )


def join(invitation: Invitation, name: str, card: Fields | None = None) -> Joining:
    """A new answer to the invitation, with new keys. For a device, `name` is how its owner is called.

    Raises what `refusals` names for what could not be read back, such as UnfitName.
    """
    places = len(invitation.to.spaces) if isinstance(invitation.to, ToDevice) else 1
    keys = tuple(OwnKeys.new() for _ in range(places))
    by = Person(name, keys[0].public)
    nonce = secrets.token_bytes(NONCE_BYTES)
    more = tuple((each.seed, each.public) for each in keys[1:])
    return Joining(invitation, sign_answer(invitation, keys[0].seed, by, nonce, card or {}, more), keys)
