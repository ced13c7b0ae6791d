"""Several entries, one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from ..domain.dates import say_day
from ..domain.entry import Entry
from ..domain.selection import Hit, Selection
from ..journal.countersigning.paper_words import is_paper
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from ..journal.trash import in_trash
from ..journal.versions.marked_apart import ids_with_two_versions
from . import terminal
from .described import described
from .layout import cut, fitted, width
from .naming import name_of
from .sharing import say_space
from .terminal import Bold

_AT_ONCE = 500
_LEAST_HEADLINE = 24


def list_hits(
    journal: Journal, selection: Selection, words: str = "", *, limit: int, as_json: bool, nothing: str
) -> None:
    """Write the newest `limit` hits (0: all) to standard output; `nothing` is said when there are none."""
    wanted = limit + 1 if limit else None
    found = list(islice(_hits(journal, selection, words, min(wanted or _AT_ONCE, _AT_ONCE)), wanted))
    more = bool(limit) and len(found) > limit
    found = found[: limit or None]
    if as_json:
        terminal.put_json({"entries": [_described_hit(hit, words) for hit in found], "more": more})
        return
    _write_table(journal, found)
    if not found:
        terminal.say(nothing)
    elif more and terminal.is_shown():
        terminal.say(f"These are the newest {limit}. “--limit 0” shows all, “--since” and others narrow them down.")


def write_entries(journal: Journal, entries: Iterable[Entry]) -> None:
    """Write entries as lists do."""
    _write_table(journal, [Hit(entry) for entry in entries])


def one_line(journal: Journal, entry: Entry) -> str:
    """An entry in a sentence: `a1b2c3d “Ask before advising”`."""
    name = name_of(entry)
    said = f" “{cut(name, 50)}”" if name else ""
    return short_id(journal, entry.id) + said


def _hits(journal: Journal, selection: Selection, words: str, at_once: int) -> Iterator[Hit]:
    if selection.deleted:
        yield from (Hit(entry) for entry in in_trash(journal, selection))
        return
    after = None
    while True:
        page = journal.entries.page(selection, words, after=after, limit=at_once)
        yield from page.hits
        if page.after is None:
            return
        after = page.after


def _described_hit(hit: Hit, words: str) -> dict[str, object]:
    found = described(hit.entry)
    if words:
        found["snippet"] = hit.snippet
        found["marks"] = [list(mark) for mark in hit.marks]
    return found


def _write_table(journal: Journal, found: Sequence[Hit]) -> None:
    rows = [(short_id(journal, hit.entry.id), _when(journal, hit.entry), _kind(hit.entry)) for hit in found]
    widths = [max((width(row[column]) for row in rows), default=0) for column in range(3)]
    indent = sum(widths) + 6
    apart = ids_with_two_versions(journal)
    for row, hit in zip(rows, found, strict=True):
        left = "  ".join(fitted(cell, cells) for cell, cells in zip(row, widths, strict=True))
        space = f"  {say_space(hit.entry.with_whom)}" if hit.entry.with_whom else ""
        space = f"  2 versions{space}" if hit.entry.id in apart else space
        terminal.put(left, "  ", *_headline(hit, terminal.columns() - indent - width(space)), space)
        if hit.marks:
            terminal.put(" " * (widths[0] + 2), *_marked(hit.snippet, hit.marks))


def _kind(entry: Entry) -> str:
    """What its kind is called in a list: the name to filter by, but a word that people know."""
    return "signature" if is_paper(entry.kind) else entry.kind


def _headline(hit: Hit, cells: int) -> Iterator[str]:
    entry = hit.entry
    tags = "".join(f" #{tag}" for tag in entry.tags if f"#{tag}" not in entry.headline)
    name = name_of(entry)
    if not terminal.is_shown():
        yield name + tags
        return
    room = max(_LEAST_HEADLINE, cells)
    headline = cut(name, room)
    if hit.title_marks and headline == entry.title:
        yield from _marked(headline, hit.title_marks)
    else:
        yield headline
    left = room - width(headline)
    if left > 8:
        yield cut(tags, left)


def _marked(text: str, marks: tuple[tuple[int, int], ...]) -> Iterator[str]:
    at = 0
    for start, end in marks:
        yield text[at:start]
        yield Bold(text[start:end])
        at = end
    yield text[at:]


def _when(journal: Journal, entry: Entry) -> str:
    local = entry.when.local
    if terminal.is_shown():
        return f"{say_day(local.date(), journal.time.today())} {local:%H:%M}"
    return f"{local:%Y-%m-%d %H:%M}"
