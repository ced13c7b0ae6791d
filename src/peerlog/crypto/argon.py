"""Argon2id: a passphrase becomes 32 bytes, at a cost that makes guessing slow.

The passphrase is normalised to Unicode NFKC and encoded as UTF-8, nothing else: no trimming, no change of
case. (A source that ends its text with a newline, such as a file, drops that one newline before it gets
here.)

A journal is never made with less than `FLOOR` (RFC 9106, second recommended option), and one that asks for
less when read is refused: only somebody who changed the file by hand could have made it. Calibration raises
the passes alone, never the memory, so that a journal made on a large machine opens on a small one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from peerlog.errors import BadInput, Refused

SALT_BYTES = 16
KEY_BYTES = 32


@dataclass(frozen=True)
class Argon2Cost:
    """What one derivation costs: memory in KiB, passes over it, and lanes worked on in parallel."""

    memory_kib: int
    passes: int
    lanes: int


FLOOR = Argon2Cost(memory_kib=64 * 1024, passes=3, lanes=4)
CEILING = Argon2Cost(memory_kib=4 * 1024 * 1024, passes=20, lanes=16)


def require_sane(cost: Argon2Cost) -> None:
    """Refuse a cost below `FLOOR` (an attack) or above `CEILING` (hours of work, or all of the memory)."""
    pairs = [
        (cost.memory_kib, FLOOR.memory_kib, CEILING.memory_kib),
        (cost.passes, FLOOR.passes, CEILING.passes),
        (cost.lanes, FLOOR.lanes, CEILING.lanes),
    ]
    if any(value < low for value, low, _ in pairs):
        raise Refused(
            "This journal asks for weaker protection of its passphrase than peerlog ever uses.",
            "Somebody may have changed vault.json: restore it from a backup before typing your passphrase.",
        )
    if any(value > high for value, _, high in pairs):
        raise Refused(
            "This journal asks for far more memory or work than peerlog ever uses.",
            "Somebody may have changed vault.json: restore it from a backup.",
        )


def normalise(passphrase: str) -> bytes:
    """The bytes that Argon2id gets: NFKC, then UTF-8."""
    try:
        return unicodedata.normalize("NFKC", passphrase).encode("utf-8")
    except UnicodeEncodeError:
        raise BadInput(
            "The passphrase holds something that is not text.", "Was it read in another encoding than UTF-8?"
        ) from None


def derive(passphrase: str, salt: bytes, cost: Argon2Cost) -> bytes:
    """32 bytes from a passphrase and a 16-byte salt.

    Refuses a cost outside the limits, and one that this machine has no memory for.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    require_sane(cost)
    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    try:
        return kdf.derive(normalise(passphrase))
    except MemoryError:
        raise Refused(
            f"Opening this journal needs {cost.memory_kib // 1024} MiB of free memory.",
            "Close other programs and try again.",
        ) from None


def seconds_for(cost: Argon2Cost) -> float:
    """How long one derivation takes on this machine, in seconds."""
    from time import perf_counter

    start = perf_counter()
    derive("how long does this take", bytes(SALT_BYTES), cost)
    return perf_counter() - start


def choose_cost(target_seconds: float = 0.25, measure: Callable[[Argon2Cost], float] = seconds_for) -> Argon2Cost:
    """The cost, never below `FLOOR`, at which one derivation takes about `target_seconds` on this machine.

    Measures one derivation at the floor, the slowest thing that this can cost on a slow machine; time is
    proportional to the passes.
    """
    passes = int(FLOOR.passes * target_seconds / max(measure(FLOOR), 0.001))
    return Argon2Cost(FLOOR.memory_kib, min(max(passes, FLOOR.passes), CEILING.passes), FLOOR.lanes)
