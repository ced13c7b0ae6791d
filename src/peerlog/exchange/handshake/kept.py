"""How the state of a meeting is kept: JSON that the journal stores between the files, never sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from peerlog.errors import Damaged, PeerlogError
from peerlog.exchange.handshake.signed_lines import SignedText
from peerlog.history.encoding import b64, unb64


def kept_text(signed: SignedText | None) -> list[str] | None:
    return None if signed is None else [signed.text.decode("utf-8"), b64(signed.signature)]


def signed_text(found: Any) -> SignedText:
    text, signature = found
    return SignedText(text.encode("utf-8"), unb64(signature, 64))


@contextmanager
def read_back() -> Iterator[None]:
    """Say in one way that what was kept cannot be read, whatever is wrong with it."""
    try:
        yield
    except (PeerlogError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Damaged(
            "What was kept of a meeting for the first time cannot be read any more.",
            "Begin it anew with a new invitation; nothing else is touched.",
        ) from error


def kept(said: dict[str, object]) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def opened(text: str) -> dict[str, Any]:
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return found
