"""Give and take: five sentences from 1 to 5, each of which may be left out. For one's own eyes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from ...domain.field import Choice
from ...domain.kinds import PULSE
from ...journal.journal import Journal
from ..commands import bindings, confirm, meeting
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from ..widgets.choices import Choices
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_LEVELS = [Choice(str(number), str(number)) for number in range(1, 6)]


class GiveAndTakeScreen(Dialogue[None]):
    """Keeps the answers as a part of an agreement or of a meeting; without any answer it keeps nothing.

    Leaving keeps them too, as everywhere, and so does locking.
    """

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = [
        # Not before the field: it has to have taken in what was typed.
        replace(confirm.Choose.binding(), priority=False, show=False),
        *bindings(meeting.SaveCoffee, meeting.DiscardCoffee),
    ]

    def __init__(self, parent_id: str) -> None:
        super().__init__()
        self._parent_id = parent_id
        self._is_kept = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue", id="give-and-take"):
            yield Static("How is it going?", classes="dialogue-title")
            for field in PULSE.fields:
                with Horizontal(classes="filter-row"):
                    yield Static(Content(field.label), classes="field-label")
                    yield Choices(_LEVELS, id=f"level-{field.name}")
            yield LineInput(placeholder=PULSE.prompt, id="more-of")
            yield Static(
                "Numbers answer and go on: 1 hardly, 5 very. Enter or Esc keeps it; only you can see this.",
                classes="about",
            )
        yield KeyLine()

    def on_mount(self) -> None:
        self.query(Choices).first().focus()

    def on_key(self, event: events.Key) -> None:
        """A number answers and goes on to the next sentence."""
        focused = self.focused
        if isinstance(focused, Choices) and event.character in {level.value for level in _LEVELS}:
            event.stop()
            event.prevent_default()
            focused.value = event.character or ""
            self.focus_next()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_choose()

    @work(group=FOLLOWED, exclusive=True)
    async def action_choose(self) -> None:
        answered = bool(self._answers())
        if not await self.before_lock():
            return
        if answered:
            self.app.tell("Kept, for your own eyes.", seconds=3)
        self.dismiss()

    def action_save_coffee(self) -> None:
        self.action_choose()

    def action_discard_coffee(self) -> None:
        self.dismiss()

    def _answers(self) -> dict[str, object]:
        levels = {field.name: self.query_one(f"#level-{field.name}", Choices).value for field in PULSE.fields}
        answers: dict[str, object] = {name: int(value) for name, value in levels.items() if value}
        words = self.query_one("#more-of", LineInput).value.strip()
        return answers | ({"text": words} if words else {})

    async def before_lock(self) -> bool:
        """Keep what is answered, once; whether that worked."""
        answers = self._answers()
        if not answers or self._is_kept:
            return True
        self._is_kept = True

        def keep(journal: Journal) -> bool:
            journal.entries.add(PULSE.name, {**answers, "parent": self._parent_id})
            return True

        self._is_kept = bool(await self.app.ask(keep))
        self.app.post_message(JournalChanged())
        return self._is_kept
