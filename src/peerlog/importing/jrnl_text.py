"""jrnl's text file, split into entries as jrnl does it: a line that begins with a date in brackets begins an entry.

The first version of jrnl wrote no brackets. What looks like a date and is none (31 February) still begins an entry,
which then cannot be taken, rather than vanishing into the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..domain.problem import Problem
from .written_dates import Written, has_month_first, is_ambiguous, read_written

_BRACKETED = re.compile(r"^\[([^\]\n]{7,60})\] ", re.MULTILINE)
_BARE = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d) ", re.MULTILINE)
_LIKE_A_DATE = re.compile(
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?:[T ,]+\d{1,2}[:.]\d\d[^ ]*(?: [ap]m)?)?", re.I
)
_TAG = re.compile(r"(?<!\S)[@#][-+*#/\w]+")
# Where jrnl ends a title: a sentence's last mark with quotes and brackets behind it and white space, or a full-width
# mark (after Segtok, as in jrnl).
_SENTENCE_END = re.compile(
    "[.!?\u2026\u203c\u203d\u2047\u2048\u2049\u22ef\ufe52\ufe57]['\u2019\"\u201d]?[\\])]*\\s+|[\uff01\uff0e\uff1f\uff61\u3002]"
)


@dataclass(frozen=True, slots=True)
class JrnlEntry:
    """One entry; `line` is where it begins, counted from 1."""

    line: int
    written: Written
    title: str
    body: str
    starred: bool


@dataclass(frozen=True, slots=True)
class Unread:
    """Lines that belong to no entry that can be taken, and why."""

    line: int
    reason: str


def is_text_journal(text: str) -> bool:
    """Whether any line begins an entry."""
    return any(_dated(match[1], None) for match in _headers(text).finditer(text))


def unclear_date(text: str) -> str | None:
    """A date such as 03/04/2026 when nothing in the journal shows which is the month."""
    dates = [match[1] for match in _headers(text).finditer(text)]
    if _month_first(iter(dates)) is not None:
        return None
    return next((said for said in dates if is_ambiguous(said)), None)


def split_journal(text: str) -> Iterator[JrnlEntry | Unread]:
    """Every entry of the journal, in its order."""
    headers = _headers(text)
    month_first = _month_first(match[1] for match in headers.finditer(text))
    begun: tuple[int, Written | Problem] | None = None
    line, counted, body_from = 1, 0, 0
    for match in headers.finditer(text):
        dated = _dated(match[1], month_first)
        if dated is None:
            continue
        yield from _entry(begun, text[body_from : match.start()])
        line += text.count("\n", counted, match.start())
        counted, body_from = match.start(), match.end()
        begun = (line, dated)
    yield from _entry(begun, text[body_from:])


def tags_of(text: str) -> list[str]:
    """Words that begin with `@` or `#`, in their order, once each."""
    return list(dict.fromkeys(_TAG.findall(text)))


def split_title(text: str) -> tuple[str, str]:
    """The title and the body: parted at the first line's end, or within a single line at the first sentence's."""
    text = text.strip()
    end = text.find("\n") + 1
    if not end:
        sentence = _SENTENCE_END.search(text)
        end = sentence.end() if sentence else len(text)
    return text[:end].strip(), text[end:].strip()


def _headers(text: str) -> re.Pattern[str]:
    first = text.lstrip().partition("\n")[0]
    return _BARE if _BARE.match(first) else _BRACKETED


def _entry(begun: tuple[int, Written | Problem] | None, text: str) -> Iterator[JrnlEntry | Unread]:
    if begun is None:
        if text.strip():
            yield Unread(1, "These lines come before the first date.")
        return
    line, dated = begun
    if isinstance(dated, Problem):
        yield Unread(line, dated.message)
        return
    first, newline, rest = text.partition("\n")
    starred = first.rstrip().endswith("*")
    if starred:
        text = first.strip(" *") + newline + rest
    title, body = split_title(text)
    yield JrnlEntry(line, dated, title, body, starred)


def _dated(said: str, month_first: bool | None) -> Written | Problem | None:
    """The date in brackets; the problem with what looks like one; None for what is none, such as a footnote."""
    try:
        return read_written(said, month_first=month_first)
    except Problem as problem:
        return problem if _LIKE_A_DATE.fullmatch(said) else None


def _month_first(dates: Iterator[str]) -> bool | None:
    """Whether 03/04/2026 is 4 March in this journal, as its other dates show; None when they do not."""
    seen = {has_month_first(said) for said in dates if is_ambiguous(said) is False}
    return seen.pop() if len(seen) == 1 else None
