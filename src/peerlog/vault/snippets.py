"""The words around what a search found, and where in them the matches lie."""

from __future__ import annotations

from ..domain.entry import Entry
from ..domain.field import Value
from ..domain.selection import Hit
from .folding import places_of
from .tokens import cjk_runs

# Private-use characters, taken out of what people write when it is searched: they cannot be confused with text.
OPEN, CLOSE = "\ue000", "\ue001"
_AROUND = 40

Marks = tuple[tuple[int, int], ...]


def found_hit(entry: Entry, marked: tuple[str, str, str], query: str) -> Hit:
    """The hit for an entry, from its title, text and further fields with `OPEN` and `CLOSE` around each match."""
    title, text, more = marked
    _, title_marks = _unmarked(title or "")
    if text and OPEN in text:
        return Hit(entry, *_unmarked(text), title_marks)
    # Words that are found folded lie in the column of further fields, in no text that anybody wrote.
    by_folding = _folded_hit(entry, query, title_marks)
    if by_folding:
        return by_folding
    if more and OPEN in more:
        return Hit(entry, *_unmarked(more), title_marks)
    return _cjk_hit(entry, query) or Hit(entry, _unmarked(text or "")[0], (), title_marks)


def _unmarked(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    plain: list[str] = []
    marks: list[tuple[int, int]] = []
    length = start = 0
    for character in marked:
        if character == OPEN:
            start = length
        elif character == CLOSE:
            marks.append((start, length))
        else:
            plain.append(" " if character in "\n\t" else character)
            length += 1
    return "".join(plain), tuple(marks)


def _cjk_hit(entry: Entry, query: str) -> Hit | None:
    """A run of CJK characters is found through its bigrams, which lie in no text; so look for the run itself."""
    runs = cjk_runs(query)
    title_marks = _places(entry.title, runs)
    texts = [entry.text, *(value for value in entry.fields.values() if isinstance(value, str))]
    for text in texts:
        places = _places(text, runs)
        if places and text != entry.title:
            window = _window(text, places[0])
            return Hit(entry, window, _places(window, runs), title_marks)
    return Hit(entry, "", (), title_marks) if title_marks else None


def _folded_hit(entry: Entry, query: str, title_marks: Marks) -> Hit | None:
    title_marks = tuple(sorted({*title_marks, *places_of(entry.title, query)}))
    fields = [value for name, value in sorted(entry.fields.items()) if name not in ("title", "text")]
    for text in (entry.text, *(each for value in fields for each in _texts(value))):
        place = next(places_of(text, query), None)
        if place:
            window = _window(text, place)
            return Hit(entry, window, tuple(places_of(window, query)), title_marks)
    return Hit(entry, _window(entry.text, (0, 0)), (), title_marks) if any(places_of(entry.title, query)) else None


def _texts(value: Value) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, tuple) else ()


def _window(text: str, place: tuple[int, int]) -> str:
    """The text around a place, on one line."""
    start, end = max(0, place[0] - _AROUND), min(len(text), place[1] + _AROUND)
    window = ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
    return " ".join(window.split("\n"))


def _places(text: str, runs: list[str]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for run in runs:
        at = text.find(run)
        while at >= 0:
            found.append((at, at + len(run)))
            at = text.find(run, at + len(run))
    return tuple(sorted(found))
