"""What could I try this week: up to three ideas, of which Enter takes one up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from ...domain.entry import Entry
from ..commands import bindings, confirm
from ..widgets.entry_line import name_of
from ..widgets.footer import KeyLine
from ..widgets.plain import plain_line
from ..widgets.rows import Rows, row
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class ThisWeekScreen(Dialogue[str]):
    """The result is the id of the idea that is taken up."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def __init__(self, ideas: Sequence[Entry]) -> None:
        super().__init__()
        self._ideas = ideas

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static("What could you try this week?", classes="dialogue-title")
            yield Rows()
            yield Static(
                Content("The same ones until Sunday; what serves a goal comes first, then the oldest."), classes="about"
            )
        yield KeyLine()

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.show([row(_offered(each), each.id) for each in self._ideas])
        rows.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._take(event.option_id)

    def action_choose(self) -> None:
        option = self.query_one(Rows).highlighted_option
        self._take(option.id if option else None)

    def _take(self, id_: str | None) -> None:
        chosen = next((each for each in self._ideas if each.id == id_), None)
        if chosen is not None and chosen.state == "trying":
            self.app.tell("You are trying that one already.")
        elif chosen is not None:
            self.dismiss(chosen.id)

    def action_close_window(self) -> None:
        self.dismiss(None)


def _offered(idea: Entry) -> Content:
    """The idea, and under it its first small step."""
    trying = Content("  trying").stylize("$accent") if idea.state == "trying" else Content()
    said = Content.assemble(plain_line(name_of(idea)), trying)
    step = idea.line("step")
    return Content.assemble(said, "\n", plain_line(step or "no first step yet").stylize("$quiet"))


def offer(app: JournalApp, ideas: Sequence[Entry] | None) -> None:
    """Show what this week offers; what is taken up is “trying” from then on."""
    from ..goals.moving_on import move_to

    if ideas is None:
        return
    if not ideas:
        app.tell("Nothing waits to be tried. B shows your ideas, and n there writes one down.")
        return

    def chosen(id_: str | None) -> None:
        idea = next((each for each in ideas if each.id == id_), None)
        if idea is not None:
            app.follow(partial(move_to, app, idea, "trying"))

    app.push_screen(ThisWeekScreen(ideas), chosen)
