"""The clauses of an agreement that is being made: one row each, kept or left out, the marked one in full below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...domain.text import first_line
from ..commands import agreement, bindings, today
from .line import Line
from .plain import plain, plain_line
from .rows import Rows, row

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp
    from ..signing.agreement_steps import AgreementSteps

_LABEL = 26


class _ClauseRows(Rows):
    """Enter goes on to the next step."""

    BINDINGS: ClassVar[list[BindingType]] = [replace(today.OpenRow.binding(), description="go on")]


class ClauseList(Vertical):
    """Space leaves a clause out or takes it in, e rewords it. Posts `Changed` after either."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(agreement.LeaveOutClause, agreement.RewordClause)

    class Changed(Message):
        """A clause reads otherwise, or is left out or taken in."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._steps: AgreementSteps | None = None

    def compose(self) -> ComposeResult:
        yield _ClauseRows()
        yield Static(classes="clause-words")

    def begin(self, steps: AgreementSteps) -> None:
        self._steps = steps

    def focus_list(self) -> None:
        self.query_one(Rows).focus()

    def show_clauses(self) -> None:
        """Show the clauses as they are now."""
        if self._steps:
            self.query_one(Rows).show([_row(self._steps, name, words) for name, words in self._steps.clauses.items()])
            self._show_words()

    @property
    def _marked(self) -> str:
        option = self.query_one(Rows).highlighted_option
        return (option.id if option else "") or ""

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show_words()

    def _show_words(self) -> None:
        steps, name = self._steps, self._marked
        if steps and name in steps.clauses:
            words = steps.clauses[name]
            hint = steps.clause(name).hint
            said = plain(words) if words else Content("Left out. Space takes it in.").stylize("$quiet")
            more = Content.assemble("\n", plain_line(hint)).stylize("$quiet") if hint else Content()
            self.query_one(".clause-words", Static).update(Content.assemble(said, more))

    def action_leave_out_clause(self) -> None:
        steps, name = self._steps, self._marked
        if steps and name:
            steps.reword(name, "" if steps.clauses[name] else steps.clause(name).worded(steps.set_in(name)))
            self._changed()

    def action_reword_clause(self) -> None:
        from ..screens.clause import ClauseScreen

        steps, name = self._steps, self._marked
        if not (steps and name):
            return
        clause = steps.clause(name)
        words = steps.clauses[name] or clause.worded(steps.set_in(name))

        def reword(said: str | None) -> None:
            if said is not None:
                steps.reword(name, said)
                self._changed()

        self.app.push_screen(ClauseScreen(clause.label, words, clause, steps.set_in(name)), reword)

    def _changed(self) -> None:
        self.show_clauses()
        self.post_message(self.Changed())


def _row(steps: AgreementSteps, name: str, words: str) -> Option:
    mark = "✓ " if words else "  "
    label = Content.assemble(mark, plain_line(steps.clause(name).label))
    about = plain_line(first_line(words)) if words else Content("left out").stylize("$quiet")
    return row(Line(label, about.stylize("$quiet"), label_width=_LABEL), name)
