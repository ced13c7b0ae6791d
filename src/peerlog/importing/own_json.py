"""peerlog's own JSON export, read back to the same entries (`export.own_json`). Strict: nothing in it is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..domain.kinds import kind_named
from ..domain.moment import Moment
from ..domain.problem import Problem
from ..domain.text import brief
from ..errors import Damaged, NewerFormat, Refused
from ..export.own_json import FORMAT, VERSION
from .detect import instead
from .files import named, read_given
from .fit import Templates, fit
from .item import Item, Skipped
from .json_text import parse_json
from .stamps import read_stamp

_ID = re.compile("[0-9a-f]{64}")
_ORIGIN = re.compile("[a-z]{1,20}:[0-9a-z:]{1,200}")
_TOP = {"format", "version", "exported", "entries"}
_REQUIRED = {"id", "kind", "created", "fields"}
_ENTRY = _REQUIRED | {"space", "with", "saved", "version", "deleted", "origins"}
_NO_TEMPLATES: Templates = {}


def read(path: Path, *, zone: str, now: Moment, templates: Templates = _NO_TEMPLATES) -> Iterator[Item | Skipped]:
    """Every entry of the export at `path`, those in the trash with `deleted`.

    Raises `NewerFormat` for a version above this release's, `Refused` for another file, `Damaged` for a broken one.
    """
    name = named(path)
    seen: set[str] = set()
    for number, entry in enumerate(_entries(read_given(path), name, path), 1):
        where = f"{name}, entry {number:,}"
        try:
            item = _item(entry, where, templates)
        except Problem as problem:
            yield Skipped(where, problem.message)
            continue
        yield Skipped(where, "Its id is in this file twice.") if item.origin in seen else item
        seen.add(item.origin)


def _entries(data: bytes, name: str, path: Path) -> list[object]:
    document = parse_json(data, name, unique_keys=True)
    version, entries = document.get("version"), document.get("entries")
    if document.get("format") != FORMAT:
        raise Refused(f"“{name}” is not peerlog's own export.", instead(path))
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise Damaged(f"“{name}” does not say its version.", "Export it again, then import the new file.")
    if version > VERSION:
        raise NewerFormat(
            f"“{name}” is version {version} of peerlog's export; this release reads version {VERSION}.",
            "Update peerlog.",
        )
    if not isinstance(entries, list) or set(document) - _TOP:
        raise Damaged(f"“{name}” is not laid out as version {version}.", "Export it again, then import the new file.")
    return entries


def _item(entry: object, where: str, templates: Templates) -> Item:
    if not isinstance(entry, dict):
        raise Problem("It is not an entry.")
    if missing := _REQUIRED - set(entry):
        raise Problem(f"It has no {min(missing)}.")
    if unknown := set(entry) - _ENTRY:
        raise Problem(f"It has an unknown key “{brief(min(unknown))}”.")
    identity, named_kind, fields = entry["id"], entry["kind"], entry["fields"]
    if not isinstance(identity, str) or not _ID.fullmatch(identity):
        raise Problem("Its id is not that of an entry.")
    if not isinstance(named_kind, str) or not isinstance(fields, dict):
        raise Problem("Its kind or its fields are not what they should be.")
    if "when" not in fields:
        raise Problem("It has no date.")
    kind = kind_named(named_kind).name
    return Item(
        origin=f"peerlog:{identity}",
        where=where,
        kind=kind,
        fields=fit(kind, _typed(fields), templates),
        created=read_stamp(entry["created"], "created"),
        external_id=identity,
        deleted=read_stamp(entry.get("deleted"), "deleted"),
        earlier=_origins(entry.get("origins", [])),
    )


def _origins(said: object) -> tuple[str, ...]:
    if not isinstance(said, list) or not all(isinstance(each, str) and _ORIGIN.fullmatch(each) for each in said):
        raise Problem("Its origins are not what they should be.")
    return tuple(said)


def _typed(fields: Mapping[str, object]) -> Mapping[str, object]:
    for name, value in fields.items():
        if not isinstance(value, (str, int, list)):
            raise Problem(f"Its field “{brief(name)}” holds something that no field holds.")
    return fields
