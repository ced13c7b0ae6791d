"""An entry as a list shows it: time, kind, name, its space when others share it, what a search found in it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import KINDS
from ...domain.text import clean_line
from ..listing import Listed
from .line import Line
from .plain import plain_line

LABEL_WIDTH = len("19:40 reflection")
_FOUND = "bold underline $accent"
Marks = Sequence[tuple[int, int]]


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


def entry_line(listed: Listed) -> Visual:
    """A row for the list, two lines high when a search found words beyond the name."""
    entry, hit = listed.hit.entry, listed.hit
    label = Content(f"{listed.when.local:%H:%M} {kind_of(entry).lower()}").stylize("$quiet")
    name = plain_line(name_of(entry))
    snippet = plain_line(hit.snippet)
    if entry.title:
        name = _marked(name, hit.title_marks)
    elif (at := hit.snippet.find(name.plain.rstrip("…"))) >= 0:
        inside = [(start - at, end - at) for start, end in hit.marks if at <= start and end - at <= len(name.plain)]
        name = _marked(name, inside)
        if len(inside) == len(hit.marks):
            snippet = Content()
    line = Line(label, name, space_of(entry), label_width=LABEL_WIDTH)
    found = _marked(snippet, hit.marks) if hit.marks and snippet.plain == hit.snippet else snippet
    return _Found(line, found) if hit.marks and found else line


def space_of(entry: Entry) -> Content:
    """The space in words and in its colour; nothing in a list where it is the private one, as nearly all are."""
    return Content() if entry.space == PRIVATE else plain_line(f"WITH {entry.space.upper()}").stylize("$space-shared")


def _marked(content: Content, marks: Marks) -> Content:
    for start, end in marks:
        if 0 <= start < end <= len(content.plain):
            content = content.stylize(_FOUND, start, end)
    return content


class _Found(Visual):
    """A line and the words around what was found below it."""

    def __init__(self, line: Line, snippet: Content) -> None:
        self._line = line
        self._snippet = snippet.stylize_before("$quiet")

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        indent = LABEL_WIDTH + 2 if width > 60 else 6
        below = Line(Content(" " * (indent - 2)), self._snippet)
        return [strip for line in (self._line, below) for strip in line.render_strips(width, 1, style, options)]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return 2
