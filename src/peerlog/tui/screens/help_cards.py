"""Help cards: a page each on listening, asking, giving feedback and working in a group, to look at in between."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList, Static

from ...domain.help_card import HelpCard
from ...journal.practice_files import help_cards
from ..commands import bindings, confirm
from ..widgets.footer import KeyLine
from ..widgets.line import labelled
from ..widgets.plain import plain
from ..widgets.rows import Rows, row
from ..widgets.safe_markdown import SafeMarkdown
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


_WRAPPED = re.compile(r"(?<=\S)\n[ ]*(?=[^\s\-*#>|])(?!\d+[.)] )")
"""The end of a line in the middle of a sentence: the files are wrapped, while here line breaks are meant."""


class HelpCardsScreen(Dialogue[None]):
    """The cards by name, and under them the one that is marked."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(confirm.Choose.binding(), description="read on"),
        *bindings(confirm.CloseWindow),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._cards: Mapping[str, HelpCard] = {}

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue tall", id="cards"):
            yield Rows()
            with VerticalScroll(id="card", can_focus=False):
                yield SafeMarkdown()
            yield Static(id="card-problems", classes="about")
        yield KeyLine()

    async def on_mount(self) -> None:
        loaded = await self.app.ask(lambda _: help_cards())
        if loaded is None or not self.is_attached:
            return
        self._cards, problems = loaded
        rows = self.query_one(Rows)
        rows.show([row(labelled(card.label, card.about), name) for name, card in self._cards.items()])
        rows.focus()
        said = self.query_one("#card-problems", Static)
        said.update(plain("\n".join(f"Left out: {problem}" for problem in problems)))
        said.display = bool(problems)

    async def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        card = self._cards.get(event.option_id or "")
        if card:
            await self.query_one(SafeMarkdown).update(_flowing(card.text))
            self.query_one("#card").scroll_home(animate=False)

    def action_choose(self) -> None:
        self.query_one("#card").scroll_page_down(animate=False)

    def action_close_window(self) -> None:
        self.dismiss()


def _flowing(text: str) -> str:
    return _WRAPPED.sub(" ", text)
