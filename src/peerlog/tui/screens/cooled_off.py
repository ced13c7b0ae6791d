"""The day after letting off steam: what is to become of the note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList, Static

from ...domain.entry import Entry
from ...domain.text import clean_line
from ...domain.venting import erases_on
from ...journal.safekeeping.erasing import erase
from ...journal.venting import keep_vent, looked_at
from ..commands import bindings, confirm
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.plain import plain, plain_line
from ..widgets.rows import Rows, row
from ..widgets.when import say_gone
from .confirm import ConfirmScreen
from .dialogue import Dialogue

if TYPE_CHECKING:
    from datetime import date

    from textual import getters

    from ..actions.reflecting import ReflectingActions
    from ..journal_app import JournalApp

KEEP, ERASE, REFLECT = "keep", "erase", "reflect"
_ABOUT = "All its versions go, and the backups are made anew without it. Nothing brings it back."


class CooledOffScreen(Dialogue[None]):
    """Shows the words once more and asks. Esc decides nothing: Today asks again."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def __init__(self, entry: Entry, today: date) -> None:
        super().__init__()
        self.current_entry = entry
        self._today = today

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static("Cooled off?", classes="dialogue-title")
            with VerticalScroll(id="cooled-text", can_focus=False):
                yield Static(plain(self.current_entry.text or clean_line(self.current_entry.headline)))
            yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        gone = erases_on(self.current_entry)
        kept = f"It would be gone {say_gone(gone, self._today)}; now it stays." if gone else "Only you can see it."
        rows.show(
            [
                row(_choice("Keep it as it is", kept), KEEP),
                row(_choice("Erase it for good", "Nothing of it stays."), ERASE),
                row(_choice("Reflect on it", "In calmer words, in an entry of its own."), REFLECT),
            ]
        )
        rows.focus()

    def action_choose(self) -> None:
        self.query_one(Rows).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id == KEEP:
            self._keep()
        elif event.option_id == REFLECT:
            self._reflect()
        else:
            asked = ConfirmScreen("Erase this note for good?", "erases it", "keeps it", about=_ABOUT)
            self.app.push_screen(asked, self._erase_when)

    def _erase_when(self, yes: bool | None) -> None:
        if yes:
            self._erase()

    @work(group=FOLLOWED)
    async def _keep(self) -> None:
        id_ = self.current_entry.id
        if await self.app.ask(lambda journal: keep_vent(journal, id_)):
            self.app.tell("It stays as it is.", seconds=3)
        self._end()

    @work(group=FOLLOWED)
    async def _reflect(self) -> None:
        entry = self.current_entry
        if await self.app.ask(lambda journal: looked_at(journal, entry.id)):
            self._end()
            cast("ReflectingActions", self.app).reflect(about=entry)

    @work(group=FOLLOWED)
    async def _erase(self) -> None:
        id_ = self.current_entry.id
        places = await self.app.ask(lambda journal: erase(journal, [id_]))
        if places is not None:
            self.app.last_done.forget()
            copies = f" These copies may still hold it: {', '.join(places)}." if places else ""
            self.app.tell(f"Gone.{copies}", seconds=20 if places else 3)
        self._end()

    def _end(self) -> None:
        self.app.post_message(JournalChanged())
        if self.is_attached:
            self.dismiss()

    def action_close_window(self) -> None:
        self.dismiss()


def _choice(label: str, about: str) -> Line:
    return Line(plain_line(label), plain_line(about).stylize("$quiet"), label_width=20)
