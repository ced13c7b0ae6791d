"""The side of one who invites: what is kept from the invitation until the words are compared."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from peerlog.exchange.handshake.acceptance import Opened, sign_acceptance
from peerlog.exchange.handshake.answer import Answer, open_answer, read_answer
from peerlog.exchange.handshake.fields import Fields
from peerlog.exchange.handshake.invitation import (
    TOKEN_BYTES,
    Invitation,
    ToCircle,
    ToDevice,
    read_invitation,
    sign_invitation,
)
from peerlog.exchange.handshake.kept import kept, kept_text, opened, read_back, signed_text
from peerlog.exchange.handshake.refusals import AlreadyUsed
from peerlog.exchange.handshake.sealed import seal
from peerlog.exchange.handshake.words import NONCE_BYTES, commitment_to, words_of
from peerlog.history.encoding import b64, unb64
from peerlog.history.person import Person


@dataclass(frozen=True)
class Inviting:
    """An invitation that was made here, its nonce (32 bytes, secret until it is answered), and the answer if any."""

    invitation: Invitation
    nonce: bytes = field(repr=False)
    answer: Answer | None = None

    @property
    def token(self) -> str:
        """22 letters, under which it is kept."""
        return self.invitation.token

    @property
    def file(self) -> bytes:
        """The invitation as a file."""
        return self.invitation.signed.file

    @property
    def words(self) -> tuple[str, str, str, str] | None:
        """What to compare aloud; None before there is an answer."""
        if self.answer is None:
            return None
        return words_of(self.invitation.signed.text, self.answer.signed.text, self.nonce)

    def take_answer(self, file: bytes, identity: bytes) -> Inviting:
        """With the answer from its file; `identity` is the seed (32 bytes) behind the recipient in the invitation.

        The same answer again changes nothing; another raises AlreadyUsed. Raises what else `refusals` names.
        """
        answer = open_answer(self.invitation, identity, file)
        if self.answer is not None and self.answer.digest != answer.digest:
            raise AlreadyUsed
        return self if self.answer is not None else replace(self, answer=answer)

    def acceptance_file(self, seed: bytes, given: Iterable[Opened], card: Fields | None = None) -> bytes:
        """The acceptance as a file: it reveals the nonce, so there has to be an answer (else ValueError).

        `seed` is the private half of the key that signed the invitation; `given` what it was to, in the same order,
        with the newcomer's statement in it; `card` the inviter's. Raises what `refusals` names where the newcomer
        would refuse it.
        """
        if self.answer is None:
            raise ValueError("the nonce is not revealed before there is an answer")
        signed = sign_acceptance(self.invitation, self.answer, seed, self.nonce, card or {}, given)
        return seal(self.answer.by.keys.recipient, signed.file)

    def to_json(self) -> str:
        answer = kept_text(self.answer.signed) if self.answer else None
        return kept({"invitation": kept_text(self.invitation.signed), "nonce": b64(self.nonce), "answer": answer})

    @classmethod
    def from_json(cls, text: str) -> Inviting:
        """Raises Damaged."""
        with read_back():
            said = opened(text)
            invitation = read_invitation(signed_text(said["invitation"]).file)
            answer = read_answer(invitation, signed_text(said["answer"])) if said["answer"] else None
            return cls(invitation, unb64(said["nonce"], NONCE_BYTES), answer)


def invite(seed: bytes, by: Person, to: ToCircle | ToDevice) -> Inviting:
    """A new invitation, signed with the private half `seed` (32 bytes) of the key in `by`.

    For a device that is the key in the private space. Raises what `refusals` names for what could not be read back.
    """
    nonce = secrets.token_bytes(NONCE_BYTES)
    token = b64(secrets.token_bytes(TOKEN_BYTES))
    return Inviting(sign_invitation(seed, by, token, commitment_to(nonce), to), nonce)
