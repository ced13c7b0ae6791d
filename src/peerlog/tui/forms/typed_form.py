"""The form on the screen: what is typed in it, how it is understood, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widgets import Input

from ...domain.entry import Entry
from ...domain.field import Field, Shape
from ...domain.kinds import KINDS
from ...domain.kinds.kind import LINKS, TEXT
from ...domain.moment import Moment
from ...domain.problem import Problem
from ..widgets.field_row import FieldRow
from ..widgets.linked_entries import LinkedEntries
from ..widgets.meta_line import FIELDS, MetaLine
from ..widgets.text_editor import TextEditor
from .typed_field import read_typed, say_back
from .writing import KEPT_UNSEEN, Writing

if TYPE_CHECKING:
    from ..screens.editor import EditorScreen
    from .asides import Aside


class TypedForm:
    """Connects a `Writing` with the widgets of an editor screen."""

    def __init__(self, screen: EditorScreen, writing: Writing) -> None:
        self._screen = screen
        self.writing = writing
        self.vent = bool(writing.typed.get("vent"))
        self.saved: dict[str, object] = {}
        self._says_nothing: Mapping[str, str] = {}

    @property
    def _ahead(self) -> bool:
        kind = KINDS.get(self.writing.kind)
        return kind is not None and kind.planned

    @property
    def meta(self) -> MetaLine:
        return self._screen.query_one(MetaLine)

    @property
    def text(self) -> TextEditor:
        return self._screen.query_one("#editor-text", TextEditor)

    @property
    def rows(self) -> list[FieldRow]:
        return list(self._screen.query(FieldRow))

    @property
    def links(self) -> LinkedEntries:
        return self._screen.query_one(LinkedEntries)

    async def build(self) -> None:
        """Put the fields on the screen with what was typed before."""
        writing = self.writing
        self.meta.fill({about.name: writing.said(about.name) for about in FIELDS})
        rows = self._screen.query_one("#editor-rows", Vertical)
        await rows.mount_all(FieldRow(about, writing.said(about.name)) for about in writing.rows)
        rows.display = bool(writing.rows)
        self.links.show(writing.linked)
        self.text.load(writing.said(TEXT.name))
        self.text.prompt(writing.prompt)
        self.text.read_only = False
        self._screen.set_class(writing.kind == "page", "-page")
        self.saved = {} if writing.is_begun else self.typed()

    def focus_start(self) -> None:
        """Put the cursor where writing begins: into the text, on a new page into its first field."""
        first = None if self.writing.entry else self._first()
        if first is not None:
            self._focus(first)
        else:
            self.text.focus()

    def _first(self) -> Field | None:
        """The field that something new begins in: what is there to be changed, what its kind says, a page's first."""
        rows = [row.about for row in self.rows]
        if self.writing.kind == "page":
            return rows[0] if rows else None
        prefilled = next((row for row in rows if row.shape is Shape.PROSE and self.writing.said(row.name)), None)
        about = KINDS.get(self.writing.kind)
        begins_in = self.writing.form.get(about.begins_in) if about else None
        if prefilled or begins_in is None:
            return prefilled
        onwards = rows[rows.index(begins_in) :] if begins_in in rows else [begins_in, *rows]
        return next((each for each in onwards if not self.writing.said(each.name)), begins_in)

    def typed(self) -> dict[str, object]:
        """Everything as typed; what is empty is left out, but for choices, which may have been taken back."""
        typed: dict[str, object] = {**self.meta.typed, TEXT.name: self.text.text}
        typed |= {row.about.name: row.typed for row in self.rows}
        if self.links.ids:
            typed[LINKS.name] = self.links.ids
        if self.vent:
            typed["vent"] = True
        typed |= {name: value for name, value in self.writing.typed.items() if name in KEPT_UNSEEN and value}
        return typed

    @property
    def erase_on(self) -> date | None:
        """The day on which a note that lets off steam erases itself."""
        typed = self.writing.typed.get("erase_on")
        try:
            return date.fromisoformat(typed) if self.vent and isinstance(typed, str) else None
        except ValueError:
            return None

    def let_off_steam(self, *, vent: bool, erase_on: date | None) -> None:
        """Whether it lets off steam, and the day on which it erases itself."""
        self.vent = vent
        self.writing.typed["erase_on"] = erase_on.isoformat() if erase_on else ""

    def show_aside(self, aside: Aside) -> None:
        """Say beside the form what it is about, and what stands in the empty text."""
        self.text.prompt(aside.prompt)
        self._says_nothing = aside.says_nothing
        for row in self.rows:
            if row.about.name in aside.hides:
                row.display = False

    def has_changed(self) -> bool:
        """Whether something was typed since it was last saved."""
        return self.typed() != self.saved

    def note_saved(self, typed: dict[str, object]) -> None:
        self.saved = typed

    def link(self, other: Entry) -> None:
        self.writing.linked[other.id] = other
        linked = {id_: self.writing.linked[id_] for id_ in [*self.links.ids, other.id]}
        self.links.show(linked)

    # Reading what was typed

    def fields(self, now: Moment) -> dict[str, object] | None:
        """The fields to save; None when one cannot be understood, which is then said beside it."""
        values: dict[str, object] = dict(self.writing.unseen())
        wrong: Field | None = None
        for name, typed in self.typed().items():
            about = self.writing.form[name]
            if about.shape is Shape.MOMENT and self._is_as_it_was(name, typed):
                continue
            if name in self._says_nothing and str(typed).strip() == self._says_nothing[name].strip():
                continue
            try:
                value = read_typed(about, typed, now, ahead=self._ahead)
            except Problem as problem:
                self._say(about, f"{problem.message} {problem.hint}".strip(), wrong=True)
                wrong = wrong or about
                continue
            if value is not None or about.shape is Shape.CHOICE:
                values[name] = value
        if wrong is not None:
            self._focus(wrong)
            return None
        return values

    def _is_as_it_was(self, name: str, typed: object) -> bool:
        """A date left alone keeps its seconds and its zone, which the short form on the screen does not say."""
        return not typed or (self.writing.entry is not None and typed == self.writing.typed.get(name))

    def say_back(self, control: Input) -> None:
        """Show how a date or a length of time is understood as far as it is typed; not yet what is wrong with it."""
        about, now = self._field_of(control), self.writing.now
        if about is None or now is None:
            return
        try:
            value = read_typed(about, control.value, now, ahead=self._ahead)
        except Problem:
            value = None
        self._say(about, say_back(about, value, now.day))

    def complain(self, control: Input) -> None:
        """Say what is wrong with a field that has been left."""
        about, now = self._field_of(control), self.writing.now
        if about is None or now is None:
            return
        try:
            read_typed(about, control.value, now, ahead=self._ahead)
        except Problem as problem:
            self._say(about, f"{problem.message} {problem.hint}".strip(), wrong=True)

    def _field_of(self, control: Input) -> Field | None:
        row = next((each for each in control.ancestors if isinstance(each, FieldRow)), None)
        return row.about if row else self.meta.field_of(control)

    def _row_of(self, about: Field) -> FieldRow | None:
        return next((row for row in self.rows if row.about.name == about.name), None)

    def _say(self, about: Field, said: str, *, wrong: bool = False) -> None:
        row = self._row_of(about)
        if row is not None:
            row.say(said, wrong=wrong)
        elif about in FIELDS:
            self.meta.say(about.name, said, wrong=wrong)
        elif wrong:
            self._screen.app.tell_error(Problem(said))

    def _focus(self, about: Field) -> None:
        row = self._row_of(about)
        if row is not None:
            row.focus_control()
        elif about in FIELDS:
            self.meta.focus_field(about.name)
        else:
            self.text.focus()
