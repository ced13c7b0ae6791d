"""What is kept up to which day, and what is to become of one of these things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from ...domain.dates import say_day, written_out
from ...domain.text import clean_line
from ...journal.cpd.retention import Kept
from ..widgets.line import Line
from ..widgets.plain import plain, plain_line
from ..widgets.rows import heading, row
from .row_dialogue import RowDialogue

_DAY = 14


class KeptListScreen(RowDialogue):
    """What was kept for long enough first; the result is the id of one, or None."""

    def __init__(self, kept: Sequence[Kept], today: date) -> None:
        super().__init__()
        self._kept = kept
        self._today = today

    def said(self) -> Iterable[Static]:
        yield Static("Kept until when", classes="dialogue-title")
        yield Static("Nothing goes by itself. Enter on one says what is to become of it.", classes="kept-facts")

    def rows(self) -> Sequence[Option]:
        return [
            *_group("Kept for long enough", [each for each in self._kept if each.is_due], self._today),
            *_group("Still to be kept", [each for each in self._kept if not each.is_due], self._today),
        ]


class KeptChoiceScreen(RowDialogue):
    """The result is `read`, `longer`, `drop`, `forget`, or None when it was left."""

    def __init__(self, kept: Kept, today: date) -> None:
        super().__init__()
        self._kept = kept
        self._today = today

    def said(self) -> Iterable[Static]:
        kept = self._kept
        yield Static(plain_line(kept.title), classes="dialogue-title")
        until = written_out(kept.until) if kept.until else ""
        said = f"To be kept until {until}: {kept.why}." if kept.is_record else f"You wanted to keep it until {until}."
        yield Static(plain(said), classes="kept-facts")

    def rows(self) -> Sequence[Option]:
        choices = [("read", "Open it", "to decide with it before your eyes")]
        if not self._kept.is_record:
            choices += [
                ("longer", "Another day", "you are asked again after that"),
                ("drop", "No such day", "it stays, and nobody asks"),
            ]
        choices.append(("forget", "Forget it", "for good, after asking once more"))
        return [
            row(Line(Content(label), Content(about).stylize("$quiet"), label_width=_DAY), id_)
            for id_, label, about in choices
        ]


def _group(title: str, things: Sequence[Kept], today: date) -> Iterator[Option]:
    if things:
        yield heading(Content(title).stylize("$quiet"))
    for each in things:
        day = Content(say_day(each.until, today) if each.until else "").stylize("$quiet")
        sort = Content(each.sort).stylize("$quiet")
        yield row(Line(day, plain_line(clean_line(each.title)), sort, label_width=_DAY), each.id)
