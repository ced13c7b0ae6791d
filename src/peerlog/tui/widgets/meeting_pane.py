"""The page of a meeting: before it, afterwards, and the way into it while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from ...domain.entry import Entry
from ...journal.actions import add_action
from ...journal.journal import Journal
from ...journal.meeting.agenda import add_item
from ..commands import agreement, bindings, meeting
from ..life.type_ahead import FOLLOWED
from ..meetings.meeting_page import meeting_page
from ..meetings.running_page import people_of, question_in, say_action_line, say_item_line
from ..messages import JournalChanged
from .ask_line import AskLine
from .list_pane import Contents
from .planned_pane import PlannedPane
from .rows import Rows

if TYPE_CHECKING:
    from ..actions.meetings import MeetingActions

_ACTION, _ITEM = "action", "item"


class MeetingPane(PlannedPane):
    """Everything about one meeting, with lines for an action and for the agenda."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        meeting.PrepareMeeting,
        meeting.RunMeeting,
        meeting.AddMeetingAction,
        meeting.AddItem,
        meeting.CloseMeeting,
        agreement.GiveAndTake,
    )
    heading: ClassVar[str] = "Meeting"

    def __init__(self, entry_id: str) -> None:
        super().__init__(entry_id)
        self._line = AskLine()
        self._people: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield self._line

    def page(self, journal: Journal, entry: Entry) -> Contents:
        self._people = people_of(journal, entry)
        return meeting_page(journal, entry)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "prepare_meeting":
            return not self._is_held
        if action == "run_meeting":
            return not self._is_held
        return super().check_action(action, parameters)

    @property
    def _is_held(self) -> bool:
        return self.entry is not None and self.entry.state == "held"

    def show(self, shown: Contents) -> None:
        """Another page than before leads once the meeting has been held: it is read from its beginning."""
        turns = shown.entry is not None and self.entry is not None and shown.entry.state != self.entry.state
        if turns:
            self.query_one(Rows).highlighted = None
        super().show(shown)
        if turns:
            self.call_after_refresh(self.query_one(Rows).scroll_home, animate=False)

    def action_prepare_meeting(self) -> None:
        cast("MeetingActions", self.app).prepare_meeting(self.entry_id)

    def action_run_meeting(self) -> None:
        from ..screens.running import RunningScreen

        self.app.push_screen(RunningScreen(self.entry_id))

    def action_close_meeting(self) -> None:
        from ..screens.closing import ClosingScreen

        self.app.push_screen(ClosingScreen(self.entry_id))

    def action_give_and_take(self) -> None:
        from ..screens.give_and_take import GiveAndTakeScreen

        self.app.push_screen(GiveAndTakeScreen(self.entry_id))

    def action_add_meeting_action(self) -> None:
        shown = self.shown
        if shown:
            self._line.ask(
                _ACTION, "Action", "sam reading list fri", lambda line: say_action_line(line, self._people, shown.day)
            )

    def action_add_item(self) -> None:
        self._line.ask(
            _ITEM,
            "To talk about",
            "? how do you open a set",
            lambda line: say_item_line(line, self._people),
            lambda line: question_in(line, self._people),
        )

    @work(group=FOLLOWED)
    async def on_ask_line_given(self, event: AskLine.Given) -> None:
        event.stop()
        about, people, line = self.entry, self._people, event.text
        if about is None:
            return

        def note(journal: Journal) -> Entry:
            if event.purpose == _ACTION:
                return add_action(journal, line, parent=about.id, people=people)
            return add_item(journal, about, line)

        if await self.app.ask(note):
            await self.load()  # what is typed next is about what then stands here
            self._line.done()
            self.app.post_message(JournalChanged())
