"""What the journal's document does not hold: earlier versions of entries, and what was begun and not saved."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ...domain.entry import Draft, Entry, Version

VERSIONS, UNFINISHED = "peerlog earlier versions", "peerlog unfinished"
NUMBER = 1


def versions_document(found: Iterable[tuple[Entry, Version]], exported: str) -> Iterator[str]:
    """Earlier versions piece by piece, one a line; `exported` is a UTC stamp."""
    return _document(VERSIONS, "versions", exported, map(_version, found))


def unfinished_document(drafts: Iterable[Draft], exported: str) -> Iterator[str]:
    """What was begun, as it was typed."""
    return _document(UNFINISHED, "unfinished", exported, map(_draft, drafts))


def _document(format_: str, member: str, exported: str, items: Iterable[dict[str, object]]) -> Iterator[str]:
    yield json.dumps({"format": format_, "version": NUMBER, "exported": exported})[:-1] + f', "{member}": ['
    between = "\n"
    for item in items:
        yield between + json.dumps(item, ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def _version(found: tuple[Entry, Version]) -> dict[str, object]:
    entry, version = found
    return {
        "entry": entry.id,
        "number": version.number,
        "kind": version.kind,
        "saved": version.saved,
        "fields": {name: version.fields[name] for name in sorted(version.fields)},
    }


def _draft(draft: Draft) -> dict[str, object]:
    return {
        "kind": draft.kind,
        "saved": draft.saved,
        "entry": draft.entry,
        "with": draft.with_whom or None,
        "fields": draft.fields,
    }
