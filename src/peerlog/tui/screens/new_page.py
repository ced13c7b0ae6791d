"""Choosing what to write: a kind other than a note, or the template of a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from ...domain.kinds import CHOSEN
from ...domain.template import PageTemplate
from ...journal.journal import Journal
from ..widgets.line import Line
from ..widgets.rows import row
from .choosing import ChoosingScreen
from .row_dialogue import RowDialogue


class KindScreen(RowDialogue):
    """Asks what to write; the result is a kind's name. Its first letter chooses it."""

    def said(self) -> Iterable[Static]:
        yield Static("What would you like to write?", classes="dialogue-title")

    def rows(self) -> Sequence[Option]:
        return [_kind_row(name) for name in CHOSEN]

    def on_key(self, event: events.Key) -> None:
        chosen = next((name for name in CHOSEN if name[0] == event.character), None)
        if chosen:
            event.stop()
            event.prevent_default()
            self.dismiss(chosen)


def _kind_row(name: str) -> Option:
    label = Content.assemble((name[0], "bold $accent"), "  ", CHOSEN[name].label)
    return row(Line(label, Content(CHOSEN[name].about).stylize("$quiet"), label_width=14), name)


class TemplateScreen(ChoosingScreen[PageTemplate]):
    """Asks which page; the result is a template's name."""

    question: ClassVar[str] = "Which page?"
    label_width: ClassVar[int] = 20

    def fetch(self, journal: Journal) -> tuple[Sequence[PageTemplate], Sequence[str]]:
        return list(journal.forms.templates.values()), journal.forms.problems("page")

    def say(self, thing: PageTemplate) -> Sequence[str]:
        return thing.about, thing.source
