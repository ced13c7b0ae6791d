"""What one's own devices tell each other in the private space: their names, and where each shares by which keys."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import DEVICE
from ...domain.selection import Selection
from ...domain.text import clean_line, shorten
from ...exchange.keys import device_in_use, earlier_devices
from ...vault.space import Space
from ..journal import Journal

_NAME = "device-name"
MOST_NAME = 60
_MOST = 500

Fields = Mapping[str, Any]
"""Fields of a JSON object; what another device wrote is read with care."""


@dataclass(frozen=True, slots=True)
class DeviceNote:
    """What a device has written about itself; `key` is its id in the private space.

    `here` has its id in each space that it shares in, by the space's id. `offers` are circles that other devices do
    not have yet, `asks` its own new keys for circles that another has offered.
    """

    name: str
    key: str
    here: Mapping[str, str] = field(default_factory=dict)
    offers: Mapping[str, Fields] = field(default_factory=dict)
    asks: Mapping[str, Fields] = field(default_factory=dict)


def own_ids(space: Space) -> tuple[str, ...]:
    """The ids of this device in a space: of the keys in use, then of those before."""
    return tuple(each.id for each in (device_in_use(space), *earlier_devices(space)))


def device_name(journal: Journal) -> str:
    """What this device is called among one's own; by itself what the machine is called."""
    return journal.private.value(_NAME, "") or guessed_name()


def guessed_name() -> str:
    """What this machine is called, as a first guess."""
    import platform

    return clean_device_name(platform.node().partition(".")[0]) or "my computer"


def clean_device_name(said: str) -> str:
    """A device's name as it is kept: one clean line of at most 60 characters; empty where nothing is left."""
    return shorten(clean_line(said), MOST_NAME)


def keep_device_name(journal: Journal, name: str) -> None:
    journal.private.set_value(_NAME, clean_device_name(name))


def notes(journal: Journal) -> list[DeviceNote]:
    """What each of one's own devices has written about itself, this one too."""
    return [note for entry in _entries(journal) if (note := _read(entry))]


def write_note(journal: Journal, note: DeviceNote) -> bool:
    """Keep what this device says of itself; whether that was something new."""
    places = {"here": dict(note.here), "offers": dict(note.offers), "asks": dict(note.asks)}
    fields = {"title": note.name, "key": note.key, "places": json.dumps(places, sort_keys=True)}
    mine = own_ids(journal.private)
    entry = next((each for each in _entries(journal) if each.line("key") in mine), None)
    if entry is None:
        journal.entries.add(DEVICE.name, fields)
        return True
    if all(entry.fields.get(name) == value for name, value in fields.items()):
        return False
    journal.entries.change(entry.id, fields)
    return True


def own_note(journal: Journal) -> DeviceNote:
    """What this device has written about itself, with its keys as they are now."""
    mine = own_ids(journal.private)
    before = next((note for note in notes(journal) if note.key in mine), DeviceNote("", ""))
    here = {
        space.id: device_in_use(space).id
        for space in journal.spaces.values()
        if space.is_shared and space.value("founding", "")
    }
    return replace(before, name=device_name(journal), key=mine[0], here=here)


def _entries(journal: Journal) -> tuple[Entry, ...]:
    chosen = Selection(kinds=frozenset({DEVICE.name}), space=PRIVATE)
    return journal.entries.page(chosen, limit=_MOST).entries


def _read(entry: Entry) -> DeviceNote | None:
    try:
        places = json.loads(entry.line("places") or "{}")
        here, offers, asks = (dict(places.get(each, {})) for each in ("here", "offers", "asks"))
    except (ValueError, TypeError, AttributeError):
        return None
    return DeviceNote(entry.title, entry.line("key"), here, offers, asks)
