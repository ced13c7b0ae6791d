"""Short pages on listening, open questions, feedback and working in a group, to read in a minute."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ...domain.help_card import HelpCard
from ...journal.practice_files import help_cards
from ..commands import bindings, confirm, help_card
from ..widgets.footer import KeyLine
from ..widgets.plain import plain, plain_line
from ..widgets.safe_markdown import SafeMarkdown, is_worth_laying_out
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_BEGINS_A_BLOCK = re.compile(r"\s*(?:[-*+] |\d+[.)] |[#>|]|```|~~~)")


class _Page(VerticalScroll, inherit_bindings=False):
    """Scrolls up and down; the other arrow keys belong to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_up", show=False),
        Binding("down,j", "scroll_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home,g", "scroll_home", show=False),
        Binding("end,G", "scroll_end", show=False),
    ]


class HelpCardScreen(Dialogue[None]):
    """One page at a time; the arrow keys go from one to the next. `name` is the one to begin with."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(help_card.NextCard, help_card.CardBefore, confirm.CloseWindow)

    def __init__(self, name: str = "listening") -> None:
        super().__init__()
        self._name = name
        self._cards: list[HelpCard] = []
        self._names = Static(id="card-names")
        self._about = Static(id="card-about")
        self._text = SafeMarkdown(id="card-text")
        self._plain = Static()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue tall"):
            yield self._names
            yield self._about
            with _Page(id="card"):
                yield self._text
                yield self._plain
        yield KeyLine()

    async def on_mount(self) -> None:
        self.query_one("#card").focus()
        loaded = await self.app.ask(lambda journal: help_cards())
        if loaded is None or not self.is_attached:
            return
        cards, problems = loaded
        self._cards = list(cards.values())
        for problem in problems:
            self.app.tell(problem, seconds=10, besides=True)
        await self._show()

    @property
    def _place(self) -> int:
        return next((place for place, card in enumerate(self._cards) if card.name == self._name), 0)

    async def _show(self) -> None:
        if not self._cards:
            return
        card = self._cards[self._place]
        names = [_name(each, is_open=each is card) for each in self._cards]
        self._names.update(Content("   ").join(names))
        self._about.update(plain_line(card.about).stylize("$quiet"))
        text = unwrapped(card.text)
        laid_out = is_worth_laying_out(text)
        self._plain.update(Content() if laid_out else plain(text))
        await self._text.update(text if laid_out else "")
        self.query_one("#card").scroll_home(animate=False)

    async def _go(self, step: int) -> None:
        if self._cards:
            self._name = self._cards[(self._place + step) % len(self._cards)].name
            await self._show()

    async def action_next_card(self) -> None:
        await self._go(1)

    async def action_card_before(self) -> None:
        await self._go(-1)

    def action_close_window(self) -> None:
        self.dismiss()


def unwrapped(text: str) -> str:
    """Markdown in which no paragraph and no point of a list is broken into lines: here every line break is shown."""
    lines: list[str] = []
    for line in text.splitlines():
        if lines and lines[-1] and line.strip() and not _BEGINS_A_BLOCK.match(line):
            lines[-1] += " " + line.strip()
        else:
            lines.append(line)
    return "\n".join(lines)


def _name(card: HelpCard, *, is_open: bool) -> Content:
    label = plain_line(card.label)
    return label.stylize("bold underline $accent") if is_open else label.stylize("$quiet")
