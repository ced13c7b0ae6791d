"""The text of an entry: from the command line, from standard input, or typed."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ..errors import BadInput
from . import terminal

MOST_BYTES = 64 * 1024 * 1024
"""The most that is read from standard input before it is refused; one field holds far less."""


def given_words(words: Sequence[str]) -> str | None:
    """The text that arguments give, or standard input for `-` and when it is a pipe or file; None when neither does."""
    if list(words) == ["-"]:
        return standard_input()
    if words:
        return " ".join(words)
    return None if terminal.can_read() else standard_input()


def standard_input() -> str:
    """Everything on standard input; raises `BadInput` when it is not UTF-8 text or far too long."""
    if sys.stdin is None:
        return ""
    data: bytes = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise BadInput(
            f"What comes on standard input is longer than {MOST_BYTES // 2**20} MiB.",
            "“peerlog import” takes in files.",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            f"What comes on standard input is not UTF-8 text (byte {error.start + 1:,}).", "Convert it first."
        ) from None
