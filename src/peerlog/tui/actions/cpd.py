"""Counting as CPD, from every screen, and going through what could count."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ...domain.minutes import say_minutes
from ..journal_app import JournalApp
from ..keeping.undo import Undo
from ..messages import EntryOpened, JournalChanged

if TYPE_CHECKING:
    from datetime import date

    from ...domain.entry import Entry
    from ...journal.cpd.counting import Counting
    from ...journal.journal import Journal
    from ..screens.counting import Counted


class CpdActions(JournalApp, inherit_bindings=False):
    def action_count_as_cpd(self) -> None:
        entry = self._what_counts_here
        if hasattr(self.screen, "before_lock"):
            self.tell("Save this first; then it can count.", seconds=4)
        elif entry is None:
            self.tell("Mark an entry first, or open one.", seconds=4)
        else:
            self.follow(partial(self.count_as_cpd, entry.id))

    @property
    def _what_counts_here(self) -> Entry | None:
        """What is marked or read; on a page the page's own entry, where only a part of it is marked."""
        marked: Entry | None = getattr(self.screen, "current_entry", None)
        whole: Entry | None = getattr(getattr(self.screen, "pane", None), "entry", None)
        return whole if marked and whole and marked.parent == whole.id else marked

    async def count_as_cpd(self, entry_id: str, *, offers_page: bool = True) -> None:
        """Ask how long an entry took, and let it count; or change what an activity counts as."""
        from ...journal.cpd.counting import begin_counting
        from ..screens.counting import CountingScreen

        counting = await self.ask(lambda journal: begin_counting(journal, entry_id))
        if counting is not None:
            self.push_screen(
                CountingScreen(counting, offers_page=offers_page), partial(self._counting_answered, counting)
            )

    def _counting_answered(self, counting: Counting, said: Counted | None) -> None:
        if said is not None:
            self.follow(partial(self._take_counting, counting, said))

    async def _take_counting(self, counting: Counting, said: Counted) -> None:
        from ...journal.cpd.activities import count_not
        from ...journal.cpd.counting import let_it_count, said_before
        from ...journal.cpd.disclosure import first_counted

        what, minutes, facet, first_day = said
        entry = counting.entry
        if entry is None:
            return

        def do(journal: Journal) -> tuple[Entry, tuple[Entry | None, bool], list[str]]:
            before = said_before(journal, entry)
            if what == "not":
                return count_not(journal, entry.id), before, []
            done = let_it_count(journal, counting, minutes, facet, first_day)
            return done, before, first_counted(journal, done)

        found = await self.ask(do)
        if found is None:
            return
        activity, before, reminders = found
        told = "That does not count." if what == "not" else f"Counts: {say_minutes(minutes)}."
        self._remember_counting(counting, told, before)
        for each in reminders:
            self.tell(each, seconds=20, besides=True)
        self.post_message(JournalChanged())
        if what == "page":
            self.post_message(EntryOpened(activity.id))

    def _remember_counting(self, counting: Counting, told: str, before: tuple[Entry | None, bool]) -> None:
        from ...journal.cpd.counting import put_back, put_first_day_back

        entry = counting.entry
        if entry is None:
            return

        async def take_back() -> bool:
            def back(journal: Journal) -> bool:
                put_back(journal, entry.id, before[0], looked_at=before[1])
                put_first_day_back(journal, counting)
                return True

            return bool(await self.ask(back))

        self.last_done.remember(Undo(told, "It is as it was before.", take_back))

    async def add_activity(self) -> None:
        """Ask for something that counts and stands nowhere else, and write it down."""
        from ...journal.cpd.changing import add_activity
        from ...journal.cpd.counting import blank_counting
        from ..screens.adding_activity import AddingActivityScreen

        found = await self.ask(lambda journal: (blank_counting(journal), journal.time.moment()))
        if found is None:
            return
        screen = AddingActivityScreen(*found)

        async def add(minutes: int, facet: dict[str, object], first: date | None) -> None:
            words, moment = screen.words, screen.moment
            added = await self.ask(
                lambda journal: add_activity(journal, words, minutes, facet, when=moment, first_day=first)
            )
            if added is not None:
                self.tell(f"Counts: {say_minutes(minutes)}.", seconds=4)
                self.post_message(JournalChanged(added.id))

        def said(counted: Counted | None) -> None:
            if counted:
                self.follow(partial(add, *counted[1:]))

        self.push_screen(screen, said)

    def action_keep_to_body(self) -> None:
        from ..cpd.keeping_to import choose_body

        choose_body(self)

    def action_sweep_what_counts(self) -> None:
        from ..screens.sweep import SweepScreen

        if not isinstance(self.screen, SweepScreen):
            self.push_screen(SweepScreen())
