"""An entry: one thing that somebody wrote, with its kind, its space and its fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from .field import Fields, Shape
from .kinds import KINDS
from .moment import Moment
from .text import first_line, shorten

PRIVATE = "private"
"""The name of the space that never leaves."""


_NAMING = ("source", "by", "owner")
"""Fields that only name somebody: they call an entry by a name when nothing else says more."""

_NO_WORDS = {
    "approval": frozenset({"signed"}),
    "countersignature": frozenset({"request", "signed", "scan", "drawn_from"}),
}
"""By kind the fields that hold no words but what a program checks."""


def entry_id(space: str, device_key: bytes, nonce: bytes) -> str:
    """The id of an entry: SHA-256 over its space, the key of the device that creates it, and a random 16-byte value.

    64 lower-case hex digits. The parts are length-prefixed, so that no two triples share an encoding. Nobody can
    create an entry under an id that belongs to another device's key (DESIGN 5).
    """
    digest = sha256(b"peerlog/entry/v1")
    for part in (space.encode(), device_key, nonce):
        digest.update(len(part).to_bytes(4, "big"))
        digest.update(part)
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it stands now.

    `id` is 64 hex digits; `created`, `saved` and `deleted` are UTC stamps for bookkeeping (the date that the writer
    means is the field `when`); `version` counts saves from 1. `with_whom` is what its space is called here, empty
    for the private one.
    """

    id: str
    kind: str
    fields: Fields
    created: str
    saved: str
    version: int = 1
    space: str = PRIVATE
    deleted: str | None = None
    with_whom: str = ""

    def line(self, name: str) -> str:
        """A text field, or the empty string."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""

    def members(self, name: str) -> tuple[str, ...]:
        """A set field, or the empty tuple."""
        value = self.fields.get(name)
        return value if isinstance(value, tuple) else ()

    def number(self, name: str) -> int | None:
        value = self.fields.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    @property
    def parent(self) -> str:
        """The id of the entry that this one is a part of; empty for none."""
        return self.line("parent")

    @property
    def state(self) -> str:
        return self.line("state")

    @property
    def when(self) -> Moment:
        return Moment.parse(str(self.fields["when"]))

    @property
    def title(self) -> str:
        return self.line("title")

    @property
    def text(self) -> str:
        return self.line("text")

    @property
    def tags(self) -> tuple[str, ...]:
        return self.members("tags")

    @property
    def minutes(self) -> int | None:
        return self.number("minutes")

    @property
    def headline(self) -> str:
        """What a list shows: the title, else the first words that were written, else nothing."""
        return headline_of(self.kind, self.fields)


def headline_of(kind: str, fields: Mapping[str, object]) -> str:
    """The title in an entry's fields, or in those of a draft as typed; else the first words; else nothing."""
    title = fields.get("title")
    if isinstance(title, str) and title.strip():
        return title
    for name in ("text", *_telling(kind, fields)):
        value = fields.get(name)
        said = first_line(value) if isinstance(value, str) else ""
        if said:
            return shorten(said, 120)
    return ""


def _telling(kind: str, fields: Mapping[str, object]) -> list[str]:
    """The names of the fields that hold words of somebody's own, in the order of the form."""
    about = KINDS.get(kind)
    further = about.further if about else None
    own = [each.name for each in about.fields if each.shape in (Shape.LINE, Shape.PROSE)] if about else []
    own = [name for name in own if name not in _NO_WORDS.get(kind, ())]
    own.sort(key=lambda name: name in _NAMING)
    if further:
        own = [name for name in own if name != further.chosen_by]
        own += further.by_name(fields)
    return own


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier state of an entry: its number from 1, its kind then, its fields, and when it was saved."""

    number: int
    kind: str
    fields: Fields
    saved: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is writing: fields as typed, not yet saved.

    `id` names the draft; `entry` is the entry being edited (None for a new one) and `base` the version it started from.
    `space` is the name of the space in which it is kept, and where what it becomes will live; `with_whom` is what that
    is called here, empty for the private one.
    """

    id: str
    kind: str
    fields: dict[str, object]
    saved: str
    entry: str | None = None
    base: int = 0
    space: str = PRIVATE
    with_whom: str = ""

    @property
    def headline(self) -> str:
        """What a list shows, as for an entry."""
        return headline_of(self.kind, self.fields)
