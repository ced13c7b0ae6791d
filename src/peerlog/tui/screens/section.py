"""Writing one section of a summary: the editor with nothing else in it, and with what was begun before beside it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widgets import Static

from ...domain.entry import Draft, Entry
from ...domain.field import Field, Shape
from ...domain.kinds.kind import TEXT, TITLE
from ...domain.summary import SECTIONS, Section
from ..commands import editor
from ..forms.writing import Writing
from ..widgets.field_row import FieldRow
from ..widgets.linked_entries import LinkedEntries
from ..widgets.meta_line import MetaLine
from ..widgets.plain import plain_line
from ..widgets.space_words import say_space
from ..widgets.text_editor import TextEditor
from .editor import EditorScreen

ABOUT = (TITLE.name, "since", "until")
"""What says which summary it is: its title, and the days that it is about."""


class SectionScreen(EditorScreen):
    """An editor for some fields of a summary: `names` and those in which something was typed and not saved."""

    def __init__(self, names: Iterable[str] = (), *, entry: Entry | None = None, draft: Draft | None = None) -> None:
        super().__init__("summary", entry=entry, draft=draft)
        self._names = frozenset(names)
        self._shown: frozenset[str] = frozenset()
        self.add_class("-section")

    async def begin(self, writing: Writing) -> None:
        await super().begin(writing)
        names = self._names | _begun(writing)
        self._show_only(names or {each.name for each in SECTIONS}, writing)

    def _show_only(self, names: Iterable[str], writing: Writing) -> None:
        self._shown = shown = frozenset(names)
        rows = list(self.query(FieldRow))
        for row in rows:
            row.display = row.about.name in shown
        visible = [row for row in rows if row.display]
        texts = [row for row in visible if row.about.shape is Shape.PROSE]
        self.query_one("#editor-rows").display = bool(visible)
        text, line = self.query_one("#editor-text", TextEditor), self.query_one(MetaLine)
        text.display, line.display = TEXT.name in shown, TITLE.name in shown
        self.query_one(LinkedEntries).display = False
        self.set_class(self._only is not None, "-one")
        self.set_class(not texts, "-lines")
        self.show_top()
        for area in (*(row.query_one(TextEditor) for row in texts), text):
            area.move_cursor(area.document.end)
            if self._only is not None:
                area.prompt(f"{self._only.about[:1].upper()}{self._only.about[1:]}.")
        if line.display and not shown & {each.name for each in SECTIONS}:
            line.focus_field(TITLE.name)
        else:
            (texts[0].focus_control if texts else text.focus)()
        self.refresh_bindings()

    @property
    def _only(self) -> Section | None:
        """The section that is written here alone; None where it is more than one, or what the summary is called."""
        return next((each for each in SECTIONS if self._shown == {each.name}), None)

    def show_top(self) -> None:
        super().show_top()
        if self.form is not None and self._only is not None:
            title = f"{self.form.writing.said(TITLE.name) or 'Summary'} · {self._only.label}"
            self.query_one("#editor-title", Static).update(plain_line(title).stylize("bold"))
            self.query_one("#editor-space", Static).update(say_space(self.form.writing.with_whom))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in (editor.EntryDetails.name(), editor.LinkEntry.name()):
            return action == editor.EntryDetails.name() and self.is_mounted and bool(self.query_one(MetaLine).display)
        return super().check_action(action, parameters)


def _begun(writing: Writing) -> set[str]:
    """The fields in which something stands that is not saved."""
    if not writing.is_begun or writing.entry is None:
        return set()
    return {
        name
        for name in (*ABOUT, *(each.name for each in SECTIONS))
        if _typed(writing, name) != writing.entry.line(name)
    }


def _typed(writing: Writing, name: str) -> str:
    about: Field = writing.form[name]
    said = writing.said(name)
    return said.rstrip() if about.shape is Shape.PROSE else said
