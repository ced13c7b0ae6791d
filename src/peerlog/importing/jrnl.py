"""A jrnl journal: its plain text file or its JSON export.

An entry is told by its date, to the minute, and its words without their spacing: the text file and the JSON export of
one journal give the same items, and a star or a tag symbol added later makes no second copy. jrnl knows no time zones;
its times are taken for those of the zone given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ..domain.field import LONGEST_LINE
from ..domain.moment import Moment
from ..domain.problem import Problem
from ..errors import Refused
from .detect import instead
from .files import named, read_given
from .fit import Templates, fit_note, fit_tags
from .item import Item, Skipped
from .jrnl_text import JrnlEntry, is_text_journal, split_journal, tags_of, unclear_date
from .json_text import parse_json
from .written_dates import Written, read_written

STARRED = "starred"
_EXPORT = "jrnl --format json --file journal.json"
_ENCRYPTED = (b"JRNLv3", b"gAAAAA")
_NO_TEMPLATES: Templates = {}


@dataclass(frozen=True, slots=True)
class _Found:
    """An entry wherever it was found: `tags` with or without their symbols."""

    where: str
    written: Written
    title: str
    body: str
    tags: list[str]
    starred: bool


def read(path: Path, *, zone: str, now: Moment, templates: Templates = _NO_TEMPLATES) -> Iterator[Item | Skipped]:
    """Every entry of the journal at `path`; all become notes, starred ones with the tag `starred`.

    Raises `Refused` for an encrypted journal, a folder, or a file that is no jrnl journal, and `Damaged`.
    """
    if path.is_dir():
        raise _folder(path)
    data, name = read_given(path), named(path)
    if data.startswith(_ENCRYPTED):
        raise Refused(f"“{name}” is an encrypted jrnl journal.", f"Write it out first: {_EXPORT}")
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    found = _in_json(data, name, path) if is_json else _in_text(data, name, path)
    repeated: Counter[str] = Counter()
    for each in found:
        if isinstance(each, Skipped):
            yield each
            continue
        key = _key(each)
        repeated[key] += 1
        try:
            yield _item(each, f"jrnl:{key}:{repeated[key]}", zone)
        except Problem as problem:
            yield Skipped(each.where, problem.message)


def _item(found: _Found, origin: str, zone: str) -> Item:
    tags, notes = fit_tags([*found.tags, STARRED] if found.starred else found.tags)
    title, body = found.title.strip(), found.body.strip("\n").rstrip()
    if not title and not body.strip():
        raise Problem("It is empty.")
    if len(title) > LONGEST_LINE:
        title, body = "", f"{title}\n{body}"
    raw = {"title": title, "text": body, "when": found.written.moment(zone), "tags": tags}
    return Item(origin, found.where, "note", fit_note(raw), notes=tuple(notes))


def _key(found: _Found) -> str:
    words = "".join(f"{found.title}{found.body}".split())
    minute = found.written.local.strftime("%Y-%m-%dT%H:%M")
    return sha256(f"{minute}\0{words}".encode("utf-8", "surrogatepass")).hexdigest()


def _in_text(data: bytes, name: str, path: Path) -> Iterator[_Found | Skipped]:
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        hint = instead(path) or f"If jrnl 1 encrypted it, write it out first: {_EXPORT}"
        raise Refused(f"“{name}” is not a text file.", hint) from error
    if not is_text_journal(text):
        raise Refused(f"“{name}” is not a jrnl journal: no line begins with a date.", instead(path))
    if unclear := unclear_date(text):
        raise Refused(
            f"Dates in “{name}” can be read in two ways, such as {unclear}.", f"Write it out first: {_EXPORT}"
        )
    for each in split_journal(text):
        where = f"{name}, line {each.line:,}"
        if isinstance(each, JrnlEntry):
            yield _Found(
                where, each.written, each.title, each.body, tags_of(f"{each.title}\n{each.body}"), each.starred
            )
        else:
            yield Skipped(where, each.reason)


def _in_json(data: bytes, name: str, path: Path) -> Iterator[_Found | Skipped]:
    journal = parse_json(data, name)
    entries = [journal] if "entries" not in journal and "body" in journal else journal.get("entries")
    if not isinstance(entries, list):
        raise Refused(f"“{name}” is not a jrnl export.", instead(path))
    if entries and not any(isinstance(entry, dict) and "body" in entry for entry in entries):
        raise Refused(f"“{name}” is not a jrnl export.", instead(path))
    for number, entry in enumerate(entries, 1):
        where = f"{name}, entry {number:,}"
        try:
            yield _described(entry, where)
        except Problem as problem:
            yield Skipped(where, problem.message)


def _described(entry: object, where: str) -> _Found:
    if not isinstance(entry, dict):
        raise Problem("It is not an entry.")
    title, body, day, clock = (entry.get(key) or "" for key in ("title", "body", "date", "time"))
    if not all(isinstance(part, str) for part in (title, body, day, clock)):
        raise Problem("Its title, body, date or time is not a text.")
    if not day:
        raise Problem("It has no date.")
    tags = entry.get("tags") or []
    if not isinstance(tags, list):
        raise Problem("Its tags are not a list.")
    return _Found(where, read_written(f"{day} {clock}"), title, body, tags, entry.get("starred") is True)


def _folder(path: Path) -> Refused:
    name = named(path)
    if path.suffix == ".dayone" or (path / "entries").is_dir():
        return Refused(
            f"“{name}” is a Day One Classic folder, which only jrnl reads.",
            f"Write it out with jrnl: {_EXPORT}",
        )
    return Refused(f"“{name}” is a folder, not a journal file.", instead(path) or f"Write it out first: {_EXPORT}")
