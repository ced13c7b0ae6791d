"""Letting a record out: its pages looked at, the names in it, a file, the clipboard, and that it was handed in."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual.command import CommandPalette
from textual.screen import Screen

from ...domain.problem import Problem
from ..commands import record_leaving
from ..journal_app import JournalApp
from ..keeping.undo import Undo
from ..messages import JournalChanged

if TYPE_CHECKING:
    from datetime import date

    from ...journal.cpd.record_leaving import Leaving, Names
    from ..screens.carrying import FieldOf

_OF_A_RECORD = frozenset(command.name() for command in record_leaving.ON_ITS_PAGE)


class RecordLeavingActions(JournalApp, inherit_bindings=False):
    """What was chosen lasts until the journal is locked: names by the record's id, and the field one stopped at."""

    @cached_property
    def _names(self) -> dict[str, Names]:
        return {}

    @cached_property
    def _stopped_at(self) -> dict[str, FieldOf]:
        return {}

    def forget_choices(self) -> None:
        super().forget_choices()
        self._names.clear()
        self._stopped_at.clear()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._record_here is not None if action in _OF_A_RECORD else super().check_action(action, parameters)

    @property
    def _record_here(self) -> str | None:
        """The id of the record that the screen is about, also beneath the palette."""
        screen = next((each for each in reversed(self.screen_stack) if not isinstance(each, CommandPalette)), None)
        return _record_of(screen) if screen else None

    def names_in(self, record_id: str) -> Names | None:
        """The names that were chosen for a record; None where nobody has yet."""
        return self._names.get(record_id)

    # Looking at it

    def action_preview_record(self) -> None:
        from ..screens.record_preview import RecordPreviewScreen

        if (record_id := self._record_here) and not isinstance(self.screen, RecordPreviewScreen):
            self.push_screen(RecordPreviewScreen(record_id))

    async def choose_names(self, record_id: str, then: Callable[[Leaving], None], *, always: bool = False) -> None:
        """Have the names in a record looked at, if it has any (or `always`), and go on `then`."""
        from ...journal.cpd.record_leaving import leaving
        from ..screens.names_leaving import NamesScreen

        found = await self.ask(lambda journal: leaving(journal, record_id, self.names_in(record_id)))
        if found is None:
            return
        if not found.findings and not always:
            then(found)
            return

        def chosen(names: Names | None) -> None:
            if names is not None:
                self._names[record_id] = names
                then(found.called(names))

        self.push_screen(NamesScreen(found), chosen)

    # Out of the journal

    def action_export_record(self) -> None:
        if record_id := self._record_here:
            self.follow(partial(self.choose_names, record_id, self._export))

    def _export(self, leaving: Leaving) -> None:
        from ..screens.export_record import CARRY, ExportRecordScreen

        def done(result: str | None) -> None:
            if result == CARRY:
                self._warn_and_carry(leaving)

        self.push_screen(ExportRecordScreen(leaving), done)

    def action_carry_across(self) -> None:
        if record_id := self._record_here:
            self.follow(partial(self.choose_names, record_id, self._warn_and_carry))

    def _warn_and_carry(self, leaving: Leaving) -> None:
        from ...journal.cpd.writing_record import fields_in_order
        from ..screens.carrying import CarryScreen, ClipboardWarning

        places = fields_in_order(leaving.record)
        if not places:
            self.tell("There is nothing to carry across yet: no field says anything.", seconds=6)
            return

        def stopped(at: FieldOf | None) -> None:
            if at is None:
                self._stopped_at.pop(leaving.entry.id, None)
            else:
                self._stopped_at[leaving.entry.id] = at

        def warned(sure: bool | None) -> None:
            if sure:
                self.push_screen(CarryScreen(leaving, places, self._stopped_at.get(leaving.entry.id)), stopped)

        self.push_screen(ClipboardWarning(leaving, len(places)), warned)

    # Handed in

    def action_hand_in(self) -> None:
        if record_id := self._record_here:
            self.follow(partial(self._ask_when_handed_in, record_id))

    async def _ask_when_handed_in(self, record_id: str) -> None:
        from ...domain.dates import written_out
        from ...journal.cpd.record_leaving import leaving
        from ...journal.cpd.record_look import is_handed_in
        from ..screens.one_line import OneLineScreen

        found = await self.ask(lambda journal: (leaving(journal, record_id), journal.time.today()))
        if found is None:
            return
        shown, today = found
        if is_handed_in(shown.entry):
            self.tell("This record was handed in; R reopens it.", seconds=6)
            return

        def understood(line: str) -> str:
            return written_out(_past_day(line, today))

        def answered(line: str | None) -> None:
            if line is not None:
                self.follow(partial(self._hand_in, record_id, _past_day(line, today)))

        number = len(shown.whole.unsettled)
        missing = f"{number} {'thing is' if number == 1 else 'things are'} still to see to. " if number else ""
        about = f"{missing}It is left as it is after that, until you reopen it. Nothing is sent to anybody."
        self.push_screen(
            OneLineScreen("On which day was it handed in?", understood, about=about, value="today", enter="note it"),
            answered,
        )

    async def _hand_in(self, record_id: str, day: date) -> None:
        from ...domain.dates import written_out
        from ...journal.cpd.writing_record import hand_in, reopen

        if await self.ask(lambda journal: hand_in(journal, journal.entries.get(record_id), day)) is None:
            return

        async def take_back() -> bool:
            return await self.ask(lambda journal: reopen(journal, journal.entries.get(record_id))) is not None

        self.last_done.remember(Undo(f"Handed in on {written_out(day)}.", "It is being written again.", take_back))
        self.post_message(JournalChanged())


_RECORD = "record"


def _record_of(screen: Screen[object]) -> str | None:
    entry = getattr(getattr(screen, "pane", None), "entry", None)
    if entry is not None:
        return str(entry.id) if entry.kind == _RECORD else None
    return getattr(screen, "record_id", None) or None


def _past_day(line: str, today: date) -> date:
    from ...domain.dates import parse_day

    day = parse_day(line, today)
    if day > today:
        raise Problem("That day has not come yet.", "Note it once it is handed in.")
    return day
