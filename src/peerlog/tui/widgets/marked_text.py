"""A text exactly as it is signed, line by line: nothing is laid out anew, and changes are marked in the margin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static

from ...domain.summary.differences import Mark, MarkedLine
from ...domain.word_difference import Piece, State
from ..exchange_words import in_pieces
from .plain import plain

_MARGIN = 3
_GAP = "   "
_MARKS = {Mark.SAME: " ", Mark.NEW: "+", Mark.CHANGED: "~", Mark.GONE: "-"}


def unmarked(text: str) -> list[MarkedLine]:
    """The lines of a text that is compared with nothing."""
    return [MarkedLine(Mark.SAME, (Piece(line, State.SAME),) if line else ()) for line in text.split("\n")]


class MarkedText(Visual):
    """Wraps at words under itself; the mark stands before every part of its line."""

    def __init__(self, lines: Iterable[MarkedLine], *, with_words: bool = False) -> None:
        """The text as it is now; `with_words` adds what was there before, struck out."""
        self._rows = list(_with_words(lines) if with_words else _as_it_is(lines))
        self._wrapped: tuple[int, Content] = (0, Content())

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return self.at(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return self.at(width).plain.count("\n") + 1

    def at(self, width: int) -> Content:
        """The lines as content of at most `width` cells."""
        if self._wrapped[0] != width:
            parts: list[Content] = []
            for mark, line in self._rows:
                margin = Content(f" {_MARKS[mark]} ").stylize("bold $accent")
                wrapped = line.wrap(max(1, width - _MARGIN)) or [Content()]
                parts += [Content.assemble(margin, part.rstrip()) for part in wrapped]
            self._wrapped = (width, Content("\n").join(parts))
        return self._wrapped[1]


def _as_it_is(lines: Iterable[MarkedLine]) -> Iterable[tuple[Mark, Content]]:
    gone = 0
    for line in lines:
        if line.mark is Mark.GONE:
            gone += bool(line.text.strip())
            continue
        yield from _gone(gone)
        gone = 0
        yield line.mark if line.text.strip() else Mark.SAME, _styled(line.text)
    yield from _gone(gone)


def _gone(count: int) -> Iterable[tuple[Mark, Content]]:
    if count:
        said = "a line that stood here is gone" if count == 1 else f"{count:,} lines that stood here are gone"
        yield Mark.GONE, Content(f"({said})").stylize("italic $quiet")


def _with_words(lines: Iterable[MarkedLine]) -> Iterable[tuple[Mark, Content]]:
    for line in lines:
        yield line.mark if line.text.strip() else Mark.SAME, in_pieces(line.pieces)


def _styled(line: str) -> Content:
    """A line of the source as it stands; one that heads what follows is bold."""
    hashes = len(line) - len(line.lstrip("#"))
    is_heading = 1 <= hashes <= 6 and line[hashes : hashes + 1] == " "
    return plain(line).stylize("bold") if is_heading else plain(line)


class TextToRead(VerticalScroll):
    """A text that is read and scrolled by keys; under it stands how much is still to come."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("space", "page_down", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._shown: tuple[tuple[MarkedLine, ...], bool] | None = None

    def compose(self) -> ComposeResult:
        yield Static(classes="text-to-read")

    def show(self, lines: Iterable[MarkedLine], *, with_words: bool = False) -> None:
        """Show these lines, as `MarkedText` does. The same once more costs nothing: a long text takes long to wrap."""
        wanted = (tuple(lines), with_words)
        if wanted != self._shown:
            self._shown = wanted
            self.query_one(".text-to-read", Static).update(MarkedText(wanted[0], with_words=with_words))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._say_what_is_below()

    def watch_virtual_size(self) -> None:
        self._say_what_is_below()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._say_what_is_below()

    def on_resize(self) -> None:
        self._say_what_is_below()

    def _say_what_is_below(self) -> None:
        below = round(self.max_scroll_y - self.scroll_y)
        self.border_subtitle = _say_below(below, by_key=self.has_focus) if below > 0 else Content()


def _say_below(lines: int, *, by_key: bool) -> Content:
    """`29 more lines   Space`, for somebody who is to sign all of it; the key only where it would read on."""
    count = Content("1 more line" if lines == 1 else f"{lines:,} more lines").stylize("$quiet")
    return Content.assemble(count, "   ", ("Space", "bold $accent")) if by_key else count


class TitleWithParts(Visual):
    """A title at the left and some parts at the right; under it where they do not fit into one line, each whole."""

    def __init__(self, title: Content, parts: Sequence[Content]) -> None:
        self._title = title
        self._parts = parts

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return self.at(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return self.at(width).plain.count("\n") + 1

    def at(self, width: int) -> Content:
        """The lines as content of at most `width` cells."""
        parts = Content(_GAP).join(self._parts)
        room = width - self._title.cell_length - parts.cell_length
        if self._title and room >= len(_GAP):
            return Content.assemble(self._title, " " * room, parts)
        title = self._title.wrap(max(1, width)) if self._title else []
        return Content("\n").join([*title, *self._in_lines(width)])

    def _in_lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for part in self._parts:
            if lines and lines[-1].cell_length + part.cell_length + len(_GAP) <= width:
                lines[-1] = Content.assemble(lines[-1], _GAP, part)
            else:
                lines += part.wrap(max(1, width))
        return lines
