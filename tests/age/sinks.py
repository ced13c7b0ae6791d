"""Sinks that show whether anything was let go of."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from typing import NoReturn

import pytest

from peerlog.age import AgeError, Identity, open_to
from peerlog.age.source import Source


def no_sink() -> NoReturn:
    """The sink of a file that must be refused."""
    pytest.fail("plaintext was about to be released")


def refusal(file: Source, identities: Sequence[Identity]) -> type[AgeError] | None:
    """The type of the error with which a file is refused; None, and a failure, when it is not."""
    try:
        open_to(file, identities, no_sink)
    except AgeError as error:
        return type(error)
    return None


def digest_of(file: Source, identities: Sequence[Identity], *, armored: bool | None = None, limit: int) -> str:
    """SHA-256, in hex, of everything that was written to the sink."""
    sink = io.BytesIO()
    written = open_to(file, identities, lambda: sink, limit=limit, armored=armored)
    assert written == sink.tell()
    return hashlib.sha256(sink.getvalue()).hexdigest()
