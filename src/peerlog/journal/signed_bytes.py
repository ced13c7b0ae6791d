"""Exactly what is signed of a text to agree, for whoever wants to see or check it."""

from __future__ import annotations

from .texts_to_agree import TextToAgree


def statement_of(text: TextToAgree) -> str:
    """The statement that everybody signs, to the letter: one line of JSON."""
    return text.asked.statement.text.decode()


def digest_of(text: TextToAgree) -> str:
    """SHA-256 of the bytes that it speaks of, 64 hex digits, as `sha256sum` gives it for the file of the text."""
    return text.asked.statement.digest.hex()


def content_bytes(text: str) -> str:
    """A text as it is signed for: with one newline at its end."""
    from ..consent.statement import content_of

    return content_of(text).decode()
