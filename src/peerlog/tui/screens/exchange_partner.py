"""Choosing whom to exchange with, where there are several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from ...journal.updates.exchange_outlook import ExchangeOutlook, exchange_outlooks
from ..commands import bindings, confirm
from ..life.type_ahead import FOLLOWED
from ..widgets.footer import KeyLine
from ..widgets.line import Line, labelled
from ..widgets.rows import Rows, row
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_EVERYBODY = "everybody"


class ExchangePartnerScreen(Dialogue[tuple[str, ...]]):
    """The result are the names of spaces: one, or first in the list all of them."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.CloseWindow)

    def __init__(self) -> None:
        super().__init__()
        self._outlooks: Sequence[ExchangeOutlook] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static("Exchange with whom?", classes="dialogue-title")
            yield Rows(id="exchange-partners")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(Rows).focus()
        self._read()

    @work(group=FOLLOWED)
    async def _read(self) -> None:
        found = await self.app.ask(exchange_outlooks)
        if found is None or not self.is_attached:
            return
        self._outlooks = found
        everybody = row(labelled("Everybody", ", ".join(each.circle.label for each in found)), _EVERYBODY)
        self.query_one(Rows).show([everybody, *(row(_line(each), each.circle.space) for each in found)])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id == _EVERYBODY:
            self.dismiss(tuple(each.circle.space for each in self._outlooks))
        elif event.option_id:
            self.dismiss((event.option_id,))

    def action_close_window(self) -> None:
        self.dismiss(())


def _line(outlook: ExchangeOutlook) -> Line:
    return labelled(outlook.circle.label, outlook.about or "nothing new here")
