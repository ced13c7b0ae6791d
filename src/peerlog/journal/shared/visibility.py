"""Who can see an entry, in the words of the screen."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.entry import PRIVATE, Entry
from ...domain.moment import Moment
from ...domain.numbers_said import say_updates
from ...domain.said_names import listed
from ...vault.changes import Changes
from ...vault.space import Space
from ...vault.updates import Updates
from ..circle.circles import read_circle
from ..journal import Journal


def who_can_see(journal: Journal, entry: Entry | None, space: str | None = None) -> str:
    """A few short sentences for the question “Who can see this?”.

    Without an entry they are about what is written in `space`, and without that about all of the journal.
    """
    if entry is None and space and space != PRIVATE and space in journal.spaces:
        return f"{_readers(journal.spaces[space])} read what is written here, once an update has taken it along."
    if entry is None and len(journal.spaces) > 1:
        return "Every entry says it: what is private is only yours, the rest is for you and whoever it names."
    if entry is None:
        return (
            f"{_only_you(journal)} Everything in this journal is private, and nothing in it can leave{_but(journal)}."
        )
    return " ".join(_shared(journal, entry) if entry.space != PRIVATE else _private(journal, entry))


def _shared(journal: Journal, entry: Entry) -> Iterator[str]:
    space = journal.spaces[entry.space]
    yield f"{_readers(space)}."
    if not journal.entries.author_of(entry).is_me:
        name = journal.entries.author_of(entry).name or "Somebody else"
        alone = ", and nobody else changes it" if journal.entries.is_theirs(entry) else ""
        yield f"{name} wrote it{alone}."
    if _is_copy(journal, entry):
        yield "It is a copy of words from your private journal, which stay there."
    left = Updates(space).departures(entry.id)
    if left:
        yield f"In {say_updates(left)}."
    if Changes(space).is_touched(entry.id):
        yield (
            "What you have changed since leaves at your next exchange." if left else "It leaves at your next exchange."
        )


def _readers(space: Space) -> str:
    """`You and Sam`, `You, Ann and Ben in “Thursday set”`, with one's own other devices."""
    circle = read_circle(space)
    if circle.members and not circle.others:
        return "Only you, for nobody has joined yet" if not circle.left else "You, and those whom you left"
    others = [member.name for member in circle.others] or [space.label]
    where = f" in “{circle.name}”" if len(others) > 1 and circle.name else ""
    devices = ", on each of your devices," if circle.me and circle.me.devices > 1 else ""
    return f"You{devices} and {listed(others)}{where}" if len(others) == 1 else f"{listed(['You', *others])}{where}"


def _is_copy(journal: Journal, entry: Entry) -> bool:
    return journal.private.row("SELECT 1 FROM shared_copy WHERE copy = ?", (bytes.fromhex(entry.id),)) is not None


def _has_more_devices(space: Space) -> bool:
    from ...exchange.membership import roster_in

    if not space.is_shared:
        return False
    roster = roster_in(space)
    me = roster.member(roster.own)
    return me is not None and sum(1 for device in me.devices if not device.retired) > 1


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
        yield f"Words of it were copied to {_place(journal, name)} {_day(journal, at)}."


def _only_you(journal: Journal) -> str:
    return "Only you, on each of your devices." if _has_more_devices(journal.private) else "Only you."


def _but(journal: Journal) -> str:
    return ", except to those" if _has_more_devices(journal.private) else ""


def _sent(space: Space) -> int:
    """How many updates left a space from here."""
    from ...crypto.device_keys import device_id

    own = {device_id(bytes(key)) for (key,) in space.rows("SELECT key FROM device WHERE own = 1")}
    return sum(1 for update in Updates(space).all() if update.device in own)


def _place(journal: Journal, name: str) -> str:
    space = journal.spaces.get(name)
    return f"what you share with {space.label}" if space else "what you shared with somebody"


def _day(journal: Journal, stamp: str) -> str:
    """`today`, `yesterday`, else `on 17 November 2026`."""
    day, today = Moment.parse(stamp).in_zone(journal.time.zone).day, journal.time.moment().day
    near = {0: "today", 1: "yesterday"}.get((today - day).days)
    return near or f"on {day.day} {day:%B %Y}"
