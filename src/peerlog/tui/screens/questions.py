"""Questions worth asking, to choose one from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...domain.kinds.meeting import PURPOSES
from ...domain.question import MOMENTS, Question, fitting
from ...journal.questions import questions_for
from ..commands import bindings, confirm
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.plain import plain_line
from ..widgets.rows import Rows, heading, row
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_SAID = {
    "opening": "To begin with",
    "deepening": "To go further",
    "shifting": "To look from elsewhere",
    "closing": "To end with",
}


class QuestionsScreen(Dialogue[str]):
    """The questions for a purpose, in the order of a conversation; the result is the one that was taken."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def __init__(self, purpose: str = "") -> None:
        super().__init__()
        self._purpose = purpose
        self._questions: list[Question] = []

    def compose(self) -> ComposeResult:
        purpose = next((each.label for each in PURPOSES if each.value == self._purpose), "")
        title = f"Questions worth asking, to {purpose}" if purpose else "Questions worth asking"
        with Vertical(classes="dialogue tall"):
            yield Static(plain_line(title), classes="dialogue-title")
            yield Rows()
        yield KeyLine()

    async def on_mount(self) -> None:
        found = await self.app.ask(lambda journal: questions_for(self._purpose))
        if found is None or not self.is_attached:
            return
        rows = self.query_one(Rows)
        rows.show(self._options(found))
        rows.focus()

    def _options(self, found: tuple[Question, ...]) -> list[Option]:
        options: list[Option] = []
        for moment in MOMENTS:
            group = fitting(found, moment=moment)
            if not group:
                continue
            if options:
                options.append(heading(Content()))
            options.append(heading(Content(_SAID[moment]).stylize("$quiet")))
            for question in group:
                options.append(row(Line(Content(), plain_line(question.text)), str(len(self._questions))))
                self._questions.append(question)
        return options

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._questions[int(event.option_id or 0)].text)

    def action_choose(self) -> None:
        self.query_one(Rows).action_select()

    def action_close_window(self) -> None:
        self.dismiss(None)
