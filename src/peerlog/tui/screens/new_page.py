"""Choosing what to write: a kind other than a note, or the template of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...domain.kinds import CHOSEN
from ...domain.template import PageTemplate
from ..commands import bindings, confirm
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.plain import plain, plain_line
from ..widgets.rows import Rows, row
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


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


class TemplateScreen(Dialogue[str]):
    """Asks which page; the result is a template's name. Typing goes to the page whose name begins so."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def __init__(self) -> None:
        super().__init__()
        self._templates: Sequence[PageTemplate] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue tall"):
            yield Static("Which page?", classes="dialogue-title")
            yield Rows()
            yield Static(classes="about")
        yield KeyLine()

    async def on_mount(self) -> None:
        self.query_one(Rows).focus()
        forms = await self.app.ask(
            lambda journal: (list(journal.forms.templates.values()), journal.forms.problems("page"))
        )
        if forms is None:
            self.dismiss(None)
            return
        self._templates, problems = forms
        self.query_one(Rows).show([_template_row(each) for each in self._templates])
        for problem in problems:
            self.app.tell(problem, seconds=12)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        template = next((each for each in self._templates if each.name == event.option_id), None)
        if template:
            self.query_one(".about", Static).update(plain(template.source).stylize("$quiet"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_choose(self) -> None:
        self.query_one(Rows).action_select()

    def action_close_window(self) -> None:
        self.dismiss(None)


def _template_row(template: PageTemplate) -> Option:
    return row(
        Line(plain_line(template.label), plain_line(template.about).stylize("$quiet"), label_width=20), template.name
    )
