"""One kept file: what it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from ...domain.kept_file import KeptFile
from ..keeping.kept_files import day_of
from ..widgets.line import Line
from ..widgets.plain import plain_line
from ..widgets.rows import row
from ..widgets.when import say_full_day
from .row_dialogue import RowDialogue

_CHOICES = (
    ("save", "Save a copy", "where you like, and not encrypted there"),
    ("until", "Keep until", "a day; then Today asks about it"),
    ("remove", "Remove", "from here; that can be taken back"),
    ("forget", "Forget", "for good, from the backups too"),
)


class KeptFileScreen(RowDialogue):
    """The result is `save`, `until`, `remove`, `forget`, or None when it was left."""

    def __init__(self, file: KeptFile, zone: str) -> None:
        super().__init__()
        self._file = file
        self._zone = zone

    def said(self) -> Iterable[Static]:
        since = day_of(self._file, self._zone)
        facts = [self._file.words, f"kept since {say_full_day(since)} {since.year}"]
        if self._file.until:
            until = date.fromisoformat(self._file.until)
            facts.append(f"until {say_full_day(until)} {until.year}")
        yield Static(plain_line(self._file.name), classes="dialogue-title")
        yield Static(Content("\n").join(Content(fact) for fact in facts).stylize("$quiet"), classes="kept-facts")

    def rows(self) -> Sequence[Option]:
        return [
            row(Line(Content(label), Content(about).stylize("$quiet"), label_width=12), id_)
            for id_, label, about in _CHOICES
        ]
