"""What can be begun before a meeting, from every screen."""

from __future__ import annotations

from textual import work

from ...domain.entry import Entry
from ...domain.kinds import MEETING
from ...domain.moment import Moment
from ...journal.journal import Journal
from ..journal_app import JournalApp
from ..messages import JournalChanged
from ..type_ahead import FOLLOWED


class MeetingActions(JournalApp, inherit_bindings=False):
    def action_prepare_next(self) -> None:
        """Prepare the meeting that is marked, or the next one."""
        marked = self._marked_meeting
        self.prepare_meeting(marked.id if marked else "")

    def prepare_meeting(self, meeting_id: str = "") -> None:
        """Show what helps before a meeting; before the next one if no id is given."""
        self._prepare(meeting_id)

    @work(group=FOLLOWED, exclusive=True)
    async def _prepare(self, meeting_id: str) -> None:
        from ...journal.meetings_with import next_meeting
        from ..screens.page import PageScreen
        from ..widgets.prepare_pane import PreparePane

        if not meeting_id:
            found = await self.ask(lambda journal: (next_meeting(journal),))
            if found is None:
                return
            (coming,) = found
            if coming is None:
                self.tell("No meeting lies ahead. “New meeting” in the palette plans one.")
                return
            meeting_id = coming.id
        if not (isinstance(self.screen, PageScreen) and isinstance(self.screen.pane, PreparePane)):
            self.push_screen(PageScreen(PreparePane(meeting_id)))

    def find_time(self, meeting: Entry) -> None:
        """Choose another time for a meeting."""
        from ..screens.times import TimesScreen

        def chosen(when: Moment | None) -> None:
            if when is not None:
                self._move(meeting.id, when)

        self.push_screen(
            TimesScreen(meeting.members("people"), meeting.minutes, leaving_out=meeting.id), callback=chosen
        )

    @work(group=FOLLOWED)
    async def _move(self, meeting_id: str, when: Moment) -> None:
        def move(journal: Journal) -> Entry:
            return journal.entries.change(meeting_id, {"when": when})

        if await self.ask(move):
            self.post_message(JournalChanged())

    def action_calendar_file(self) -> None:
        from ..screens.calendar_file import CalendarFileScreen

        marked = self._marked_meeting
        self.push_screen(CalendarFileScreen([marked.id] if marked else []))

    @property
    def _marked_meeting(self) -> Entry | None:
        entry = getattr(self.screen, "current_entry", None)
        if isinstance(entry, Entry) and entry.kind == MEETING.name:
            return entry
        about = getattr(getattr(self.screen, "pane", None), "entry", None)
        return about if isinstance(about, Entry) and about.kind == MEETING.name else None
