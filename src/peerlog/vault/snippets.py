"""The words around what a search found, and where in them the matches lie."""

from __future__ import annotations

from ..domain.entry import Entry
from ..domain.selection import Hit
from .tokens import cjk_runs

# Private-use characters, taken out of what people write when it is searched: they cannot be confused with text.
OPEN, CLOSE = "\ue000", "\ue001"
_AROUND = 40


def found_hit(entry: Entry, marked: tuple[str, str, str], query: str) -> Hit:
    """The hit for an entry, from its title, text and further fields with `OPEN` and `CLOSE` around each match."""
    title, text, more = marked
    _, title_marks = _unmarked(title or "")
    for candidate in (text, more):
        if candidate and OPEN in candidate:
            return Hit(entry, *_unmarked(candidate), title_marks)
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
            start = max(0, places[0][0] - _AROUND)
            end = min(len(text), places[0][1] + _AROUND)
            window = ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
            window = " ".join(window.split("\n"))
            return Hit(entry, window, _places(window, runs), title_marks)
    return Hit(entry, "", (), title_marks) if title_marks else None


def _places(text: str, runs: list[str]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for run in runs:
        at = text.find(run)
        while at >= 0:
            found.append((at, at + len(run)))
            at = text.find(run, at + len(run))
    return tuple(sorted(found))
