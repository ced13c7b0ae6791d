"""Where something can go from where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from ...domain.course import Course
from ...domain.entry import Entry
from ..widgets.entry_line import name_of
from ..widgets.line import Line
from ..widgets.plain import plain_line
from ..widgets.rows import row
from .row_dialogue import RowDialogue


class MovesScreen(RowDialogue):
    """Offers the steps that are open; the result is the state that one of them leads to. The likeliest is marked."""

    def __init__(self, entry: Entry, course: Course) -> None:
        super().__init__()
        self._entry = entry
        self._course = course

    def said(self) -> Iterable[Static]:
        now = self._course.label(self._course.standing(self._entry.state))
        yield Static(plain_line(name_of(self._entry)), classes="dialogue-title")
        yield Static(Content(f"Now: {now}. From here:"), classes="moves-now")

    def rows(self) -> Sequence[Option]:
        return [
            row(
                Line(Content(self._course.label(move.to)), Content(move.says).stylize("$quiet"), label_width=10),
                move.to,
            )
            for move in self._course.moves(self._entry.state)
        ]
