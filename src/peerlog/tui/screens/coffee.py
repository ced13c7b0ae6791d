"""Writing down a coffee afterwards, or any other talk and any exchange of messages, in under a minute."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from ...domain.dates import parse_moment
from ...domain.entry import PRIVATE, Draft, Entry
from ...domain.field import Field, Shape
from ...domain.kinds import MEETING
from ...domain.moment import Moment
from ...journal.journal import Journal
from ...journal.meeting.contacts import log_contact
from ..commands import bindings, meeting
from ..forms.draft_keeper import DraftKeeper
from ..forms.form_rows import FormRows
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from ..widgets.choices import Choices
from ..widgets.footer import KeyLine
from ..widgets.space_words import say_space
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_FIELDS = (
    Field("people", "With", Shape.NAMES, hint="names, with commas"),
    Field("text", "About", Shape.LINE, hint="in a few words"),
    MEETING.all_fields["minutes"],
    MEETING.all_fields["channel"],
    Field("when", "When", Shape.LINE, hint="now"),
)
_START = {"channel": "coffee"}


class CoffeeScreen(Dialogue[None]):
    """Esc saves. What is typed is kept as a draft meanwhile, which the form for meetings goes on with."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(meeting.SaveCoffee, meeting.DiscardCoffee)

    def __init__(self, space: str = PRIVATE, with_whom: str = "") -> None:
        """`space` is where it is written, `with_whom` who else reads it there."""
        super().__init__()
        self._space, self._with_whom = space, with_whom
        self._form = FormRows(_FIELDS, _START, {"when": _read_when})
        self._draft = secrets.token_hex(16)
        self._keeper: DraftKeeper | None = None
        self._saving = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue", id="coffee"):
            yield Static(
                Content.assemble(("A coffee, a call, some messages", "bold"), "   ", say_space(self._with_whom)),
                classes="dialogue-title",
            )
            yield from self._form.rows
            yield Static("Enter goes on, Esc saves. All but one line can be left out.", classes="about")
        yield KeyLine()

    async def on_mount(self) -> None:
        self._form.rows[0].focus_control()
        self._keeper = DraftKeeper(self, self.app, self._as_draft)
        self._form.now = await self.app.ask(lambda journal: journal.time.moment())

    def _as_draft(self) -> Draft:
        return Draft(self._draft, MEETING.name, {**self._form.typed, "state": "held"}, "", space=self._space)

    @property
    def _is_empty(self) -> bool:
        return not {name for name in self._form.typed if name != "channel"}

    @on(Input.Changed)
    @on(Choices.Changed)
    def _note_change(self, event: Input.Changed | Choices.Changed) -> None:
        if self._keeper and not self._is_empty:
            self._keeper.note_change()
        if isinstance(event, Input.Changed) and event.input.has_focus:
            self._form.say_back(event.input)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()

    async def before_lock(self) -> bool:
        """Keep it as a draft; whether that worked."""
        if self._keeper is None:
            return True
        if not self._is_empty:
            self._keeper.note_change()
        return await self._keeper.keep()

    @work(group=FOLLOWED, exclusive=True)
    async def action_save_coffee(self) -> None:
        if self._is_empty or self._keeper is None:
            await self._drop()
        elif not self._saving:
            self._saving = True
            try:
                await self._save(self._keeper)
            finally:
                self._saving = False

    async def _save(self, keeper: DraftKeeper) -> None:
        now = await self.app.ask(lambda journal: journal.time.moment())
        values = self._form.values(now) if now else None
        if values is None:
            return
        async with keeper.held():
            saved = await self.app.ask(lambda journal: _log(journal, values, self._draft, self._space))
            if saved is None:
                return
            keeper.end()
        self.app.post_message(JournalChanged(written=saved.id))
        self.app.tell("Kept.", seconds=2)
        self.dismiss()

    @work(group=FOLLOWED, exclusive=True)
    async def action_discard_coffee(self) -> None:
        await self._drop()

    async def _drop(self) -> None:
        if self._keeper:
            self._keeper.end()
        await self.app.ask(lambda journal: journal.entries.drop_draft(self._draft))
        self.app.post_message(JournalChanged())
        self.dismiss()


def _read_when(about: Field, typed: str, now: Moment) -> object:
    return parse_moment(typed, now)


def _log(journal: Journal, values: dict[str, object], draft: str, space: str) -> Entry:
    people, minutes, when = values.get("people"), values.get("minutes"), values.get("when")
    return log_contact(
        journal,
        people if isinstance(people, tuple) else (),
        str(values.get("text") or ""),
        channel=str(values.get("channel") or ""),
        minutes=minutes if isinstance(minutes, int) else None,
        when=when if isinstance(when, Moment) else None,
        draft=draft,
        space=space,
    )
