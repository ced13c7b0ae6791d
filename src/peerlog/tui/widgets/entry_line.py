"""An entry as a list shows it: time, kind, name, its space when others share it, what a search found in it."""

from __future__ import annotations

from textual.content import Content
from textual.css.styles import RulesMap
from textual.visual import Visual

from ...domain.entry import Entry
from ...domain.kinds import KINDS, bare_name
from ...domain.text import clean_line
from ..reading.listing import Listed
from .fitted import Fitted
from .found_words import FOUND, mark_name, words_around
from .line import Line
from .plain import plain_line
from .space_words import shared_words, two_versions_words

LABEL_WIDTH = len("19:40 reflection")


def name_of(entry: Entry) -> str:
    """What to call an entry in one line, also when only its fields say something."""
    if headline := clean_line(entry.headline):
        return headline
    if people := entry.members("people"):
        return f"with {clean_line(', '.join(people))}"
    return f"{kind_of(entry).lower()} without words"


def kind_of(entry: Entry) -> str:
    """The kind in the words of the screen; as it is stored when this release does not know it."""
    return KINDS[entry.kind].label if entry.kind in KINDS else clean_line(entry.kind)


def label_from(name: str) -> str:
    """A label for a field of which only the stored name is known."""
    return bare_name(name).replace("_", " ").capitalize()


def entry_line(listed: Listed) -> Visual:
    """A row for the list, two lines high when a search found words beyond the name."""
    entry, hit = listed.hit.entry, listed.hit
    label = Content(f"{listed.when.local:%H:%M} {kind_of(entry).lower()}").stylize("$quiet")
    name, is_all = mark_name(name_of(entry), hit)
    space = two_versions_words() if listed.apart else space_of(entry)
    by = plain_line(f"by {listed.by}").stylize("$quiet") if listed.by and not listed.apart else Content()
    counts = Content(listed.counts).stylize("$quiet")
    right = _joined(counts, by, space)
    in_short = _joined(Content("CPD").stylize("$quiet") if counts else Content(), space) if counts or by else None
    return _EntryLine(label, name, right, in_short, Content() if is_all else words_around(hit))


def _joined(*parts: Content) -> Content:
    return Content("  ").join(each for each in parts if each)


def space_of(entry: Entry) -> Content:
    """The space in words and in its colour; nothing in a list where it is the private one, as nearly all are."""
    return shared_words(entry.with_whom) if entry.with_whom else Content()


class _EntryLine(Fitted):
    """A line and, when a search found more than the name, the words around that below it."""

    def __init__(self, label: Content, name: Content, right: Content, in_short: Content | None, found: Content) -> None:
        """`in_short` is what `right` comes down to where there is not room for all of it, who reads it among it."""
        self._label = label
        self._name = name
        self._right = right
        self._in_short = in_short
        self._found = found.stylize_before("$quiet")

    def at(self, width: int) -> Content:
        room = width - LABEL_WIDTH - 2 - (self._right.cell_length + 2 if self._right else 0)
        first = Line(self._label, _with_match_in_sight(self._name, room), self._right, label_width=LABEL_WIDTH)
        first.right_in_short = self._in_short
        lines = [first]
        if self._found:
            indent = LABEL_WIDTH + 2 if width > 60 else 6
            lines.append(Line(Content(" " * (indent - 2)), _with_match_in_sight(self._found, width - indent)))
        return Content("\n").join(line.at(width) for line in lines)

    def get_height(self, rules: RulesMap, width: int) -> int:
        return 2 if self._found else 1


def _with_match_in_sight(words: Content, room: int) -> Content:
    """Begin later where the first match would lie beyond the right edge."""
    first = next((span for span in words.spans if span.style == FOUND), None)
    if first is None or words[: first.end].cell_length < room:
        return words
    begin = words.plain.rfind(" ", 0, max(0, first.start - room // 3)) + 1
    return Content("…") + words[begin:] if begin else words
