"""Making an agreement in five steps, each of which has a usable beginning: with whom, what for, time, clauses, more."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import ContentSwitcher, Input, OptionList, Static, TextArea

from ...domain.agreement_course import Move
from ...domain.entry import PRIVATE, Draft
from ...domain.problem import Problem
from ...journal.agreements import move_agreement
from ...journal.journal import Journal
from ..commands import agreement, bindings
from ..forms.draft_keeper import DraftKeeper
from ..forms.typed_field import read_typed, say_back
from ..life.type_ahead import FOLLOWED
from ..messages import EntryOpened, JournalChanged
from ..signing.agreement_steps import (
    TERM_FIELDS,
    AgreementSteps,
    begin_steps,
    go_on_with_steps,
    keep_agreement,
    say_until,
)
from ..style_sheets import STYLES
from ..widgets.choices import Choices
from ..widgets.clause_list import ClauseList
from ..widgets.field_row import FieldRow
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from ..widgets.plain import plain_line
from ..widgets.space_words import say_space
from ..widgets.text_editor import TextEditor
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ...domain.field import Field
    from ...domain.moment import Moment
    from ..journal_app import JournalApp

_STEPS = (
    ("people", "With whom?", "One name, or several with commas. They need not know peerlog."),
    ("focus", "What for?", "One sentence, tightened together: from a theme to a question that you both have."),
    ("time", "How often, and until when?", "A rhythm that others have found good. Change what does not fit."),
    ("words", "What do you hold each other to?", "Each clause is an offer: keep it, reword it, leave it out."),
    ("more", "Anything else?", "In your own words. F5 begins with the agreement, Ctrl-S keeps it as a draft."),
)
_TIGHTEN = (
    "A theme:            chairing\n"
    "A shared question:  what makes a meeting worth coming to?\n"
    "To be seen by:      people come, and say so"
)


class AgreementGuideScreen(Screen[None]):
    """Enter or F5 goes on, F4 back. What was written is kept as a draft until the agreement is saved."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        agreement.GuideEnter,
        agreement.GuideOn,
        agreement.GuideBack,
        agreement.KeepAsDraft,
        agreement.LeaveGuide,
    )

    def __init__(
        self, people: str = "", *, draft: Draft | None = None, space: str = PRIVATE, with_whom: str = ""
    ) -> None:
        """`people` is whom it is with, where that is known already; a `draft` was begun here before.

        `space` is where it is kept, and `with_whom` who else reads it there.
        """
        super().__init__()
        self._people = people
        self._draft = draft
        self._space, self._with_whom = (draft.space, draft.with_whom) if draft else (space, with_whom)
        self._place = 0
        self._steps: AgreementSteps | None = None
        self._now: Moment | None = None
        self._form: dict[str, Field] = {}
        self._keeper: DraftKeeper | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static(classes="page-kind")
            yield LockNotice()
            yield Static(say_space(self._with_whom), classes="page-space")
        with Vertical(id="guide"):
            yield Static(id="guide-question")
            yield Static(id="guide-hint")
            with ContentSwitcher(initial="people", id="guide-steps"):
                with Vertical(id="people"):
                    yield LineInput(self._people, placeholder="Sam", id="guide-people")
                    yield Static(id="guide-known")
                with Vertical(id="focus"):
                    yield LineInput(
                        placeholder="How do we chair meetings that people like to come to?", id="guide-focus"
                    )
                    yield Static(Content(_TIGHTEN).stylize("$quiet"), id="guide-tighten")
                with VerticalScroll(id="time", can_focus=False):
                    yield Static(id="guide-until")
                yield ClauseList(id="words")
                with Vertical(id="more"):
                    yield TextEditor(id="guide-text")
        yield KeyLine()

    async def on_mount(self) -> None:
        def begin(journal: Journal) -> tuple[AgreementSteps | None, Moment, dict[str, Field]]:
            forms = {**journal.forms.fields_of("agreement", "group"), **journal.forms.fields_of("agreement", "pair")}
            if self._draft is None:
                return begin_steps(journal), journal.time.moment(), forms
            draft = journal.entries.take_over_draft(self._draft)
            return go_on_with_steps(journal, draft, forms), journal.time.moment(), forms

        found = await self.app.ask(begin)
        if found is None:
            self.dismiss()
            return
        steps, self._now, self._form = found
        if steps is None:
            self._go_on_in_the_form()
            return
        if self._draft is None:
            steps.people = self._people
            steps.space, steps.with_whom = self._space, self._with_whom
        else:
            self._fill(steps)
        self._steps = steps
        rows = [FieldRow(about, str(steps.terms.get(about.name, ""))) for about in TERM_FIELDS]
        await self.query_one("#time").mount_all(rows, before=0)
        self.query_one(ClauseList).begin(steps)
        known = ", ".join(steps.known[:8])
        self.query_one("#guide-known", Static).update(
            Content.assemble(("You know: ", "$quiet"), plain_line(known)) if known else Content()
        )
        self._keeper = DraftKeeper(self, self.app, self._as_draft)
        self._show(1 + bool(steps.focus) if steps.people else 0)

    def _fill(self, steps: AgreementSteps) -> None:
        """Show what was written before."""
        self.query_one("#guide-people", Input).value = steps.people
        self.query_one("#guide-focus", Input).value = steps.focus
        self.query_one("#guide-text", TextEditor).load(steps.text)

    def _go_on_in_the_form(self) -> None:
        """A draft that holds more than the steps ask for is gone on with where all its fields stand."""
        from .editor import EditorScreen

        draft = self._draft
        self.dismiss()
        if draft:
            self.app.push_screen(EditorScreen(draft=draft))

    def _as_draft(self) -> Draft:
        assert self._steps
        return self._steps.as_draft(self._form)

    # Showing a step

    def _show(self, place: int) -> None:
        self._place = place
        name, question, hint = _STEPS[place]
        self.query_one(".page-kind", Static).update(Content(f"New agreement · {place + 1} of {len(_STEPS)}"))
        self.query_one("#guide-question", Static).update(Content(question).stylize("bold"))
        self.query_one("#guide-hint", Static).update(Content(hint).stylize("$quiet"))
        self.query_one("#guide-steps", ContentSwitcher).current = name
        if name == "words":
            self.query_one(ClauseList).show_clauses()
        self._focus_step(name)
        self.refresh_bindings()

    def _focus_step(self, name: str) -> None:
        if name == "time":
            self.query(FieldRow).first().focus_control()
        elif name == "words":
            self.query_one(ClauseList).focus_list()
        else:
            self.query_one({"people": "#guide-people", "focus": "#guide-focus"}.get(name, "#guide-text")).focus()

    # Taking in what is typed

    @on(Input.Changed)
    @on(Choices.Changed)
    @on(TextArea.Changed)
    @on(ClauseList.Changed)
    def _take_in(self) -> None:
        steps = self._steps
        if steps is None or self._now is None:
            return
        steps.people = self.query_one("#guide-people", Input).value
        steps.focus = self.query_one("#guide-focus", Input).value
        steps.text = self.query_one("#guide-text", TextEditor).text
        self._read_terms(steps, self._now)
        if self._keeper and (steps.people.strip() or steps.focus.strip() or steps.text.strip()):
            self._keeper.note_change()

    def _read_terms(self, steps: AgreementSteps, now: Moment) -> bool:
        """Take in the step about time; whether all of it can be understood."""
        good = True
        for row in self.query(FieldRow):
            try:
                value = read_typed(row.about, row.typed, now)
            except Problem as problem:
                row.say(f"{problem.message} {problem.hint}".strip(), wrong=True)
                good = False
                continue
            row.say(say_back(row.about, value, now.day))
            if value is None:
                steps.terms.pop(row.about.name, None)
            else:
                steps.terms[row.about.name] = value
        self.query_one("#guide-until", Static).update(Content(say_until(steps) if good else "").stylize("$quiet"))
        return good

    # Going on and leaving

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "guide_enter":
            return not isinstance(self.focused, TextArea)
        return self._place > 0 if action == "guide_back" else True

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_guide_on()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_guide_on()

    def action_guide_enter(self) -> None:
        self.action_guide_on()

    def action_guide_on(self) -> None:
        if self._steps is None or not self._understood():
            return
        if self._place + 1 < len(_STEPS):
            self._show(self._place + 1)
        else:
            self._keep(begin=True)

    def _understood(self) -> bool:
        self._take_in()
        if self._steps and self._now and self._read_terms(self._steps, self._now):
            return True
        self._show(2)
        return False

    def action_guide_back(self) -> None:
        self._show(self._place - 1)

    def action_keep_as_draft(self) -> None:
        if self._steps and self._understood():
            self._keep(begin=False)

    @work(group=FOLLOWED, exclusive=True)
    async def _keep(self, *, begin: bool) -> None:
        steps, keeper = self._steps, self._keeper
        if steps is None or keeper is None:
            return

        def keep(journal: Journal) -> str:
            made = keep_agreement(journal, steps)
            if begin:
                move_agreement(journal, made.id, Move.START)
            return made.id

        async with keeper.held():
            made = await self.app.ask(keep)
            if made:
                keeper.end()
        if made:
            self.app.post_message(JournalChanged(made))
            self.dismiss()
            self.app.post_message(EntryOpened(made))

    async def before_lock(self) -> bool:
        """Keep what is unsaved as a draft; whether that worked."""
        return await self._keeper.keep() if self._keeper else True

    async def action_leave_guide(self) -> None:
        if await self.before_lock():
            if self._keeper:
                self._keeper.end()
            self.app.post_message(JournalChanged())
            self.dismiss()
