"""What came as a signature and counts for nothing, and whether I have looked at it."""

from __future__ import annotations

from dataclasses import dataclass

from ..journal import Journal
from .texts_to_agree import objections_in

_SEEN = "odd-signatures"


@dataclass(frozen=True, slots=True)
class OddSignatures:
    """How many there are, each in a sentence; `seen` says that I have looked at all of them."""

    sentences: tuple[str, ...]
    seen: bool

    @property
    def count(self) -> int:
        return len(self.sentences)


def odd_signatures(journal: Journal, space: str) -> OddSignatures | None:
    """Those of one space; None where there are none."""
    found = tuple(objections_in(journal, space))
    return OddSignatures(found, _seen(journal, space) >= len(found)) if found else None


def mark_odd_seen(journal: Journal, space: str) -> tuple[str, ...]:
    """Take all of them as looked at; their sentences."""
    found = tuple(objections_in(journal, space))
    if _seen(journal, space) != len(found):
        with journal.private.write():
            journal.private.set_value(f"{_SEEN} {space}", str(len(found)))
    return found


def _seen(journal: Journal, space: str) -> int:
    return int(journal.private.value(f"{_SEEN} {space}", "0"))
