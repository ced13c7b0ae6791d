"""The whole journal as one JSON document, complete and exact; `journal.schema.json` beside this file describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources

from ..domain.entry import Entry

FORMAT = "peerlog journal"
VERSION = 1
_NO_ORIGINS: Mapping[str, Sequence[str]] = {}


def chunks(
    entries: Iterable[Entry], exported: str, origins: Mapping[str, Sequence[str]] = _NO_ORIGINS
) -> Iterator[str]:
    """The document piece by piece, one entry a line; `exported` is a UTC stamp. Holds one entry at a time.

    `origins` say by an entry's id what it was imported as, if it was.
    """
    head = {"format": FORMAT, "version": VERSION, "exported": exported}
    yield json.dumps(head)[:-1] + ', "entries": ['
    between = "\n"
    for entry in entries:
        yield between + json.dumps(_described(entry, origins.get(entry.id, ())), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def schema() -> str:
    """The published JSON schema (draft 2020-12) of the document."""
    return resources.files(__package__).joinpath("journal.schema.json").read_text("utf-8")


def _described(entry: Entry, origins: Sequence[str]) -> dict[str, object]:
    described: dict[str, object] = {
        "id": entry.id,
        "kind": entry.kind,
        "space": entry.space,
        "created": entry.created,
        "saved": entry.saved,
        "version": entry.version,
    }
    if entry.with_whom:
        described["with"] = entry.with_whom
    if entry.deleted:
        described["deleted"] = entry.deleted
    if origins:
        described["origins"] = list(origins)
    described["fields"] = {name: entry.fields[name] for name in sorted(entry.fields)}
    return described
