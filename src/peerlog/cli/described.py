"""Entries as JSON for scripts. The shape is stable: members are added, never renamed or removed."""

from __future__ import annotations

from ..domain.entry import Draft, Entry, Version
from ..domain.field import Fields
from ..domain.moment import Moment


def described(entry: Entry) -> dict[str, object]:
    """One entry; `fields` as they are kept and exported, `when` with its offset alone for programs that want it so.

    `with` says with whom it is shared; null where it is private.
    """
    return {
        "id": entry.id,
        "kind": entry.kind,
        "space": entry.space,
        "with": entry.with_whom or None,
        "when": entry.when.local.isoformat(timespec="seconds"),
        "headline": entry.headline,
        "fields": _fields(entry.fields),
        "created": entry.created,
        "saved": entry.saved,
        "version": entry.version,
        "deleted": entry.deleted,
    }


def described_version(version: Version) -> dict[str, object]:
    """A version: its number, when it was saved, its fields."""
    when = Moment.parse(str(version.fields["when"])).local.isoformat(timespec="seconds")
    return {"version": version.number, "saved": version.saved, "when": when, "fields": _fields(version.fields)}


def described_draft(draft: Draft) -> dict[str, object]:
    """What was begun and not saved: its fields as they were typed, and the entry that it changes, if any."""
    return {
        "id": draft.id,
        "kind": draft.kind,
        "with": draft.with_whom or None,
        "saved": draft.saved,
        "entry": draft.entry,
        "fields": draft.fields,
    }


def _fields(fields: Fields) -> dict[str, object]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in sorted(fields.items())}
