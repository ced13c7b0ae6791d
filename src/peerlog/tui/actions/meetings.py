"""What can be begun before a meeting, from every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from ..journal_app import JournalApp
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged

if TYPE_CHECKING:
    from ...domain.entry import Entry
    from ...domain.moment import Moment
    from ...journal.journal import Journal


class MeetingActions(JournalApp, inherit_bindings=False):
    def action_prepare_meeting(self) -> None:
        """Prepare the meeting that is marked where it is still to come, else the next one."""
        marked = self._marked_meeting
        self.prepare_meeting(marked.id if marked else "")

    def prepare_meeting(self, meeting_id: str = "") -> None:
        """Show what helps before a meeting; before the next one where none is named, or that one is over."""
        self._prepare(meeting_id)

    @work(group=FOLLOWED, exclusive=True)
    async def _prepare(self, meeting_id: str) -> None:
        from ..screens.page import PageScreen
        from ..widgets.prepare_pane import PreparePane

        found = await self.ask(lambda journal: (_to_prepare(journal, meeting_id),))
        if found is None:
            return
        (coming,) = found
        here = self.screen.pane if isinstance(self.screen, PageScreen) else None
        if coming is None:
            self.tell("No meeting lies ahead. “New meeting” in the palette plans one.")
        elif not (isinstance(here, PreparePane) and here.entry_id == coming.id):
            self.push_screen(PageScreen(PreparePane(coming.id)))

    def find_time(self, meeting: Entry) -> None:
        """Choose another time for a meeting."""
        from ..screens.times import TimesScreen

        def chosen(when: Moment | None) -> None:
            if when is not None:
                self._move(meeting.id, when)

        people, length = meeting.members("people"), meeting.minutes
        self.push_screen(TimesScreen(people, length, leaving_out=meeting.id, near=meeting.when), callback=chosen)

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
        """The meeting that the page on the screen is about, else the one that is marked."""
        from ...domain.entry import Entry
        from ...domain.kinds import MEETING

        about = getattr(getattr(self.screen, "pane", None), "entry", None)
        marked = getattr(self.screen, "current_entry", None)
        return next((each for each in (about, marked) if isinstance(each, Entry) and each.kind == MEETING.name), None)


def _to_prepare(journal: Journal, meeting_id: str) -> Entry | None:
    from ...domain.meeting_time import is_over
    from ...journal.meeting.meetings_with import next_meeting

    named = journal.entries.find(meeting_id) if meeting_id else None
    if named is not None and not named.deleted and not is_over(named, journal.time.moment()):
        return named
    return next_meeting(journal)
