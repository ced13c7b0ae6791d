"""Writing: the text with the cursor in it, one optional line above, and the fields of the kind in rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static, TextArea

from ...domain.entry import Draft, Entry
from ...domain.field import Value
from ...domain.kinds.kind import LINKS, PARENT
from ...domain.moment import Moment
from ...journal.journal import Journal
from ..commands import bindings, editor, planning
from ..forms.addressed_form import AddressedForm
from ..forms.draft_keeper import DraftKeeper
from ..forms.saving import save
from ..forms.theirs import read_instead
from ..forms.typed_form import TypedForm
from ..forms.writing import Writing, begin_change, begin_draft, begin_new, begin_page, begin_somewhere, is_empty
from ..forms.writing_title import say_title
from ..keeping import steam
from ..messages import JournalChanged
from ..reading.shared_words import say_where
from ..widgets.choices import Choices
from ..widgets.field_row import FieldRows
from ..widgets.footer import KeyLine
from ..widgets.linked_entries import LinkedEntries
from ..widgets.meta_line import MetaLine
from ..widgets.text_editor import TextEditor
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class EditorScreen(AddressedForm):
    """Something new of a kind, an entry to change, or a draft to go on with.

    Leaving saves. Nothing that was typed is lost on the way: it is kept as a draft until it is in the journal, and
    what cannot be saved stays on the screen with the reason beside it.
    """

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        editor.SaveAndClose,
        editor.EntryDetails,
        editor.LetOffSteam,
        editor.LinkEntry,
        editor.Discard,
        planning.FindTime,
        editor.SaveAndStay,
        editor.OutsideEditor,
    )

    def __init__(
        self,
        kind: str = "note",
        *,
        start: Mapping[str, Value] | None = None,
        entry: Entry | None = None,
        draft: Draft | None = None,
        space: str | None = None,
    ) -> None:
        """`start` are fields that something new begins with, `space` is where it is written; see `WritingBegun`."""
        super().__init__()
        self._kind = kind
        self.start = start or {}
        self.entry = entry
        self.draft = draft
        self._space = space
        self.keeper: DraftKeeper | None = None
        self.form: TypedForm | None = None
        self._saving = False

    def compose(self) -> ComposeResult:
        with Horizontal(id="editor-top"):
            yield Static(id="editor-title")
            yield LockNotice()
            yield Static(id="editor-space")
        yield MetaLine()
        yield Static(id="editor-aside")
        with VerticalScroll(id="editor-form", can_focus=False):
            yield FieldRows(id="editor-rows")
            yield LinkedEntries()
            yield TextEditor(id="editor-text")
        yield KeyLine()

    async def on_mount(self) -> None:
        anew = self.entry is None and self.draft is None and self._space is None and self._kind != "page"
        if anew and not {LINKS.name, PARENT.name} & self.start.keys():
            await self.begin(begin_new(self._kind, self.start))
            self._fetch_the_time()
        else:
            self.query_one("#editor-text", TextEditor).read_only = True
            await self._fetch()

    async def _fetch(self) -> None:
        """Fetch what is to be changed, gone on with or linked to; a new page asks for its template first."""
        entry, draft = self.entry, self.draft
        if draft is not None:
            await self._open(lambda journal: begin_draft(journal, draft))
        elif entry is not None:
            if not await read_instead(self.app, self, entry):
                await self._open(lambda journal: begin_change(journal, entry.id))
        elif self._kind != "page":
            await self._open(lambda journal: begin_somewhere(journal, self._kind, self.start, self._space))
        else:
            from .new_page import TemplateScreen

            self.app.push_screen(TemplateScreen(), self._open_page)

    async def _open_page(self, template: str | None) -> None:
        if template:
            await self._open(lambda journal: begin_page(journal, template, self._space))
        else:
            self.dismiss()

    async def _open(self, begin: Callable[[Journal], Writing]) -> None:
        writing = await self.app.ask(begin)
        if writing is not None:
            await self.begin(writing)
        elif self.is_attached:
            self.dismiss()

    async def begin(self, writing: Writing) -> None:
        """Put on the screen what is to be written."""
        self.form = form = TypedForm(self, writing)
        await form.build()
        self.keeper = DraftKeeper(self, self.app, lambda: writing.as_draft(form.typed()))
        self.show_top()
        if writing.is_begun and self.draft is None:
            self.app.tell("You had begun to change this before: here is where you left it.")
        self._look_aside()
        form.focus_start()
        self.refresh_bindings()

    @work
    async def _fetch_the_time(self) -> None:
        await self._tell_the_time()

    async def _tell_the_time(self) -> Moment | None:
        now = await self.app.ask(lambda journal: journal.time.moment())
        if self.form and now:
            self.form.writing.now = now
        return now

    @work
    async def _look_aside(self) -> None:
        """Say beside the form what the entry that it belongs to asks for, and a word about a question in its title."""
        from ..forms.asides import look_aside

        if self.form:
            await look_aside(self.app, self.form, self.query_one("#editor-aside", Static))

    def show_top(self) -> None:
        if self.form is None:
            return
        writing = self.form.writing
        self.query_one("#editor-title", Static).update(say_title(self.form))
        self.query_one("#editor-space", Static).update(say_where(writing, vent=self.form.vent))

    # Following what is typed

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choices.Changed)
    @on(LinkedEntries.Changed)
    def _note_change(self, event: Input.Changed | TextArea.Changed | Choices.Changed | LinkedEntries.Changed) -> None:
        if self.form is None or self.keeper is None:
            return
        if self.form.has_changed():
            self.keeper.note_change()
        if isinstance(event, Input.Changed) and event.input.has_focus:
            self.form.say_back(event.input)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        if self.form and isinstance(event.widget, Input):
            self.form.complain(event.widget)

    async def before_lock(self) -> bool:
        """Keep what is unsaved as a draft; whether that worked."""
        if self.keeper is None or self.form is None:
            return True
        if self.form.has_changed():
            self.keeper.note_change()
        return await self.keeper.keep()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "let_off_steam":
            return self.form is not None and self.form.writing.kind == "note" and not self.form.writing.with_whom
        return super().check_action(action, parameters)

    async def action_save_and_close(self) -> None:
        form = self.form
        if form is None:
            self.dismiss()
            return
        if not form.writing.entry and is_empty(form.typed(), form.writing.kind):
            await self.end_without_saving()
        elif not form.has_changed() or await self._save():
            steam.say_what_becomes_of_it(self.app, form)
            await self.leave()

    async def action_save_and_stay(self) -> None:
        if self.form and await self._save():
            self.app.tell("Saved.", seconds=2)
            self.show_top()

    async def _save(self) -> bool:
        """Whether everything is in the journal now."""
        form, keeper = self.form, self.keeper
        if form is None or keeper is None or self._saving:
            return False
        now = await self._tell_the_time()
        fields = form.fields(now) if now else None
        if fields is None:
            return False
        self._saving = True
        try:
            async with keeper.held():
                saved = await save(self.app, form, fields)
                if saved and not form.has_changed():
                    keeper.note_saved()
        finally:
            self._saving = False
        return saved

    async def leave(self) -> None:
        """Close; everything is in the journal."""
        if self.keeper:
            self.keeper.end()
        self.dismiss()

    async def end_without_saving(self) -> None:
        """Close, and leave no draft behind."""
        if self.keeper:
            self.keeper.end()
        if self.form:
            draft = self.form.writing.draft
            await self.app.ask(lambda journal: journal.entries.drop_draft(draft))
            self.app.post_message(JournalChanged())
        self.dismiss()

    async def action_discard(self) -> None:
        from ..forms.discarding import ask_to_discard

        form = self.form
        if form is None or not (form.has_changed() or form.writing.is_begun):
            await self.end_without_saving()
        else:
            ask_to_discard(self.app, form, self.end_without_saving)

    def action_entry_details(self) -> None:
        line = self.query_one(MetaLine)
        if line.has_focus_within:
            self.query_one("#editor-text").focus()
        else:
            line.focus_first()

    async def action_let_off_steam(self) -> None:
        form = self.form
        now = form.writing.now or await self._tell_the_time() if form else None
        if form and now and self.keeper:
            steam.choose_next(form, now.day)
            self.keeper.note_change()
            self.show_top()

    def action_link_entry(self) -> None:
        from .links import LinkScreen

        if self.form:
            writing = self.form.writing
            hidden = {*writing.linked, *([writing.entry.id] if writing.entry else [])}
            self.app.push_screen(LinkScreen(hidden, within=writing.link_within), self._link)

    def _link(self, other: Entry | None) -> None:
        if other and self.form and self.keeper:
            self.form.link(other)
            self.keeper.note_change()

    async def action_outside_editor(self) -> None:
        from ..forms.external_editor import write_outside

        text = self.focused if isinstance(self.focused, TextEditor) else self.query_one("#editor-text", TextEditor)
        await self.before_lock()
        await write_outside(self.app, text)
