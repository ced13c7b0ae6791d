"""An entry that has to be of a certain kind, and what is said when it is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.entry import Entry
from ..domain.kinds import KINDS
from ..domain.text import brief
from ..errors import Refused
from .short_ids import short_id

if TYPE_CHECKING:
    from .journal import Journal

_WITHOUT_ARTICLE = frozenset({"feedback", "minute", "pulse", "thanks"})


def require_kind(journal: Journal, entry: Entry, kind: str, hint: str) -> Entry:
    """The entry, when it is of this kind; else raises `Refused`, which names both kinds, with the hint."""
    if entry.kind != kind:
        raise Refused(f"{called(journal, entry)} is {with_article(entry.kind)}, not {with_article(kind)}.", hint)
    return entry


def require_at_hand(journal: Journal, entry: Entry) -> Entry:
    """The entry, when it is not in the trash; else raises `Refused`."""
    if entry.deleted:
        raise Refused(f"{called(journal, entry)} is in the trash.", "“peerlog undelete” brings it back.")
    return entry


def called(journal: Journal, entry: Entry) -> str:
    """An entry in a sentence: `a1b2c3d “Ask before advising”`."""
    return short_id(journal, entry.id) + (f" “{brief(entry.headline)}”" if entry.headline else "")


def with_article(kind: str) -> str:
    """`a goal`, `an idea`, `feedback`."""
    label = KINDS[kind].label.lower() if kind in KINDS else kind
    if kind in _WITHOUT_ARTICLE:
        return label
    return f"an {label}" if label[0] in "aeiou" else f"a {label}"
