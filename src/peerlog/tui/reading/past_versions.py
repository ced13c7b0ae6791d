"""The earlier versions of an entry and what changed since, collected in the journal's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ...domain.entry import Entry, Version
from ...domain.field import Field, Fields, Shape, Value
from ...domain.kinds import STRUCTURE
from ...domain.moment import Moment
from ...domain.word_difference import Piece, word_difference
from ...journal.journal import Journal

_NOT_COMPARED = STRUCTURE | {"links"}


@dataclass(frozen=True, slots=True)
class PastVersions:
    """An entry as it is now, its earlier versions newest first with when each was saved, and the form of its kind."""

    entry: Entry
    versions: tuple[tuple[Version, Moment], ...]
    form: Mapping[str, Field]
    today: date


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field that is not what it was, by its label, in pieces."""

    label: str
    pieces: list[Piece]


def read_versions(journal: Journal, entry_id: str) -> PastVersions:
    """Everything the versions screen shows; raises `Refused` when there is no such entry."""
    entry = journal.entries.get(entry_id)
    zone = journal.time.zone
    versions = tuple((each, Moment.parse(each.saved).in_zone(zone)) for each in journal.entries.versions(entry_id))
    return PastVersions(entry, versions, journal.forms.form_of(entry.kind, entry.fields), journal.time.today())


def differences(past: PastVersions, version: Version) -> list[FieldDifference]:
    """What changed from a version to now, field by field in the order of the form."""
    before, now = version.fields, past.entry.fields
    names = [*past.form, *sorted((set(before) | set(now)) - set(past.form))]
    found: list[FieldDifference] = []
    for name in names:
        if name in _NOT_COMPARED or before.get(name) == now.get(name):
            continue
        about = past.form.get(name) or Field(name, name.capitalize(), Shape.PROSE)
        found.append(FieldDifference(about.label, word_difference(_said(about, before), _said(about, now))))
    return found


def count_words(fields: Fields) -> int:
    """How many words a version's title and text have."""
    return sum(len(value.split()) for name in ("title", "text") if isinstance(value := fields.get(name), str))


def _said(about: Field, fields: Fields) -> str:
    value: Value | None = fields.get(about.name)
    if value is None:
        return ""
    if about.shape is Shape.MOMENT:
        return f"{Moment.parse(str(value)).local:%Y-%m-%d %H:%M}"
    return about.label_of(value)
