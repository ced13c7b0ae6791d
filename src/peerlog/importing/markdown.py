"""A folder of Markdown files, one entry each: front matter, Obsidian's habits, and peerlog's own export.

What tells two files apart is what they say, not where they lie: a folder may be moved or renamed between two imports
without anything coming in twice. A file edited since comes in again beside its earlier self, for losing an edit would
be worse. Of several files that say exactly the same, one comes in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from ..domain.moment import Moment
from ..domain.problem import Problem
from ..domain.tag import tags_in
from ..errors import Refused
from .detect import instead
from .file_dates import date_in_path
from .files import named
from .fit import Templates, fit_note, fit_tags
from .folder import SUFFIXES, NoteFile, markdown_files
from .front_matter import parse_front_matter, split_front_matter
from .front_matter_nodes import Node
from .item import Item, Skipped
from .markdown_text import heading_and_rest, listed, unquoted_hashes
from .peerlog_markdown import is_own, read_own
from .written_dates import read_written

_DATE_KEYS = (
    "date",
    "datetime",
    "created",
    "created_at",
    "created at",
    "date created",
    "date_created",
    "creation_date",
)
_TAG_KEYS = ("tags", "tag")
_NO_TEMPLATES: Templates = {}


def read(path: Path, *, zone: str, now: Moment, templates: Templates = _NO_TEMPLATES) -> Iterator[Item | Skipped]:
    """Every Markdown file below the folder `path` in the order of names (or the one file that `path` is).

    Hidden folders and files of other sorts are passed over without a word, links are reported and not followed.
    Raises `Refused` when `path` is missing or cannot be read.
    """
    if path.is_file() and not path.name.lower().endswith(SUFFIXES):
        raise Refused(f"“{named(path)}” is not a Markdown file.", instead(path))
    seen: dict[str, str] = {}
    exported: dict[str, str] = {}
    found = False
    for file in markdown_files(path):
        found = True
        if isinstance(file, Skipped):
            yield file
            continue
        try:
            item = _item(file, zone, now, templates)
        except Problem as problem:
            yield Skipped(file.where, problem.message)
            continue
        if item.external_id and exported.setdefault(item.external_id, said := _words_of(item)) != said:
            # A copy of an exported file that somebody went on writing in: an entry of its own.
            item = Item(f"markdown:{said}", item.where, item.kind, item.fields)
        if earlier := seen.get(item.origin):
            yield Skipped(item.where, f"It says exactly the same as “{earlier}”.")
        else:
            seen[item.origin] = item.where
            yield item
    if not found:
        raise Refused(f"“{named(path)}” holds no Markdown files.", instead(path))


def _item(file: NoteFile, zone: str, now: Moment, templates: Templates) -> Item:
    source, body = split_front_matter(file.text)
    head = parse_front_matter(source) if source is not None else {}
    if head is None:
        head, body = {}, file.text
    if is_own(head):
        return read_own(head, body, file.where, zone, templates)
    return _foreign(file, {key.strip().casefold(): value for key, value in head.items()}, body, source or "", zone, now)


def _foreign(file: NoteFile, head: Mapping[str, Node], body: str, source: str, zone: str, now: Moment) -> Item:
    when, date_key = _front_matter_date(head, zone)
    title, text = _title(head), body
    heading, rest = heading_and_rest(body)
    if heading and (not title or title.casefold() == heading.casefold()):
        title, text = heading, rest
    if not title and not text.strip():
        raise Problem("It is empty.")
    from_name: list[str] = []
    if not title or not when:
        name = date_in_path(file.where)
        if not title and name.rest:
            title = name.rest
            from_name.append(title)
        if not when and name.written:
            when = name.written.moment(zone)
            from_name.append(str(name.written.local))
    tags, notes = fit_tags([*_tags(head, source), *tags_in(body)])
    used = {date_key, *_TAG_KEYS, *(["title"] if _title(head) else [])}
    left = [key for key, value in head.items() if key not in used and value not in (None, "", [], {})]
    if left:
        notes.append(f"Not carried over from the front matter: {', '.join(sorted(left))}.")
    raw = {"title": title, "text": text.strip("\n"), "when": when or _modified(file, zone, now), "tags": tags}
    return Item(
        origin=f"markdown:{_digest(file.text, *from_name)}",
        where=file.where,
        kind="note",
        fields=fit_note(raw),
        notes=tuple(notes),
    )


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _words_of(item: Item) -> str:
    return _digest(item.kind, repr(sorted((name, str(value)) for name, value in item.fields.items())))


def _front_matter_date(head: Mapping[str, Node], zone: str) -> tuple[Moment | None, str]:
    for key in _DATE_KEYS:
        said = head.get(key)
        if said is None or said == "":
            continue
        if not isinstance(said, str):
            raise Problem(f"Its “{key}” is a list, not a date.")
        return read_written(said).moment(zone), key
    return None, ""


def _title(head: Mapping[str, Node]) -> str:
    said = head.get("title")
    return " ".join(said.split()) if isinstance(said, str) else ""


def _tags(head: Mapping[str, Node], source: str) -> list[str]:
    found: list[str] = []
    for key in _TAG_KEYS:
        found += listed(head.get(key)) or unquoted_hashes(key, source)
    return found


def _modified(file: NoteFile, zone: str, now: Moment) -> Moment:
    try:
        return Moment.of(datetime.fromtimestamp(int(file.modified), UTC), zone)
    except (ValueError, OverflowError, OSError):
        return now
