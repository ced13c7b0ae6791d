"""Questions worth asking, to choose one from, or to type one of your own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ...domain.kinds.meeting import PURPOSES
from ...domain.question import MOMENT_LABELS, MOMENTS, Question, fitting
from ...journal.questions import question_bank
from ..commands import bindings, confirm
from ..commands import question_bank as keys
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.line_input import LineInput
from ..widgets.plain import plain, plain_line
from ..widgets.question_hint import QuestionHint
from ..widgets.rows import Rows, heading, row
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_PURPOSES = ("", *(each.value for each in PURPOSES))
_MOMENTS = ("", *MOMENTS)


class QuestionsScreen(Dialogue[str]):
    """The questions for a purpose, in the order of a conversation; the result is the one that was taken or typed."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        confirm.Choose, confirm.CloseWindow, keys.OtherPurpose, keys.OtherMoment, keys.OwnQuestion
    )

    def __init__(self, purpose: str = "") -> None:
        super().__init__()
        self._purpose = purpose if purpose in _PURPOSES else ""
        self._moment = ""
        self._bank: tuple[Question, ...] = ()
        self._shown: list[Question] = []

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue tall"):
            yield Static(classes="dialogue-title", id="bank-title")
            yield LineInput(placeholder="a question of your own, or words to find one by", id="bank-own")
            yield QuestionHint("#bank-own")
            yield Rows()
            yield Static(id="bank-problems", classes="about")
        yield KeyLine()

    async def on_mount(self) -> None:
        self.query_one("#bank-own").display = False
        found = await self.app.ask(lambda journal: question_bank())
        if found is None or not self.is_attached:
            return
        self._bank, problems = found
        if not fitting(self._bank, self._purpose):
            self._purpose = ""
        said = self.query_one("#bank-problems", Static)
        said.update(plain("\n".join(f"Left out: {problem}" for problem in problems)))
        said.display = bool(problems)
        self._show()
        self.query_one(Rows).focus()

    def _show(self) -> None:
        purpose = next((f", to {each.label}" for each in PURPOSES if each.value == self._purpose), "")
        moment = f" · {MOMENT_LABELS[self._moment].lower()}" if self._moment else ""
        self.query_one("#bank-title", Static).update(plain_line(f"Questions worth asking{purpose}{moment}"))
        words = self.query_one("#bank-own", Input).value.casefold().split()
        found = fitting(self._bank, self._purpose, self._moment)
        self._shown = [each for each in found if all(word in each.text.casefold() for word in words)]
        self.query_one(Rows).show(self._options())

    def _options(self) -> list[Option]:
        options: list[Option] = []
        for moment in MOMENTS:
            group = [(place, each) for place, each in enumerate(self._shown) if each.moment == moment]
            if not group:
                continue
            if options:
                options.append(heading(Content()))
            options.append(heading(Content(MOMENT_LABELS[moment]).stylize("$quiet")))
            options += [row(Line(Content(), plain_line(each.text)), str(place)) for place, each in group]
        return options

    @on(Input.Changed)
    def _find(self) -> None:
        self._show()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._shown[int(event.option_id or 0)].text)

    async def action_choose(self) -> None:
        """Take what is typed where the cursor is in it, else what is marked."""
        own = self.query_one("#bank-own", LineInput)
        typed = (await own.typed_so_far()).strip() if own.has_focus else ""
        if typed:
            self.dismiss(typed)
        else:
            self.query_one(Rows).action_select()

    def action_other_purpose(self) -> None:
        self._purpose = _following(_PURPOSES, self._purpose)
        self._show()

    def action_other_moment(self) -> None:
        self._moment = _following(_MOMENTS, self._moment)
        self._show()

    def action_own_question(self) -> None:
        own = self.query_one("#bank-own", Input)
        own.display = True
        own.focus()

    def action_close_window(self) -> None:
        self.dismiss(None)


def _following(several: tuple[str, ...], one: str) -> str:
    return several[(several.index(one) + 1) % len(several)]
