"""Whose words an entry is, and who may change them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...domain.entry import PRIVATE, Entry
from ...errors import Refused
from ...history.ownership import SHARED, may_set
from ...vault.space import Space

_I, _SOMEBODY_ELSE = "I", "somebody else"


@dataclass(frozen=True, slots=True)
class Author:
    """Who made an entry; `name` is what a shared space knows somebody else by, and empty for oneself."""

    is_me: bool
    name: str = ""


ME = Author(is_me=True)


def author_of(space: Space, entry: Entry) -> Author:
    """Who made an entry of this space: whoever owns the device that it was begun on."""
    if space.name == PRIVATE:
        return ME
    row = space.row(
        "SELECT own, key FROM device WHERE number = (SELECT device FROM entry WHERE id = ?)", (bytes.fromhex(entry.id),)
    )
    if row is None or row[0]:
        return ME
    return _member(space, bytes(row[1]))


def _member(space: Space, key: bytes) -> Author:
    from ...crypto.key_ids import device_id
    from ...exchange.membership import roster_in

    if not space.value("founding", ""):  # who is in it has not come yet
        return Author(is_me=False, name=space.label)
    roster = roster_in(space)
    member = roster.member_of(device_id(key))
    if member == roster.own:
        return ME
    return Author(is_me=False, name=roster.names[member] if member else "")


def is_theirs(space: Space, entry: Entry) -> bool:
    """Whether somebody else made it and it is theirs alone: their note, not a goal that both may change."""
    return entry.kind not in SHARED and not author_of(space, entry).is_me


def may_change(space: Space, entry: Entry, fields: Iterable[str]) -> bool:
    """Whether I may set these fields of an entry; `deleted` stands for moving it to the trash."""
    member = _I if author_of(space, entry).is_me else _SOMEBODY_ELSE
    return all(may_set(entry.kind, field, member, _I) for field in fields)


def require_may_change(space: Space, entry: Entry, fields: Iterable[str], hint: str) -> None:
    """Raise `Refused` unless I may set these fields of an entry."""
    if not may_change(space, entry, fields):
        raise not_mine(author_of(space, entry), "change", hint)


def require_mine(space: Space, entry: Entry, to: str, hint: str) -> None:
    """Raise `Refused` for an entry that somebody else made; `to` is what only they can do with it."""
    author = author_of(space, entry)
    if not author.is_me:
        raise not_mine(author, to, hint)


def not_mine(author: Author, to: str, hint: str = "") -> Refused:
    """Says whose words they are, and that nobody else can `to` them: change, delete, erase."""
    whose, who = (f"{author.name}'s", author.name) if author.name else ("somebody else's", "they")
    return Refused(f"These are {whose} words, so only {who} can {to} them.", hint)
