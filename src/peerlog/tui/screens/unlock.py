"""The closed journal: one field. Its first frame waits for nothing that opening needs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from ...errors import PeerlogError, WrongPassphrase
from ..commands import bindings, opening
from ..life.door import go_in
from ..widgets.footer import KeyLine
from ..widgets.secret_input import SecretInput

if TYPE_CHECKING:
    from textual import getters

    from ...journal.journal import Journal
    from ..journal_app import JournalApp

_ASK = "Passphrase"
_ASK_WORDS = "The 24 words of your recovery kit, in order; the first four letters of each are enough"
_NO_KIT = "No recovery kit has been made for this journal. Only its passphrase opens it."


class _NoKeyring(Exception):
    """Nobody has let this machine's keyring open the journal."""


class UnlockScreen(Screen[None]):
    """Opens the journal with its passphrase or with recovery words.

    Where its owner has allowed it, the system's keyring opens it when the app starts, but not after a lock: whoever
    locks wants to be asked.
    """

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(opening.UseRecoveryWords, opening.UsePassphrase)

    def __init__(self, *, after_lock: bool = False) -> None:
        super().__init__()
        self._after_lock = after_lock
        self._with_words = False
        self._trying = False
        self._one_at_a_time = asyncio.Lock()

    def compose(self) -> ComposeResult:
        # Few widgets, for each costs a millisecond of the first frame.
        yield Static(self._head(_ASK), id="head")
        yield SecretInput(id="secret")
        yield Static(id="answer")
        yield KeyLine()

    def on_mount(self) -> None:
        self.call_after_refresh(self._get_ready)

    def _get_ready(self) -> None:
        from ..life.warmup import warm_up
        from ..style_sheets import read_styles

        read_styles(self.app)
        self.run_worker(warm_up, thread=True, group="warm-up")
        if not self._after_lock:
            self.app.follow(self._try_keyring)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "use_recovery_words":
            return not self._with_words
        if action == "use_passphrase":
            return self._with_words
        return True

    def action_use_recovery_words(self) -> None:
        self.app.follow(self._ask_for_words)

    async def _ask_for_words(self) -> None:
        """Ask for the 24 words where there are any, before somebody types them for nothing."""
        from ...journal.opening import has_recovery_kit

        try:
            has_kit = await asyncio.to_thread(has_recovery_kit, self.app.home)
        except PeerlogError as error:
            self._answer(f"{error.message}\n{error.hint}".strip(), "trouble")
            return
        if not self.is_attached:
            return
        if has_kit:
            self._ask_for(words=True)
        else:
            self._answer(_NO_KIT, "trouble")

    def action_use_passphrase(self) -> None:
        self._ask_for(words=False)

    def _head(self, ask: str) -> Content:
        state = "Your journal is locked." if self._after_lock else "Your journal is closed."
        return Content.assemble(("peerlog", "bold $accent"), "\n\n", (state, "$quiet"), "\n\n\n", ask)

    def _ask_for(self, *, words: bool) -> None:
        self._with_words = words
        self.query_one(SecretInput).take()
        self.query_one(SecretInput).password = not words
        self.query_one("#head", Static).update(self._head(_ASK_WORDS if words else _ASK))
        self._answer()
        self.refresh_bindings()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value and not self._trying:
            self._trying = True
            secret = self.query_one(SecretInput).take()
            self.app.follow(partial(self._try, secret, self._with_words))

    async def _try(self, secret: str, with_words: bool) -> None:
        home, clock = self.app.home, self.app.clock

        def opener() -> Journal:
            from ...journal.opening import unlock, unlock_with_recovery_words

            return (unlock_with_recovery_words if with_words else unlock)(home, secret, clock=clock)

        try:
            opened = await self._open(opener)
        finally:
            self._trying = False
        if opened and with_words:
            self.app.tell("Your recovery words opened it. “Change passphrase” in the palette, Ctrl-P, sets a new one.")

    async def _try_keyring(self) -> None:
        home, clock = self.app.home, self.app.clock

        def opener() -> Journal:
            from ...journal.opening import unlock_with_keyring

            journal = unlock_with_keyring(home, clock=clock)
            if journal is None:
                raise _NoKeyring
            return journal

        try:
            await self._open(opener)
        except _NoKeyring:
            self._answer()

    async def _open(self, opener: Callable[[], Any]) -> bool:
        async with self._one_at_a_time:
            if not self.is_attached:
                return False  # the keyring opened it while the passphrase was typed
            self._answer("Opening …")
            try:
                await self.app.session.open(opener)
            except WrongPassphrase as error:
                self._answer(error.message, "wrong")
            except PeerlogError as error:
                self._answer(f"{error.message}\n{error.hint}".strip(), "trouble")
            else:
                await go_in(self.app)
                if mended := await self.app.ask(lambda journal: journal.mended):
                    self.app.tell(mended, seconds=20)
                return True
        return False

    def _answer(self, said: str = "", tone: str = "") -> None:
        from ..widgets.plain import plain

        if not self.is_attached:
            return
        answer = self.query_one("#answer", Static)
        answer.update(plain(said))
        answer.set_classes(tone)
