"""The three files of a first meeting, well signed, with whatever else in them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.exchange.three_files import CARD, Founder

from peerlog.exchange.handshake.invitation import read_invitation
from peerlog.exchange.handshake.inviting import Inviting
from peerlog.exchange.handshake.joining import join
from peerlog.exchange.handshake.sealed import seal
from peerlog.exchange.handshake.signed_lines import sign_text
from peerlog.history.encoding import b64

KIM = Founder(seats=3)

INVITING = KIM.invites()

JOINING = join(INVITING.invitation, "Sam", CARD)

ANSWERED = KIM.takes(INVITING, JOINING.answer_file())


def said_by(text: bytes) -> dict[str, Any]:
    return {name: value for name, value in json.loads(text).items() if name not in ("peerlog", "v")}


def invitation_file(**changed: object) -> bytes:
    said = {**said_by(INVITING.invitation.signed.text), **changed}
    return sign_text("invitation", {k: v for k, v in said.items() if v is not None}, KIM.keys.seed, 1 << 20).file


def answer_file(**changed: object) -> bytes:
    said = {**said_by(JOINING.answer.signed.text), **changed}
    signed = sign_text("answer", {k: v for k, v in said.items() if v is not None}, JOINING.keys[0].seed, 1 << 20)
    return seal(KIM.keys.public.recipient, signed.file)


def acceptance_file(**changed: object) -> bytes:
    said: dict[str, object] = {
        "answer": b64(JOINING.answer.digest),
        "nonce": b64(INVITING.nonce),
        "card": {},
        "roster": [[text.decode(), b64(signature)] for text, signature in KIM.statements(ANSWERED)],
    }
    said |= changed
    signed = sign_text("acceptance", {k: v for k, v in said.items() if v is not None}, KIM.keys.seed, 1 << 20)
    return seal(JOINING.answer.by.keys.recipient, signed.file)


def take_answer(file: bytes) -> Inviting:
    return KIM.takes(INVITING, file)


TAKERS: dict[str, tuple[Callable[..., bytes], Callable[[bytes], object]]] = {
    "invitation": (invitation_file, read_invitation),
    "answer": (answer_file, take_answer),
    "acceptance": (acceptance_file, JOINING.take_acceptance),
}

KIMS = KIM.person.fields()

SAMS = JOINING.answer.by.fields()
