"""A Day One export: a `.json` file, or the `.zip` with one `.json` for each journal.

Every entry becomes a note, told by its uuid. What is shown of photos, videos and sound is a placeholder; the media
themselves stay behind, and a note on the item says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import time, timedelta, timezone
from hashlib import sha256
from pathlib import Path

from ..domain.moment import Moment, utc_stamp
from ..domain.problem import Problem
from ..errors import Refused
from .dayone_archive import JournalFile, journal_files
from .dayone_richtext import as_markdown
from .dayone_text import LEFT_BEHIND, MEDIA, placeholder, with_placeholders, without_escapes
from .detect import instead
from .fit import Templates, fit_note, fit_tags
from .item import Item, Skipped
from .json_text import parse_json
from .markdown_text import heading_and_rest
from .written_dates import NOON, Written, read_written

STARRED = "starred"
PINNED = "pinned"
_NO_TEMPLATES: Templates = {}


def read(path: Path, *, zone: str, now: Moment, templates: Templates = _NO_TEMPLATES) -> Iterator[Item | Skipped]:
    """Every entry of every journal in the export at `path`.

    When there are several journals, each entry has its journal's name as a tag. Raises `Refused` for what is no Day
    One export and `Damaged` for a broken one.
    """
    files = journal_files(path)
    seen: set[str] = set()
    for file in files:
        tag = [file.journal] if len(files) > 1 else []
        for number, entry in enumerate(_entries(file, path), 1):
            where = f"{file.name}, entry {number:,}"
            try:
                item = _item(entry, where, zone, tag)
            except Problem as problem:
                yield Skipped(where, problem.message)
                continue
            yield Skipped(where, "It is in this export twice.") if item.origin in seen else item
            seen.add(item.origin)


def _entries(file: JournalFile, path: Path) -> list[object]:
    entries = parse_json(file.data(), file.name).get("entries")
    if not isinstance(entries, list):
        raise Refused(f"“{file.name}” is not a Day One export.", instead(path))
    if entries and not any(isinstance(entry, dict) and "creationDate" in entry for entry in entries):
        raise Refused(f"“{file.name}” is not a Day One export.", instead(path))
    return entries


def _item(entry: object, where: str, zone: str, journal_tag: list[str]) -> Item:
    if not isinstance(entry, dict):
        raise Problem("It is not an entry.")
    if entry.get("isTrashed") is True or entry.get("trashed") is True:
        raise Problem("It is in Day One's bin.")
    when = _when(entry, zone)
    text, left = _text(entry)
    title, rest = heading_and_rest(text)
    place = _place(entry.get("location"))
    if not title and not text.strip() and not place:
        raise Problem("It is empty.")
    body = "\n\n".join(part for part in (rest.strip("\n").rstrip(), f"Place: {place}" if place else "") if part)
    listed = entry.get("tags")
    marks = [mark for mark, key in ((STARRED, "starred"), (PINNED, "isPinned")) if entry.get(key) is True]
    tags, notes = fit_tags([*(listed if isinstance(listed, list) else []), *marks, *journal_tag])
    return Item(
        origin=_origin(entry, text),
        where=f"{where} ({when.day.isoformat()})",
        kind="note",
        fields=fit_note({"title": title, "text": body, "when": when, "tags": tags}),
        created=utc_stamp(when.utc),
        notes=(*_left_behind(left), *notes),
    )


def _origin(entry: Mapping[str, object], text: str) -> str:
    uuid = entry.get("uuid")
    if isinstance(uuid, str) and uuid.isalnum() and uuid.isascii():
        return f"dayone:{uuid.lower()}"
    said = f"{entry.get('creationDate')}\0{text}"
    return f"dayone:{sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _text(entry: Mapping[str, object]) -> tuple[str, Counter[str]]:
    """The entry's Markdown with placeholders for media, and how many of each sort stay behind."""
    text, rich = entry.get("text"), entry.get("richText")
    if isinstance(text, str) and text.strip():
        said, shown = with_placeholders(without_escapes(text))
    else:
        said, shown = as_markdown(rich) if isinstance(rich, str) else ("", Counter[str]())
    listed = Counter({sort: len(items) for sort, key in MEDIA.items() if isinstance(items := entry.get(key), list)})
    if listed and not said.strip():
        said = "\n".join(placeholder(sort) for sort in listed.elements())
    return said, shown | listed


def _when(entry: Mapping[str, object], zone: str) -> Moment:
    said, named = entry.get("creationDate"), entry.get("timeZone")
    if not isinstance(said, str) or not said:
        raise Problem("It has no date.")
    when = _seen_from(read_written(said), named if isinstance(named, str) else "", zone)
    if entry.get("isAllDay") is True and when.local.time() == time():
        return Moment(when.local.replace(hour=NOON.hour), when.zone)
    return when


def _seen_from(written: Written, named: str, zone: str) -> Moment:
    """The moment in the entry's own zone: a name, an offset such as GMT+0200, or else the zone given."""
    instant = Written(written.local, written.offset or timedelta())
    try:
        if named.startswith(("GMT+", "GMT-")):
            offset = read_written(f"2000-01-01 00:00 {named[3:]}").offset or timedelta()
            return Moment((instant.moment("UTC").local + offset).replace(tzinfo=timezone(offset)))
        return instant.moment(named or zone)
    except (Problem, OverflowError):
        return instant.moment(zone)


def _place(location: object) -> str:
    if not isinstance(location, dict):
        return ""
    parts = (location.get(key) for key in ("placeName", "localityName", "country"))
    return ", ".join(dict.fromkeys(part.strip() for part in parts if isinstance(part, str) and part.strip()))


def _left_behind(left: Counter[str]) -> list[str]:
    return [said for sort, said in LEFT_BEHIND.items() if left[sort]]
