"""Telling by its content what a file is that somebody sent."""

from __future__ import annotations

from enum import Enum

from ..errors import Refused


class Sent(Enum):
    """What a file may be."""

    INVITATION = "invitation"
    LOCKED = "locked"
    NOTHING = "nothing"


class OtherFile(Refused):
    """It is one of the files by which people meet: `what` is "invitation", "answer" or "acceptance"."""

    def __init__(self, what: str) -> None:
        super().__init__("This is one of the three files of a first meeting, not an update.")
        self.what = what


def refuse_other(plain: bytes) -> None:
    """Raise `OtherFile` when what was locked, or was not, is an invitation, an answer or an acceptance."""
    for what in ("invitation", "answer", "acceptance"):
        if plain.startswith(f'{{"peerlog":"{what}"'.encode()):
            raise OtherFile(what)


def kind_of(file: bytes) -> Sent:
    """An invitation, something locked for somebody (an update, an answer, an acceptance), or neither."""
    if file.startswith(b"age-encryption.org/v1\n"):
        return Sent.LOCKED
    return Sent.INVITATION if file.startswith(b'{"peerlog":"invitation"') else Sent.NOTHING
