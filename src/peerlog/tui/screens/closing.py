"""Closing a meeting: one form, all of which can be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

from ...domain.closing import FIELDS, NEXT, PULSES, read_next
from ...domain.entry import Draft, Entry
from ...domain.field import Field
from ...domain.meeting_name import meeting_name
from ...domain.moment import Moment
from ...journal.meeting.closing import close_meeting, closing_draft
from ..commands import bindings, meeting
from ..forms.draft_keeper import DraftKeeper
from ..forms.form_rows import FormRows, say_moment
from ..life.type_ahead import FOLLOWED
from ..meetings.closing_form import ClosingBegun, begin_closing, closing_from
from ..messages import JournalChanged
from ..style_sheets import STYLES
from ..widgets.choices import Choices
from ..widgets.footer import KeyLine
from ..widgets.plain import plain_line
from ..widgets.space_words import say_space
from ..widgets.text_editor import TextEditor
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_HEADS = {
    NEXT.name: "When, and who",
    "thanks": "Thanks",
    PULSES[0].name: "Give and take, from 1 to 5: for your own eyes",
}
"""Headings, by the name of the field that they stand above."""


class ClosingScreen(Screen[bool]):
    """The form for one meeting; the result is whether it was closed. What is typed is kept as a draft meanwhile."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(meeting.SaveClosing, meeting.LeaveClosing)

    def __init__(self, meeting_id: str) -> None:
        super().__init__()
        self.meeting_id = meeting_id
        self._begun: ClosingBegun | None = None
        self._form: FormRows | None = None
        self._keeper: DraftKeeper | None = None
        self._saving = False

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static(id="closing-title", classes="page-kind")
            yield LockNotice()
            yield Static(id="closing-space", classes="page-space")
        yield Static(id="closing-about")
        yield VerticalScroll(Vertical(id="closing-rows"), id="closing-form", can_focus=False)
        yield KeyLine()

    async def on_mount(self) -> None:
        clock = self.app.countdown.meeting
        passed = clock.seconds if clock and clock.meeting_id == self.meeting_id else None
        begun = await self.app.ask(lambda journal: begin_closing(journal, self.meeting_id, passed))
        if begun is None:
            self.dismiss(False)
            return
        self._begun = begun
        self._form = form = FormRows(FIELDS, begun.typed, {NEXT.name: self._read_next})
        form.now = begun.now
        said = plain_line(f"Closing: {meeting_name(begun.meeting)}").stylize("bold $foreground")
        self.query_one("#closing-title", Static).update(said)
        with_whom = begun.meeting.with_whom
        self.query_one("#closing-space", Static).update(say_space(with_whom))
        alone = " How it was for you stays private." if with_whom else ""
        noted = f" Noted already: {begun.noted}." if begun.noted else ""
        self.query_one("#closing-about", Static).update(
            Content(f"Leave out whatever you like.{alone}{noted}").stylize("$quiet")
        )
        rows = self.query_one("#closing-rows", Vertical)
        for row in form.rows:
            if head := _HEADS.get(row.about.name):
                await rows.mount(Static(Content(head).stylize("$quiet"), classes="closing-head"))
            await rows.mount(row)
        self._keeper = DraftKeeper(self, self.app, self._draft)
        for text in self.query(TextEditor):
            text.move_cursor(text.document.end)
        form.rows[0].focus_control()

    def _draft(self) -> Draft:
        if self._begun is None or self._form is None:
            raise RuntimeError("nothing has begun yet")
        return closing_draft(self._begun.draft, self.meeting_id, self._form.typed)

    def _read_next(self, about: Field, typed: str, now: Moment) -> object:
        return read_next(typed, self._begun.when if self._begun else now, now)

    @property
    def current_entry(self) -> Entry | None:
        return self._begun.meeting if self._begun else None

    # Following what is typed

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choices.Changed)
    def _note_change(self, event: Input.Changed | TextArea.Changed | Choices.Changed) -> None:
        if self._form is None or self._keeper is None or self._begun is None:
            return
        if self._has_changed:
            self._keeper.note_change()
        if isinstance(event, Input.Changed) and event.input.has_focus:
            self._form.say_back(event.input)

    @property
    def _has_changed(self) -> bool:
        return self._form is not None and self._begun is not None and self._form.typed != dict(self._begun.typed)

    async def before_lock(self) -> bool:
        """Keep the form as a draft; whether that worked."""
        if self._keeper is None:
            return True
        if self._has_changed:
            self._keeper.note_change()
        return await self._keeper.keep()

    # What can be done

    @work(group=FOLLOWED, exclusive=True)
    async def action_save_closing(self) -> None:
        form, keeper, begun = self._form, self._keeper, self._begun
        if form is None or keeper is None or begun is None or self._saving:
            return
        now = await self.app.ask(lambda journal: journal.time.moment())
        values = form.values(now) if now else None
        if values is None:
            return
        closing = closing_from(values)
        self._saving = True
        try:
            async with keeper.held():
                closed = await self.app.ask(
                    lambda journal: close_meeting(journal, self.meeting_id, closing, draft=begun.draft)
                )
                if closed:
                    keeper.end()
        finally:
            self._saving = False
        if closed is None:
            return
        clock = self.app.countdown.meeting
        if clock and clock.meeting_id == self.meeting_id:
            self.app.countdown.meeting = None
        self.app.post_message(JournalChanged())
        again = say_moment(closed.next.when, begun.now) if closed.next else ""
        self.app.tell(f"Closed. Next time: {again}." if again else "Closed.", seconds=5)
        self.dismiss(True)

    async def action_leave_closing(self) -> None:
        if await self.before_lock():
            if self._keeper:
                self._keeper.end()
            self.app.post_message(JournalChanged())
            self.dismiss(False)
