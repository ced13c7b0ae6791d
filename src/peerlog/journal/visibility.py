"""Who can see an entry, in the words of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.entry import PRIVATE, Entry
from ..domain.moment import Moment
from ..domain.when_said import say_numbers
from ..vault.space import Space
from .journal import Journal


def who_can_see(journal: Journal, entry: Entry) -> str:
    """A few short sentences for the question “Who can see this?”."""
    space = journal.spaces[entry.space]
    if entry.space != PRIVATE:
        return " ".join([_readers(space), *_left_in(space, entry)])
    if entry.fields.get("vent"):
        return "Only you. It lets off steam, so it can never be copied to anybody."
    return " ".join(["Only you.", *_in_none(journal), *_copies(journal, entry)])


def members_of(space: Space) -> tuple[str, ...]:
    """Everybody but oneself who reads what leaves a shared space, by the names they are known by."""
    return (space.label,) if space.label else ()


def _readers(space: Space) -> str:
    others = members_of(space)
    return f"You and {_listed(others)}." if others else "You, and nobody else yet."


def _left_in(space: Space, entry: Entry) -> list[str]:
    """In which updates it left, and whether it leaves next."""
    id_ = bytes.fromhex(entry.id)
    numbers = [n for (n,) in space.rows("SELECT number FROM departure WHERE entry = ? ORDER BY number", (id_,))]
    said = [f"In {say_numbers('update', numbers)}."] if numbers else []
    if space.row("SELECT 1 FROM touched WHERE entry = ?", (id_,)):
        said.append("What you have changed since leaves at your next exchange." if numbers else _LEAVES)
    return said


_LEAVES = "It leaves at your next exchange."


def _in_none(journal: Journal) -> list[str]:
    sent = sum(_updates_sent(space) for space in journal.spaces.values() if space.name != PRIVATE)
    if not sent:
        return ["It is in your private journal, and nothing in it can leave."]
    return [f"In none of the {sent} updates you have sent." if sent > 1 else "Not in the update you have sent."]


def _updates_sent(space: Space) -> int:
    """How many updates left this space from here; each has its own number."""
    row = space.row("SELECT max(number) FROM departure")
    return int(row[0] or 0) if row else 0


def _copies(journal: Journal, entry: Entry) -> list[str]:
    """Where words of a private entry were copied to."""
    rows = journal.private.rows(
        "SELECT space, at FROM shared_copy WHERE entry = ? ORDER BY at", (bytes.fromhex(entry.id),)
    )
    return [f"Words of it were copied to {_called(journal, name)} on {_day(journal, at)}." for name, at in rows]


def _called(journal: Journal, name: str) -> str:
    space = journal.spaces.get(name)
    return f"what you share with {space.label}" if space else "what you shared with somebody"


def _day(journal: Journal, stamp: str) -> str:
    local = Moment.parse(stamp).in_zone(journal.time.zone).local
    return f"{local.day} {local:%B %Y}"


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
