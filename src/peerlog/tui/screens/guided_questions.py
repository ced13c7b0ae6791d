"""Guided writing: one question at a time, what is written so far beneath it, going back, and finishing later."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static, TextArea

from ...domain.closing_review import GuidedQuestion
from ...domain.entry import Draft
from ...domain.text import first_line, shorten
from ...journal.journal import Journal
from ..commands import agreement, bindings
from ..forms.draft_keeper import DraftKeeper
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from ..style_sheets import STYLES
from ..widgets.footer import KeyLine
from ..widgets.plain import plain_line
from ..widgets.space_words import private_words
from ..widgets.text_editor import TextEditor
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

Answers = Mapping[str, str]


class GuidedQuestionsScreen(Screen[None]):
    """Asks `questions`; `finish` keeps the answers in the journal's thread, `then` goes on when that has worked.

    `as_draft` gives what is kept while writing, so that leaving loses nothing.
    """

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(agreement.GuideOn, agreement.GuideBack, agreement.LeaveGuide)

    def __init__(
        self,
        heading: str,
        about: str,
        questions: Sequence[GuidedQuestion],
        *,
        as_draft: Callable[[Answers], Draft],
        finish: Callable[[Journal, Answers], bool],
        then: Callable[[], None],
        start: Answers | None = None,
    ) -> None:
        super().__init__()
        self._heading = heading
        self._about = about
        self._questions = tuple(questions)
        self._as_draft = as_draft
        self._finish = finish
        self._then = then
        self._answers = dict(start or {})
        self._place = 0
        self._keeper: DraftKeeper | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static(classes="page-kind")
            yield LockNotice()
            yield Static(private_words(vent=False), classes="page-space")
        with Vertical(id="guide"):
            yield Static(Content(self._about).stylize("$quiet"), id="guide-about")
            yield Static(id="guide-question")
            yield Static(id="guide-hint")
            yield TextEditor(id="guide-answer")
            yield Static(id="guide-so-far")
        yield KeyLine()

    def on_mount(self) -> None:
        self._keeper = DraftKeeper(self, self.app, lambda: self._as_draft(self._written()))
        self._show()

    def _written(self) -> dict[str, str]:
        name = self._questions[self._place].name
        return {**self._answers, name: self.query_one("#guide-answer", TextEditor).text}

    def _show(self) -> None:
        asked = self._questions[self._place]
        steps = f"{self._heading} · {self._place + 1} of {len(self._questions)}"
        self.query_one(".page-kind", Static).update(Content(steps))
        self.query_one("#guide-question", Static).update(plain_line(asked.question).stylize("bold"))
        hint = self.query_one("#guide-hint", Static)
        hint.update(plain_line(asked.hint).stylize("$quiet"))
        hint.display = bool(asked.hint)
        editor = self.query_one("#guide-answer", TextEditor)
        editor.load(self._answers.get(asked.name, ""))
        editor.focus()
        self.query_one("#guide-so-far", Static).update(Content("\n").join(self._so_far()))
        self.refresh_bindings()

    def _so_far(self) -> list[Content]:
        return [
            Content.assemble((f"{each.label}  ", "$quiet"), plain_line(shorten(first_line(said), 90)))
            for place, each in enumerate(self._questions)
            if place != self._place and (said := self._answers.get(each.name, "").strip())
        ]

    @on(TextArea.Changed)
    def _note_change(self) -> None:
        if self._keeper and any(words.strip() for words in self._written().values()):
            self._keeper.note_change()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._place > 0 if action == "guide_back" else True

    async def before_lock(self) -> bool:
        """Keep what is unsaved as a draft; whether that worked."""
        return await self._keeper.keep() if self._keeper else True

    def action_guide_back(self) -> None:
        self._answers = self._written()
        self._place -= 1
        self._show()

    def action_guide_on(self) -> None:
        self._answers = self._written()
        if self._place + 1 < len(self._questions):
            self._place += 1
            self._show()
        else:
            self._end()

    @work(group=FOLLOWED, exclusive=True)
    async def _end(self) -> None:
        answers, keeper = dict(self._answers), self._keeper
        if keeper is None:
            return
        draft = self._as_draft(answers).id

        def keep(journal: Journal) -> bool:
            finished = self._finish(journal, answers)
            journal.entries.drop_draft(draft)
            return finished

        async with keeper.held():
            kept = await self.app.ask(keep)
            if kept:
                keeper.end()
        if kept:
            self.app.post_message(JournalChanged())
            self.dismiss()
            self._then()

    async def action_leave_guide(self) -> None:
        if await self.before_lock():
            if self._keeper:
                self._keeper.end()
            self.app.post_message(JournalChanged())
            self.dismiss()
