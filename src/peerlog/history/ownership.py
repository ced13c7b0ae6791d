"""Who may change what: by kind, either its author alone or every member. The author is a member, not a device."""

from __future__ import annotations

from ..domain.field import Fields
from .change import DELETED

SHARED = frozenset(
    {"goal", "milestone", "action", "meeting", "agenda-item", "decision", "turn", "agreement", "circle", "summary"}
)
"""Kinds that belong to all members; every other one, also one that is not known here, is its author's alone."""

ANYBODYS = frozenset({("request", "state"), ("feedback", "accepted")})
"""Single fields of the author's kinds that every member may set: that it is answered, that it is taken in."""

LASTING = frozenset({"approval"})
"""Kinds that nobody deletes or erases, also not their author: what was signed stays signed."""

_NEVER = frozenset({"pulse", "device", "countersignature"})


def may_set(kind: str, register: str, author: str, member: str) -> bool:
    """Whether `member` may change this register of an entry that `author` made."""
    if kind in LASTING and register == DELETED:
        return False
    return member == author or kind in SHARED or (kind, register) in ANYBODYS


def may_forget(kind: str, author: str, member: str) -> bool:
    """Whether `member` may have an entry that `author` made erased everywhere."""
    return member == author and kind not in LASTING


def may_leave(kind: str, fields: Fields) -> bool:
    """Whether an entry may ever go to others: pulses, steam let off, one's own devices and what
    somebody outside signed may not."""
    return kind not in _NEVER and not fields.get("vent")
