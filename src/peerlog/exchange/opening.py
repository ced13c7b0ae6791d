"""Telling by its content what a file is that somebody sent."""

from __future__ import annotations

from enum import Enum


class Sent(Enum):
    """What a file may be."""

    INVITATION = "invitation"
    LOCKED = "locked"
    NOTHING = "nothing"


def kind_of(file: bytes) -> Sent:
    """An invitation, something locked for somebody (an update, an answer, an acceptance), or neither."""
    if file.startswith(b"age-encryption.org/v1\n"):
        return Sent.LOCKED
    return Sent.INVITATION if file.startswith(b'{"peerlog":"invitation"') else Sent.NOTHING
