"""Exactly what is signed of a text to agree, for whoever wants to see or check it."""

from __future__ import annotations

from ...errors import Refused
from .texts_to_agree import TextToAgree


def statement_of(text: TextToAgree) -> str:
    """The statement that everybody signs, to the letter: one line of JSON."""
    return text.asked.statement.text.decode()


def digest_of(text: TextToAgree) -> str:
    """SHA-256 of the bytes that it speaks of, 64 hex digits, as `sha256sum` gives it for the file of the text."""
    return text.asked.statement.digest.hex()


def content_bytes(text: str) -> str:
    """A text as it is signed for: with one newline at its end."""
    from ...consent.statement import content_of

    return content_of(text).decode()


def own_key_line(text: TextToAgree) -> str:
    """My key under a text as a line for those who check a signed copy; raises `Refused` where I have not signed."""
    from ...consent.signature_names import signature_names
    from ...crypto.sshsig import public_line

    paper = text.asked.signed.get(text.me.id) if text.me else None
    if text.me is None or paper is None:
        raise Refused("You have not signed this, so there is no key of yours under it.")
    return f"{signature_names(text.asked.statement)[text.me.id]} {public_line(paper.key)}"
