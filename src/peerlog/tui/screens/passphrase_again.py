"""Asking for the passphrase once more before something is signed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from ...domain.problem import Problem
from ...errors import PeerlogError, WrongPassphrase
from ...journal.journal import Journal
from ..commands import bindings, confirm
from ..life.session import Locked
from ..life.type_ahead import FOLLOWED
from ..widgets.field_row import show_beside
from ..widgets.footer import KeyLine
from ..widgets.plain import plain, plain_line
from ..widgets.secret_input import SecretInput
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

Result = TypeVar("Result")


class PassphraseAgainScreen(Dialogue[Result]):
    """The result is what signing came to; None when it was left, or when it was refused, which is told then."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.CloseWindow)

    def __init__(self, title: str, about: str, sign: Callable[[Journal, str], Result]) -> None:
        """`sign` runs in the journal's thread with what was typed; it raises `WrongPassphrase` to be asked again."""
        super().__init__()
        self._title = title
        self._about = about
        self._sign = sign
        self._busy = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue", id="passphrase-again"):
            yield Static(plain_line(self._title), classes="dialogue-title")
            yield Static(plain(self._about))
            yield Static("Your passphrase", classes="ask")
            yield SecretInput(id="secret")
            yield Static(classes="field-said")
            yield Static(
                Content.assemble(("Enter", "bold"), " signs     ", ("Esc", "bold"), " does not").stylize_before(
                    "$quiet"
                ),
                classes="answers",
            )
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(SecretInput).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value and not self._busy:
            self._busy = True
            self._try(self.query_one(SecretInput).take())

    @work(group=FOLLOWED, exclusive=True)
    async def _try(self, passphrase: str) -> None:
        """Sign, off the thread that draws: working out the key takes its time."""
        self._say("Signing …")
        try:
            signed = await self.app.session.run(lambda journal: self._sign(journal, passphrase))
        except WrongPassphrase as error:
            self._say(error.message, wrong=True)
        except Locked:
            return
        except (PeerlogError, Problem) as error:
            self.app.tell_error(error)
            self._leave(None)
        else:
            self._leave(signed)
        finally:
            self._busy = False

    def _say(self, said: str, *, wrong: bool = False) -> None:
        if self.is_attached:
            show_beside(self.query_one(".field-said", Static), said, wrong=wrong)

    def _leave(self, result: Result | None) -> None:
        if self.is_attached:
            self.dismiss(result)

    def action_close_window(self) -> None:
        if not self._busy:
            self.dismiss(None)
