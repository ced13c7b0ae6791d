"""A meeting that runs: its time, its agenda, notes, and one line for what is to be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static, TextArea

from ...domain.entry import Entry
from ...domain.kinds import MINUTE
from ...journal.actions import add_action
from ...journal.journal import Journal
from ...journal.meeting import agenda
from ...journal.meeting.running import Running, stop
from ..commands import bindings
from ..commands import running as keys
from ..life.type_ahead import FOLLOWED
from ..meetings.meeting_clock import MeetingClock
from ..meetings.running_page import RunningPage, begin_meeting, read_again
from ..meetings.running_texts import RunningTexts
from ..messages import JournalChanged
from ..style_sheets import STYLES
from ..widgets.agenda_steps import AgendaSteps
from ..widgets.ask_line import AskLine
from ..widgets.footer import KeyLine
from ..widgets.plain import plain_line
from ..widgets.running_top import RunningTop
from ..widgets.space_words import say_space
from ..widgets.text_editor import TextEditor

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_ACTION, _ITEM = "action", "item"


class RunningScreen(Screen[None]):
    """The meeting with an id. It is kept as it is typed, and goes on when one leaves this screen.

    While a meeting runs the journal does not lock by itself; what is on the screen is hidden instead (`countdown`).
    """

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        keys.PrivateSide,
        keys.NoteAction,
        keys.AskQuestion,
        keys.NextItem,
        keys.CloseTheMeeting,
        keys.ItemBefore,
        keys.NoteItem,
        keys.ShowHelpCards,
        keys.StopMeeting,
        keys.LeaveMeeting,
    )

    def __init__(self, meeting_id: str) -> None:
        super().__init__()
        self.meeting_id = meeting_id
        self._page: RunningPage | None = None
        self._texts: RunningTexts | None = None
        self._clock: MeetingClock | None = None
        self._has_ended = False
        # Held here, and not looked up, for work that ends while the screen goes away.
        self._top = RunningTop()
        self._count = Static(id="run-count")
        self._seen = Static()
        self._steps = AgendaSteps()
        self._notes = TextEditor(id="run-notes")
        self._private = TextEditor(id="run-private", placeholder="Only for you")
        self._question = Static(id="run-question")
        self._line = AskLine()

    def compose(self) -> ComposeResult:
        yield self._top
        yield self._steps
        with Horizontal(id="run-texts"):
            with Vertical(id="run-shared-side"):
                with Horizontal(classes="run-space"):
                    yield self._seen
                    yield self._count
                yield self._notes
            with Vertical(id="run-private-side"):
                yield Static(_seen_by("", "a note of your own, never part of the meeting"), classes="run-space")
                yield self._private
        yield self._question
        yield self._line
        yield KeyLine()

    # Beginning

    async def on_mount(self) -> None:
        self._notes.read_only = self._private.read_only = True
        self._show_private(shown=False)
        page = await self.app.ask(lambda journal: begin_meeting(journal, self.meeting_id))
        if page is None:
            self.dismiss()
            return
        self._page = page
        self._texts = RunningTexts(self, self.app, page.run, self._notes, self._private)
        self._notes.prompt(MINUTE.prompt)
        with_whom = page.run.meeting.with_whom
        leaves = "leaves at your next exchange" if with_whom else "only you see these notes; nothing leaves"
        self._seen.update(_seen_by(with_whom, leaves))
        clock = self.app.countdown.meeting
        if clock is None or clock.meeting_id != self.meeting_id:
            clock = MeetingClock(self.meeting_id, page.run.passed, self.app.idle.now)
        self._clock = self.app.countdown.meeting = clock
        self._say_question(page.worth_asking())
        self._show()
        self._notes.focus()

    @property
    def current_entry(self) -> Entry | None:
        """The meeting, for “Who can see this?”."""
        return self._page.run.meeting if self._page else None

    # Showing

    def _show(self) -> None:
        if self._page is None or self._clock is None:
            return
        self._steps.show(self._page.items)
        actions = self._page.actions
        self._count.update(f"{actions} {'action' if actions == 1 else 'actions'}" if actions else "")
        self._top.show(self._page.run.meeting, self._clock)
        self.refresh_bindings()

    def _show_private(self, *, shown: bool) -> None:
        self.set_class(shown, "-with-private")
        self._top.show_private(shown=shown)
        (self._private if shown else self._notes).focus()

    def _say_question(self, question: str) -> None:
        self._question.update(Content.assemble(("Ask: ", "$quiet"), plain_line(question)) if question else "")
        self._question.display = bool(question)

    async def on_journal_changed(self) -> None:
        """Read again what stands around the two texts, which stay as they are typed."""
        if self._texts is None:
            return
        page = await self.app.ask(lambda journal: read_again(journal, self.meeting_id))
        if self._has_ended or not self.is_attached:
            return
        if page == "":
            await self._end_elsewhere()
        elif isinstance(page, RunningPage):
            self._page = page
            self._show()

    # Keeping what is typed

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._texts:
            self._texts.note_change(event.text_area)

    async def before_lock(self) -> bool:
        """Keep both texts as drafts; whether that worked."""
        return self._texts is None or await self._texts.keep()

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "next_item":
            return self._page is not None and self._page.now is not None
        if action == "item_before":
            return self._page is not None and self._page.settled_last is not None
        return True

    def action_private_side(self) -> None:
        self._show_private(shown=not self.has_class("-with-private"))

    def action_note_action(self) -> None:
        if self._page:
            self._line.ask(_ACTION, "Action", "sam reading list fri", self._page.say_action)

    def action_note_item(self) -> None:
        if self._page:
            page = self._page
            self._line.ask(_ITEM, "To talk about", "? how do you open a set", page.say_item, page.question_in)

    @work(group=FOLLOWED)
    async def on_ask_line_given(self, event: AskLine.Given) -> None:
        event.stop()
        if self._page is None:
            return
        meeting, people, line = self._page.run.meeting, self._page.people, event.text

        def note(journal: Journal) -> Entry:
            if event.purpose == _ACTION:
                return add_action(journal, line, parent=meeting.id, people=people)
            return agenda.add_item(journal, meeting, line)

        if await self.app.ask(note):
            self._line.done()
            self.app.post_message(JournalChanged())

    def action_ask_question(self) -> None:
        from .questions import QuestionsScreen

        if self._page:
            self.app.push_screen(QuestionsScreen(self._page.run.meeting.line("purpose")), self._take_question)

    def _take_question(self, question: str | None) -> None:
        if question:
            self._say_question(question)

    async def action_next_item(self) -> None:
        if self._page and self._page.now:
            await self._turn(agenda.settle, self._page.now.id)

    async def action_item_before(self) -> None:
        if self._page and self._page.settled_last:
            await self._turn(agenda.reopen, self._page.settled_last.id)

    async def _turn(self, change: Callable[[Journal, str], Entry], item: str) -> None:
        """Change where the agenda is, and offer a question for there."""
        if await self.app.ask(lambda journal: change(journal, item)):
            await self.on_journal_changed()
            if self._page:
                self._say_question(self._page.worth_asking())

    def action_show_help_cards(self) -> None:
        from .help_card import HelpCardScreen

        self.app.push_screen(HelpCardScreen())

    # Leaving

    async def action_leave_meeting(self) -> None:
        if self._texts is None:
            self.dismiss()
        elif await self._texts.save():
            self.app.tell("The meeting goes on. Today and its page lead back to it.", seconds=5)
            self.app.post_message(JournalChanged())
            self.dismiss()

    async def action_close_the_meeting(self) -> None:
        from .closing import ClosingScreen

        if self._texts and await self._texts.save():
            self.app.push_screen(ClosingScreen(self.meeting_id), self._leave_when_closed)

    def _leave_when_closed(self, closed: bool | None) -> None:
        if closed:
            self._end()

    async def action_stop_meeting(self) -> None:
        if self._texts is None or not await self._texts.save():
            return
        run = self._texts.run
        self._has_ended = True
        if await self.app.ask(lambda journal: _stopped(journal, run)):
            self.app.tell("The meeting runs no longer. What you wrote is saved.", seconds=5)
            self._end()
        else:
            self._has_ended = False

    async def _end_elsewhere(self) -> None:
        """It was closed in another window or by a command: what is typed here since then is saved as well."""
        if self._texts and await self._texts.save():
            run = self._texts.run
            await self.app.ask(lambda journal: _stopped(journal, run))
            self.app.tell("This meeting was closed elsewhere. What you wrote is saved.", seconds=10)
            self._end()

    def _end(self) -> None:
        self._has_ended = True
        if self._texts:
            self._texts.end()
        if self.app.countdown.meeting is self._clock:
            self.app.countdown.meeting = None
        self.app.post_message(JournalChanged())
        self.dismiss()


def _stopped(journal: Journal, run: Running) -> bool:
    stop(journal, run)
    return True


def _seen_by(with_whom: str, said: str) -> Content:
    """Who sees it, and what that means."""
    return Content.assemble(say_space(with_whom), (f" · {said}", "$quiet"))
