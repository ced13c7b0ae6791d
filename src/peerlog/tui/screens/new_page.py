"""Choosing what to write: a kind other than a note, or the template of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...domain.kinds import CHOSEN
from ...domain.template import PageTemplate
from ...journal.journal import Journal
from ..commands import bindings, confirm
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.rows import Rows, row
from .choosing import ChoosingScreen
from .dialogue import Dialogue


class KindScreen(Dialogue[str]):
    """Asks what to write; the result is a kind's name. Its first letter chooses it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static("What would you like to write?", classes="dialogue-title")
            yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.show([_kind_row(name) for name in CHOSEN])
        rows.focus()

    def on_key(self, event: events.Key) -> None:
        chosen = next((name for name in CHOSEN if name[0] == event.character), None)
        if chosen:
            event.stop()
            event.prevent_default()
            self.dismiss(chosen)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_choose(self) -> None:
        self.query_one(Rows).action_select()

    def action_close_window(self) -> None:
        self.dismiss(None)


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
