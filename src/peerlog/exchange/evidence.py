"""What shows that something went wrong elsewhere, kept because it can be shown to others."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from ..vault.space import Space


@dataclass(frozen=True, slots=True)
class Evidence:
    """`what` happened ("fork", …), by which device, and the text that shows it."""

    what: str
    device: str
    at: str
    text: str


def keep_evidence(space: Space, what: str, device: str, text: str, now: str) -> None:
    """Keep it once; belongs inside `space.write()`."""
    id_ = sha256(f"{what}\n{device}\n{text}".encode()).digest()
    space.run(
        "INSERT OR IGNORE INTO evidence(id, what, device, at, text) VALUES (?, ?, ?, ?, ?)",
        (id_, what, device, now, text),
    )


def all_evidence(space: Space) -> list[Evidence]:
    rows = space.rows("SELECT what, device, at, text FROM evidence ORDER BY at, id")
    return [Evidence(*row) for row in rows]
