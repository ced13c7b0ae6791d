"""Choosing another passphrase for a journal that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from ...journal.journal import Journal
from ..commands import bindings, keeping
from ..widgets.footer import KeyLine
from ..widgets.new_passphrase import NewPassphrase
from ..widgets.plain import plain
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class PassphraseScreen(Screen[None]):
    """Changes the passphrase, and says where copies may lie that the earlier one opens."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(keeping.Done)

    def __init__(self) -> None:
        super().__init__()
        self._is_changing = False

    def compose(self) -> ComposeResult:
        yield LockNotice()
        with Vertical(id="passphrase"):
            yield Static("Another passphrase", classes="screen-title")
            yield NewPassphrase()
            yield Static(id="answer")
        yield KeyLine()

    def action_done(self) -> None:
        if not self._is_changing:
            self.dismiss()

    def on_new_passphrase_chosen(self, message: NewPassphrase.Chosen) -> None:
        if not self._is_changing:
            self._is_changing = True
            self._change(message.passphrase)

    @work(exclusive=True, description="")
    async def _change(self, passphrase: str) -> None:
        from ...journal.safekeeping.unfinished import Unfinished
        from ...journal.safekeeping.upkeep import change_passphrase

        def change(journal: Journal) -> tuple[list[str], str]:
            try:
                return change_passphrase(journal, passphrase), ""
            except Unfinished as error:  # it is changed all the same
                return [], f"\n\n{error.message}\n{error.hint}"

        answer = self.query_one("#answer", Static)
        answer.update("Changing it. This takes a moment.")
        changed = await self.app.ask(change)
        self._is_changing = False
        if changed is None:
            answer.update("The passphrase is as it was.")
            self.query_one(NewPassphrase).complain()
            return
        await self.query_one(NewPassphrase).remove()
        copies, trouble = changed
        said = f"From now on this passphrase opens your journal.{trouble}"
        if copies:
            said += "\n\nCopies that the earlier one opens may still lie here:\n" + "\n".join(copies)
        answer.update(plain(said))
        self.set_focus(None)
