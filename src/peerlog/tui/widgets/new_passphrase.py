"""Choosing a passphrase: six words offered in the field's place, or one's own with an estimate; then once more."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from ..commands import bindings, opening
from .plain import plain
from .secret_input import SecretInput
from .strength import Strength

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


_OFFER = "Enter takes these six words, F2 offers others. Or type your own."
_NOTE = "Write these words down, then type them below. They hide as you type."
_PAUSE = 0.15


class NewPassphrase(Vertical):
    """Two fields; posts `Chosen` when both hold the same."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    DEFAULT_CSS = """
    NewPassphrase { height: auto; }
    NewPassphrase .ask { color: $quiet; }
    NewPassphrase #strength { color: $quiet; height: auto; min-height: 1; margin-bottom: 1; }
    NewPassphrase #mismatch { color: $warning; height: auto; min-height: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(opening.OtherWords, opening.ShowWords)

    @dataclass
    class Chosen(Message):
        passphrase: str

        def __repr__(self) -> str:
            return "Chosen()"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._offered = ""
        self._estimate_due: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Static("Passphrase", classes="ask")
        yield SecretInput(id="first")
        yield Strength(_OFFER, id="strength")
        yield Static("Again", classes="ask")
        yield SecretInput(id="again")
        yield Static(id="mismatch")

    @property
    def _first(self) -> SecretInput:
        return self.query_one("#first", SecretInput)

    @property
    def _again(self) -> SecretInput:
        return self.query_one("#again", SecretInput)

    def on_mount(self) -> None:
        self._first.focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Offer words, unless somebody was quick to type some of their own."""
        if not self._first.value:
            self.action_other_words()

    def action_other_words(self) -> None:
        """Offer six words, in place of whatever has been typed."""
        self._first.clear()
        self._again.clear()
        self._first.focus()
        self.run_worker(self._suggest, thread=True, exclusive=True, group="suggest")

    def _suggest(self) -> None:
        from ...journal.safekeeping.upkeep import suggest_passphrase

        words = suggest_passphrase()
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._offer, words)

    def _offer(self, words: str) -> None:
        self._offered = words
        self._first.placeholder = words
        self._first.password = True

    def action_show_words(self) -> None:
        hidden = not self._first.password
        self._first.password = hidden
        self._again.password = hidden

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value:
            self.query_one("#mismatch", Static).update()
        if event.input.id == "again":
            if event.value and self._first.value == self._offered:
                self._first.password = True
            return
        if self._estimate_due:
            self._estimate_due.stop()
        strength = self.query_one(Strength)
        if not event.value:
            strength.update(_OFFER)
        elif event.value == self._offered:
            strength.update(_NOTE)
        else:
            self._estimate_due = self.set_timer(_PAUSE, self._estimate_soon)

    def _estimate_soon(self) -> None:
        typed = self._first.value
        self.run_worker(lambda: self._estimate(typed), thread=True, exclusive=True, group="estimate")

    def _estimate(self, typed: str) -> None:
        from ...journal.safekeeping.upkeep import passphrase_strength

        score, words = passphrase_strength(typed)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_estimate, typed, score, words)

    def _show_estimate(self, typed: str, score: int, words: str) -> None:
        if self.is_attached and self._first.value == typed:
            self.query_one(Strength).show(score, words)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "first":
            if not event.value and self._offered:
                self._first.value = self._offered
                self._first.password = False
            if self._first.value:
                self._again.focus()
                self._check(self._first.value)
        else:
            self.choose()

    @property
    def is_chosen(self) -> bool:
        """Whether both fields hold the same."""
        return bool(self._first.value) and self._again.value == self._first.value

    def choose(self) -> None:
        """Post `Chosen`, or say what is missing and go there."""
        if self.is_chosen:
            self.post_message(self.Chosen(self._first.value))
        elif not self._first.value:
            self._first.focus()
        elif not self._again.value:
            self._again.focus()
            self.query_one("#mismatch", Static).update("Once more here, please.")
        else:
            self._again.clear()
            self._again.focus()
            self.query_one("#mismatch", Static).update("These two differ. Once more, please; F3 shows what you type.")

    @work(group="check", exclusive=True, description="")
    async def _check(self, passphrase: str) -> None:
        """Say at once why it will not do; making the journal would refuse it as well."""
        from ...errors import PeerlogError
        from ...journal.passphrases import check_new_passphrase

        try:
            await asyncio.to_thread(check_new_passphrase, passphrase)
        except PeerlogError as error:
            self.complain()
            self.query_one("#mismatch", Static).update(plain(f"{error.message} {error.hint}".strip()))

    def complain(self) -> None:
        """Start over, after what was chosen was refused."""
        self._again.clear()
        self._first.focus()

    def forget(self) -> None:
        """Empty both fields, and drop the words that were offered."""
        self._offered = self._first.placeholder = ""
        self._first.clear()
        self._again.clear()
