"""Who made what is shared, since when it is, and in which updates it left: the line that stands on every such entry."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.entry import PRIVATE, Entry
from ...domain.moment import Moment
from ...domain.numbers_said import say_updates
from ...vault.changes import Changes
from ...vault.updates import Updates
from ..journal import Journal


@dataclass(frozen=True, slots=True)
class SharedFacts:
    """About one shared entry. `author` is empty for oneself; `updates` are the numbers of one's own that took it along.

    `since` is when it was made here or came; `waits` says that something of it leaves at the next exchange.
    """

    with_whom: str
    author: str
    is_mine: bool
    since: Moment
    updates: tuple[int, ...]
    waits: bool

    @property
    def says_updates(self) -> str:
        """`in updates 3 and 5`, `not sent yet`; for what came from others, nothing."""
        if self.updates:
            changed = ", changed since" if self.waits else ""
            return f"in {say_updates(self.updates)}{changed}"
        if not self.is_mine:
            return "your changes not sent yet" if self.waits else ""
        return "not sent yet"


def shared_facts(journal: Journal, entry: Entry) -> SharedFacts | None:
    """What to say of an entry that others read; None for a private one."""
    if entry.space == PRIVATE:
        return None
    space = journal.spaces[entry.space]
    author = journal.entries.author_of(entry)
    return SharedFacts(
        entry.with_whom,
        author.name,
        author.is_me,
        Moment.parse(entry.created).in_zone(journal.time.zone),
        tuple(Updates(space).departures(entry.id)),
        Changes(space).is_touched(entry.id),
    )
