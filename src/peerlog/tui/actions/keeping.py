"""Keeping things up to a day, from every screen, and what becomes of them then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..journal_app import JournalApp
from ..messages import EntryOpened, JournalChanged

if TYPE_CHECKING:
    from datetime import date

    from ...domain.entry import Entry
    from ...journal.cpd.own_days import Asked
    from ...journal.cpd.retention import Kept
    from ...journal.journal import Journal

_ABOUT = (
    "All its versions, its parts and its files go, and the backups are made anew without it. Nothing brings it back."
)
_FILE = "The backups are made anew without it. Nothing brings it back; the file that it was copied from is left alone."


class KeepingActions(JournalApp, inherit_bindings=False):
    def action_keep_until(self) -> None:
        entry: Entry | None = getattr(getattr(self.screen, "pane", None), "entry", None)
        entry = entry or getattr(self.screen, "current_entry", None)
        if entry is None:
            self.tell("Mark an entry first, or open one.", seconds=4)
        else:
            self.follow(partial(self._keep_until, entry.id))

    async def _keep_until(self, entry_id: str) -> None:
        """Ask up to which day an entry is to be kept."""
        from ...journal.cpd.own_days import asked_to_keep, own_day, require_own_day

        def about(journal: Journal) -> tuple[Entry, date | None, Asked | None, date]:
            entry = journal.entries.get(entry_id)
            require_own_day(entry)
            return entry, own_day(journal, entry), asked_to_keep(journal, entry), journal.time.today()

        found = await self.ask(about)
        if found is not None:
            from ..widgets.entry_line import name_of

            entry, day, asked, today = found
            self._ask_until(entry.id, name_of(entry), day, asked, today)

    def _ask_until(self, id_: str, name: str, day: date | None, asked: Asked | None, today: date) -> None:
        """Ask up to which day something is to be kept; what a body asks for stands there to begin with."""
        from ...domain.dates import written_out
        from ...domain.kept_until import EXAMPLE, parse_kept_until
        from ..screens.one_line import OneLineScreen

        def understood(line: str) -> str:
            until = parse_kept_until(line, today)
            short = asked is not None and until < asked.until
            return f"until {written_out(until)}{', which is shorter than is asked' if short else ''}"

        def answered(line: str | None) -> None:
            if line is not None:
                self.follow(partial(self._keep, id_, parse_kept_until(line, today) if line.strip() else None))

        said = f"{asked.label} asks to keep it until {written_out(asked.until)}. " if asked else ""
        begins = day or (asked.until if asked and asked.until >= today else None)
        self.push_screen(
            OneLineScreen(
                f"Keep it until when? {name}",
                understood,
                about=f"{said}Then you are asked whether to forget it. An empty line is for no such day.",
                example=EXAMPLE,
                value=begins.isoformat() if begins and begins >= today else "",
                may_be_empty=True,
            ),
            answered,
        )

    async def _keep(self, id_: str, until: date | None) -> None:
        from ...domain.dates import written_out
        from ...journal.cpd.retention import set_until

        if await self.ask(lambda journal: set_until(journal, id_, until)) is not None:
            said = f"Kept until {written_out(until)}; then you are asked." if until else "No day is set for it."
            self.tell(said, seconds=4)
            self.post_message(JournalChanged())

    def action_leave_with_everything(self) -> None:
        from ..keeping.taking_everything import ask_where

        ask_where(self)

    def action_show_kept_until(self) -> None:
        self.follow(self._show_kept_until)

    async def _show_kept_until(self) -> None:
        from ...journal.cpd.retention import kept
        from ..screens.kept_list import KeptListScreen

        found = await self.ask(lambda journal: ([each for each in kept(journal) if each.until], journal.time.today()))
        if found is None:
            return
        things, today = found
        if not things:
            self.tell("Nothing has a day up to which it is kept. “keep until a day” sets one for an entry.", seconds=6)
            return

        def chosen(id_: str | None) -> None:
            if each := next((each for each in things if each.id == id_), None):
                self._decide_about(each, today)

        self.push_screen(KeptListScreen(things, today), chosen)

    def _decide_about(self, each: Kept, today: date) -> None:
        from ..screens.kept_list import KeptChoiceScreen

        def chosen(what: str | None) -> None:
            if what == "read":
                self.follow(partial(self._read_kept, each))
            elif what == "longer":
                self.choose_day(each, today)
            elif what == "drop":
                self.follow(partial(self._keep, each.id, None))
            elif what == "forget":
                self.forget_after_asking(each)

        self.push_screen(KeptChoiceScreen(each, today), chosen)

    async def _read_kept(self, each: Kept) -> None:
        from ...journal import evidence
        from ...journal.cpd.retention import FILE_KEPT

        if each.sort == FILE_KEPT:
            entry_id = await self.ask(lambda journal: evidence.get(journal, each.id).entry)
        else:
            entry_id = each.id
        if entry_id:
            self.post_message(EntryOpened(entry_id))

    def choose_day(self, each: Kept, today: date) -> None:
        """Ask up to which day something is to be kept that may have one already."""
        self.follow(partial(self._keep_longer, each, today))

    async def _keep_longer(self, each: Kept, today: date) -> None:
        from ...journal.cpd.retention import asked_about

        found = await self.ask(lambda journal: (asked_about(journal, each),))
        if found is not None:
            self._ask_until(each.id, each.title, each.until, found[0], today)

    def forget_after_asking(self, each: Kept) -> None:
        """Ask, and erase something for good; what a body asks is said first."""
        self.follow(partial(self._ask_to_forget, each))

    async def _ask_to_forget(self, each: Kept) -> None:
        from ...domain.dates import written_out
        from ...journal.cpd.retention import FILE_KEPT, asked_about
        from ..screens.confirm import ConfirmScreen

        found = await self.ask(lambda journal: (asked_about(journal, each), journal.time.today()))
        if found is None:
            return
        asked, today = found
        about = _FILE if each.sort == FILE_KEPT else _ABOUT
        if asked and asked.until >= today:
            about = f"{asked.label} asks to keep it until {written_out(asked.until)}. {about}"

        def answered(yes: bool | None) -> None:
            if yes:
                self.follow(partial(self._forget, each))

        self.push_screen(
            ConfirmScreen(f"Forget “{each.title}” for good?", "forgets it", "keeps it", about=about), answered
        )

    async def _forget(self, each: Kept) -> None:
        from ...journal.cpd.forgetting import forget_kept

        places = await self.ask(lambda journal: forget_kept(journal, [each.id]))
        if places is not None:
            self.last_done.forget()
            copies = f" These copies may still hold it: {', '.join(places)}." if places else ""
            self.tell(f"Gone.{copies}", seconds=20 if places else 4)
        self.post_message(JournalChanged())
