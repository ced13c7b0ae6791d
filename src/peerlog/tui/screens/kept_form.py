"""A short form in a window that loses nothing: what cannot be taken stays, and what is left is kept as a note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from ...domain.field import Field
from ...journal.journal import Journal
from ...journal.kept_forms import KeptForm as Kept
from ..commands import bindings, sharing
from ..forms.form_rows import FormRows
from ..life.type_ahead import FOLLOWED
from ..widgets.footer import KeyLine
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

Result = TypeVar("Result")


class KeptForm(Dialogue[Result]):
    """The result is what came of it; None when it was left."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(sharing.GoOnHere, sharing.LeaveForm),
        Binding("enter", "app.focus_next", show=False),
    ]

    heading: ClassVar[str]
    foot: ClassVar[str]

    def __init__(self, fields: Sequence[Field], start: Mapping[str, object], kept: Kept | None = None) -> None:
        """`kept` is what was typed here when it was left or locked, which goes before what the form starts with."""
        super().__init__()
        self._kept = kept
        self.form = FormRows(fields, {**start, **(kept.typed if kept else {})})
        self._start = self._form_typed_at_start(start)
        self._busy = False

    @staticmethod
    def _form_typed_at_start(start: Mapping[str, object]) -> dict[str, str]:
        return {name: str(value) for name, value in start.items() if value}

    def say_first(self) -> Iterator[Content]:
        """The paragraphs above the form."""
        raise NotImplementedError

    def make(self, journal: Journal, said: Mapping[str, object]) -> Result:
        """What comes of it; in the journal's thread. Raises what is wrong with it."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue", id="sharing-form"):
            yield Static(self.heading, classes="dialogue-title")
            with VerticalScroll(can_focus=False):
                for paragraph in self.say_first():
                    yield Static(paragraph, classes="sharing-first")
                yield from self.form.rows
                yield Static(self.foot, classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        empty = next((row for row in self.form.rows if not row.typed.strip()), self.form.rows[0])
        empty.focus_control()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on, in the last field to the end."""
        event.stop()
        if event.input in self.form.rows[-1].query(Input):
            self.action_go_on_here()
        else:
            self.focus_next()

    @work(group=FOLLOWED, exclusive=True)
    async def action_go_on_here(self) -> None:
        if self._busy:
            return
        now = await self.app.ask(lambda journal: journal.time.moment())
        said = self.form.values(now) if now else None
        if said is None:
            return
        self._busy = True
        try:
            made = await self.app.ask(lambda journal: self._make(journal, said))
        finally:
            self._busy = False
        if made is not None and self.is_attached:
            self.dismiss(made)

    def _make(self, journal: Journal, said: Mapping[str, object]) -> Result:
        made = self.make(journal, said)
        self._drop_kept(journal)
        return made

    def _drop_kept(self, journal: Journal) -> None:
        if self._kept:
            journal.entries.drop_draft(self._kept.draft)

    async def before_lock(self) -> bool:
        """Keep what is typed as an unfinished note; whether that worked."""
        typed = {name: str(value) for name, value in self.form.typed.items()}
        if typed == self._start:
            return True
        labels = {row.about.name: row.about.label for row in self.form.rows}

        def keep(journal: Journal) -> bool:
            from ...journal.kept_forms import keep_form

            keep_form(journal, self.heading, {labels[name]: value for name, value in typed.items()})
            self._drop_kept(journal)
            return True

        return bool(await self.app.ask(keep))

    @work(group=FOLLOWED, exclusive=True)
    async def action_leave_form(self) -> None:
        typed = {name: str(value) for name, value in self.form.typed.items()}
        if await self.before_lock():
            if typed != self._start:
                self.app.tell("What you typed waits on Today, as an unfinished note.")
            self.dismiss(None)
