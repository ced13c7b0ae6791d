"""The signed statements from which a space's roster follows."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from .space import Space

Signed = tuple[bytes, bytes]
"""A statement's bytes and its 64-byte signature."""


def all_statements(space: Space) -> list[Signed]:
    """Every statement, in the order of arrival."""
    rows = space.rows("SELECT text, signature FROM statement ORDER BY number")
    return [(text.encode(), bytes(signature)) for text, signature in rows]


def learned_numbers(space: Space) -> dict[bytes, int]:
    """For each statement's text, the number that our next update had when it came."""
    return {text.encode(): learned for text, learned in space.rows("SELECT text, learned FROM statement")}


def keep_statements(space: Space, statements: Iterable[Signed], learned: int) -> int:
    """Store statements that are not here yet; how many there were."""
    return sum(
        space.run(
            "INSERT OR IGNORE INTO statement(id, text, signature, learned) VALUES (?, ?, ?, ?)",
            (sha256(text).digest(), text.decode(), signature, learned),
        )
        for text, signature in statements
    )


def statements_head(space: Space) -> tuple[int, bytes]:
    """How many statements are here, and the SHA-256 of their ids in order: whoever has the same says the same."""
    ids = sorted(bytes(id_) for (id_,) in space.rows("SELECT id FROM statement"))
    return len(ids), sha256(b"".join(ids)).digest()
