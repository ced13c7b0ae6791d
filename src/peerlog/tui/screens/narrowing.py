"""From a wide theme to a goal: one question at a time, what is answered so far beside it."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from ...domain.entry import PRIVATE, Draft
from ...domain.narrowing import STEPS, check_answer, needs_words, suggested_title
from ...domain.problem import Problem
from ...journal.goal import goals
from ..commands import bindings, narrowing
from ..forms.draft_keeper import DraftKeeper
from ..messages import EntryOpened, JournalChanged
from ..style_sheets import STYLES
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from ..widgets.plain import plain, plain_line
from ..widgets.space_words import say_space
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from datetime import date

    from textual import getters

    from ..journal_app import JournalApp


class NarrowingScreen(Screen[None]):
    """Ends in a goal. Until then what is answered is kept as a draft."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        narrowing.NarrowNext, narrowing.NarrowBack, narrowing.MakeGoal, narrowing.LeaveQuestions
    )

    def __init__(self, space: str = PRIVATE, with_whom: str = "") -> None:
        """`space` is where the goal is written, `with_whom` who else reads it there."""
        super().__init__()
        self._space, self._with_whom = space, with_whom
        self._answers: dict[str, str] = {}
        self._at = 0
        self._today: date | None = None
        self._draft = secrets.token_hex(16)
        self._keeper: DraftKeeper | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static(id="narrowing-place", classes="page-kind")
            yield LockNotice()
            yield Static(say_space(self._with_whom), classes="page-space")
        with Container(id="narrowing"):
            with Vertical(id="narrowing-now"):
                yield Static(id="narrowing-question")
                yield Static(id="narrowing-help")
                yield LineInput(id="narrowing-answer")
                yield Static(classes="field-said")
            yield Static(id="narrowing-so-far")
        yield KeyLine()

    async def on_mount(self) -> None:
        self._keeper = DraftKeeper(self, self.app, self._collect)
        self._show()
        self.query_one(LineInput).focus()
        self._today = await self.app.ask(lambda journal: journal.time.today())

    def _collect(self) -> Draft:
        return replace(goals.unfinished(self._answers, self._draft, ""), space=self._space)

    def _show(self) -> None:
        step = STEPS[self._at]
        self.query_one("#narrowing-place", Static).update(Content(f"Goal, question {self._at + 1} of {len(STEPS)}"))
        self.query_one("#narrowing-question", Static).update(Content(step.question).stylize("bold"))
        self.query_one("#narrowing-help", Static).update(Content(step.help).stylize("$quiet"))
        field = self.query_one(LineInput)
        said = self._answers.get(step.name, "") or (suggested_title(self._answers) if step.name == "title" else "")
        field.value, field.placeholder = said, step.example
        field.cursor_position = len(said)
        self._say("")
        self._show_so_far()

    def _show_so_far(self) -> None:
        lines = [
            Content.assemble(
                ("▸ " if place == self._at else "  ", "$accent"),
                (step.label.ljust(18), "$quiet"),
                plain_line(self._answers.get(step.name, "")) or Content("·").stylize("$quiet"),
            )
            for place, step in enumerate(STEPS)
        ]
        self.query_one("#narrowing-so-far", Static).update(Content("\n").join(lines))

    def on_input_changed(self, event: Input.Changed) -> None:
        # What is not there any more was typed for the question before; that answer has been taken.
        if event.value == event.input.value:
            self._take(event.value)
        try:
            self._say(check_answer(STEPS[self._at], event.input.value, self._today) if self._today else "")
        except Problem:
            self._say("")

    def _take(self, answer: str) -> None:
        """Note the answer to this question; a title that is merely offered is none yet."""
        name, before = STEPS[self._at].name, self._answers.get(STEPS[self._at].name, "")
        is_offered = name == "title" and not before and answer == suggested_title(self._answers)
        if answer != before and not is_offered:
            self._answers[name] = answer
            if self._keeper:
                self._keeper.note_change()
            self._show_so_far()

    def _say(self, said: str, *, wrong: bool = False) -> None:
        place = self.query_one(".field-said", Static)
        place.update(plain(said if wrong or not said else f"→ {said}"))
        place.set_class(wrong, "wrong")
        place.display = bool(said)

    async def _is_understood(self) -> bool:
        """Take what is typed; whether it can be kept. What is wrong with it is said."""
        answer = await self.query_one(LineInput).typed_so_far()
        self._take(answer)
        try:
            if self._today:
                check_answer(STEPS[self._at], answer, self._today)
        except Problem as problem:
            self._say(f"{problem.message} {problem.hint}".strip(), wrong=True)
            return False
        return True

    async def before_lock(self) -> bool:
        """Keep what is answered as a draft; whether that worked."""
        return self._keeper is None or not any(self._answers.values()) or await self._keeper.keep()

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._at > 0 if action == "narrow_back" else True

    async def action_narrow_next(self) -> None:
        if not await self._is_understood():
            return
        if self._at + 1 == len(STEPS):
            await self.action_make_goal()
            return
        self._go(1)

    async def action_narrow_back(self) -> None:
        self._take(await self.query_one(LineInput).typed_so_far())
        self._go(-1)

    def _go(self, by: int) -> None:
        self._at += by
        self._show()
        self.refresh_bindings()

    async def action_make_goal(self) -> None:
        keeper = self._keeper
        if keeper is None or not await self._is_understood():
            return
        try:
            needs_words(self._answers)
        except Problem as problem:
            self._say(f"{problem.message} {problem.hint}", wrong=True)
            return
        answers = dict(self._answers)
        async with keeper.held():
            goal = await self.app.ask(
                lambda journal: goals.add_narrowed(journal, answers, draft=self._draft, space=self._space)
            )
        if goal is None:
            return
        keeper.end()
        self.dismiss()
        self.app.post_message(JournalChanged(written=goal.id))
        self.app.post_message(EntryOpened(goal.id))
        if goal.state == "proposed":
            self.app.tell("It is proposed. Once you have both said yes, s moves it on.", seconds=8)

    async def action_leave_questions(self) -> None:
        keeper, draft = self._keeper, self._draft
        self._take(await self.query_one(LineInput).typed_so_far())
        if keeper is not None and any(said.strip() for said in self._answers.values()):
            keeper.note_change()
            if not await keeper.keep():
                return
            self.app.tell("What you have answered waits on Today.")
        elif keeper is not None:
            await self.app.ask(lambda journal: journal.entries.drop_draft(draft))
        if keeper is not None:
            keeper.end()
        self.app.post_message(JournalChanged())
        self.dismiss()
