"""What people have said they will do: open, done, dropped."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.entry import Entry
from ..domain.kinds import ACTION, GOAL, IDEA, MEETING
from ..errors import Refused
from .action_reader import action_reader
from .expected_kind import called, require_at_hand, with_article
from .journal import Journal

PARENTS = (MEETING.name, GOAL.name, IDEA.name)
"""The kinds of what actions belong to: their pages show them."""
MOST = 5_000
"""Open actions that are read at once, the newest ones."""


def open_actions(journal: Journal) -> list[Entry]:
    """The open actions, the soonest due first, those without a day last."""
    return by_due(journal.entries.of_kind(ACTION.name, states=("open",), limit=MOST))


def by_due(actions: Sequence[Entry]) -> list[Entry]:
    """In the order of their days, then of their writing; those without a day last."""
    return sorted(actions, key=lambda action: (action.line("due") or "9999", action.created, action.id))


def add_action(
    journal: Journal, line: str, *, parent: str = "", people: Sequence[str] = (), space: str | None = None
) -> Entry:
    """Keep an action written in one line, as a part of `parent` if that is given.

    The first word may name its owner: one of `people`, anybody the journal knows, or the writer. Raises `Problem`.
    """
    found = action_reader(journal, people).read(line)
    fields = {"title": found.title, "owner": found.owner, "due": found.due, "parent": parent}
    return journal.entries.add(ACTION.name, fields, space=space)


def action_parent(journal: Journal, entry: Entry) -> Entry:
    """The entry, when actions may belong to it and it is not in the trash; else raises `Refused`."""
    if entry.kind not in PARENTS:
        raise Refused(
            f"{called(journal, entry)} is {with_article(entry.kind)}, and has no actions of its own.",
            "Name a meeting, a goal or an idea, or leave it out.",
        )
    return require_at_hand(journal, entry)
