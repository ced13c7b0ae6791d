"""Who can see an entry, in the words of the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..domain.entry import PRIVATE, Entry
from ..domain.moment import Moment
from ..domain.numbers_said import say_updates
from ..vault.changes import Changes
from ..vault.space import Space
from ..vault.updates import Updates
from .circles import read_circle
from .journal import Journal


def who_can_see(journal: Journal, entry: Entry | None) -> str:
    """A few short sentences for the question “Who can see this?”; without an entry, about all of the journal."""
    if entry is None and len(journal.spaces) > 1:
        return "Every entry says it: what is private is only yours, the rest is for you and whoever it names."
    if entry is None:
        return (
            f"{_only_you(journal)} Everything in this journal is private, and nothing in it can leave{_but(journal)}."
        )
    return " ".join(_shared(journal, entry) if entry.space != PRIVATE else _private(journal, entry))


def _shared(journal: Journal, entry: Entry) -> Iterator[str]:
    space = journal.spaces[entry.space]
    others = [member.name for member in read_circle(space).others] or [space.label]
    yield f"You and {_listed(others)}."
    left = Updates(space).departures(entry.id)
    if left:
        yield f"In {say_updates(left)}."
    if Changes(space).is_touched(entry.id):
        yield (
            "What you have changed since leaves at your next exchange." if left else "It leaves at your next exchange."
        )


def _private(journal: Journal, entry: Entry) -> Iterator[str]:
    yield _only_you(journal)
    if entry.fields.get("vent"):
        yield "It lets off steam, so it can never be copied to anybody."
        return
    sent = sum(_sent(space) for name, space in journal.spaces.items() if name != PRIVATE)
    if not sent:
        yield f"It is in your private journal, and nothing in it can leave{_but(journal)}."
    else:
        yield f"In none of the {sent} updates you have sent." if sent > 1 else "Not in the update you have sent."
    copied = "SELECT space, at FROM shared_copy WHERE entry = ? ORDER BY at"
    for name, at in journal.private.rows(copied, (bytes.fromhex(entry.id),)):
        yield f"Words of it were copied to {_place(journal, name)} on {_day(journal, at)}."


def _only_you(journal: Journal) -> str:
    count = _devices(journal)
    return f"Only you, on your {count} devices." if count > 1 else "Only you."


def _but(journal: Journal) -> str:
    return ", except to those" if _devices(journal) > 1 else ""


def _devices(journal: Journal) -> int:
    """On how many devices the journal lies."""
    from ..exchange.membership import roster_in

    private = journal.private
    return len(roster_in(private).recipients()) if private.value("founding", "") else 1


def _sent(space: Space) -> int:
    """How many updates left a space from here."""
    from ..crypto.device_keys import device_id

    own = {device_id(bytes(key)) for (key,) in space.rows("SELECT key FROM device WHERE own = 1")}
    return sum(1 for update in Updates(space).all() if update.device in own)


def _place(journal: Journal, name: str) -> str:
    space = journal.spaces.get(name)
    return f"what you share with {space.label}" if space else "what you shared with somebody"


def _day(journal: Journal, stamp: str) -> str:
    day = Moment.parse(stamp).in_zone(journal.time.zone).day
    return f"{day.day} {day:%B %Y}"


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
