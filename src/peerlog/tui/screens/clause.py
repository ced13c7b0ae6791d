"""One clause of an agreement: what can be set in it, and its words, which follow until somebody changes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from ...domain.clause import Clause, Parameter
from ...domain.field import Value
from ...domain.problem import Problem
from ..commands import agreement, bindings
from ..widgets.choices import Choices
from ..widgets.field_row import FieldRow
from ..widgets.footer import KeyLine
from ..widgets.plain import plain, plain_line
from ..widgets.text_editor import TextEditor
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class ClauseScreen(Dialogue[str]):
    """The result is the clause as it reads then; an empty one is left out."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(agreement.KeepClause)

    def __init__(
        self,
        label: str,
        words: str,
        clause: Clause | None = None,
        values: Mapping[str, Value] | None = None,
        *,
        besides: str = "",
    ) -> None:
        """`clause` with its `values` is the one of the starting set, where there is one; `besides` is said under it."""
        super().__init__()
        self._label = label
        self._clause = clause
        self._words = words
        self._besides = besides
        given = dict(values or {})
        self._values = {each.field.name: given.get(each.field.name, each.default) for each in self._parameters}

    @property
    def _parameters(self) -> tuple[Parameter, ...]:
        return self._clause.parameters if self._clause else ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue", id="clause"):
            yield Static(plain_line(self._label), classes="dialogue-title")
            for parameter in self._parameters:
                yield FieldRow(parameter.field, str(self._values[parameter.field.name]))
            yield TextEditor(self._words, id="clause-words")
            hint = self._clause.hint if self._clause else ""
            said = f"You may {hint}." if hint.startswith("name ") else f"Remember: {hint}." if hint else ""
            about = "Your own words are welcome. Empty leaves the clause out."
            yield Static(Content("\n").join(Content(each) for each in (said, about) if each), classes="about")
            if self._besides:
                yield Static(plain(self._besides).stylize("$warning"), classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#clause-words", TextEditor).load(self._words)
        rows = self.query(FieldRow)
        if rows:
            rows.first().focus_control()
        else:
            self.query_one("#clause-words").focus()

    @on(Input.Changed)
    @on(Choices.Changed)
    def _reword(self) -> None:
        """Set what was typed; words of somebody's own stay as they are."""
        editor = self.query_one("#clause-words", TextEditor)
        if self._clause is None or editor.text.strip() != self._said(self._values):
            return
        values: dict[str, Value] = {}
        for row in self.query(FieldRow):
            try:
                value = row.about.clean(row.typed.strip())
            except Problem as problem:
                row.say(f"{problem.message} {problem.hint}".strip(), wrong=True)
                return
            row.say("")
            if value is not None:
                values[row.about.name] = value
        self._values = values
        editor.put(self._said(values))
        editor.move_cursor(editor.document.end)

    def _said(self, values: Mapping[str, Value]) -> str:
        return self._clause.worded(values) if self._clause else ""

    def action_keep_clause(self) -> None:
        self.dismiss(self.query_one("#clause-words", TextEditor).text.strip())
