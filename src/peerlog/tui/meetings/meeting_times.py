"""A form that plans a meeting: everybody's time beside its date, and a window to find one in."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.screen import Screen
from textual.widgets import Input

from ...domain.clock_change import say_change_in
from ...domain.kinds import MEETING
from ...domain.kinds.kind import MINUTES, WHEN
from ...domain.meeting_time import USUAL_MINUTES
from ...domain.minutes import parse_minutes
from ...domain.moment import Moment
from ...domain.problem import Problem
from ...domain.waking_hours import SLEEPS, WAKES, is_awake
from ...journal.meeting.clocks import clocks_at, zones_of
from ..forms.typed_field import read_typed
from ..widgets.field_row import FieldRow
from ..widgets.meta_line import MetaLine

if TYPE_CHECKING:
    from textual import getters

    from ..forms.typed_form import TypedForm
    from ..journal_app import JournalApp

_PAUSE_SECONDS = 0.2
_CLOCKS = "clocks"
"""What is said of everybody's time stands under the line of title and date by this name."""


class MeetingTimes(Screen[None]):
    """What an editor screen does besides while it holds a meeting."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    form: TypedForm | None
    _zones: dict[str, str] | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._is_meeting if action == "find_time" else True

    @property
    def _is_meeting(self) -> bool:
        return self.form is not None and self.form.writing.kind == MEETING.name

    def on_input_changed(self, event: Input.Changed) -> None:
        if self._is_meeting:
            self._look_at_clocks(again=self._zones is None or event.input is self._people_input)

    @work(group="clocks", exclusive=True)
    async def _look_at_clocks(self, *, again: bool) -> None:
        """Read the zones of those who are named, after a short pause, and say what their clocks show."""
        if again:
            await asyncio.sleep(_PAUSE_SECONDS)
            people = self._people
            found = await self.app.ask(lambda journal: (zones_of(journal, people), journal.time.moment()))
            if found is None or not self.is_attached or self.form is None:
                return
            self._zones, self.form.writing.now = found
        if self.is_attached:
            self.query_one(MetaLine).say(_CLOCKS, self._said_clocks())

    def _said_clocks(self) -> str:
        when, now = self._when, self.form.writing.now if self.form else None
        if when is None or now is None:
            return ""
        clocks = clocks_at(self._zones or {}, when)
        said = [f"{clock.at.local:%a %H:%M} for {clock.name} in {clock.place}" for clock in clocks]
        early = [clock.name for clock in clocks if not is_awake(clock.at, self._minutes)]
        if early:
            said.append(f"outside {WAKES} to {SLEEPS} for {' and '.join(early)}")
        change = say_change_in(self._typed(WHEN.name), now, ahead=True)
        return " · ".join([*said, *([change] if change else [])])

    @property
    def _when(self) -> Moment | None:
        now, typed = self.form.writing.now if self.form else None, self._typed(WHEN.name)
        if now is None or not typed.strip():
            return None
        try:
            return Moment.parse(str(read_typed(WHEN, typed, now, ahead=True)))
        except Problem:
            return None  # not typed to its end yet; the form says so when it is left

    @property
    def _minutes(self) -> int:
        try:
            return parse_minutes(self._typed(MINUTES.name))
        except Problem:
            return USUAL_MINUTES

    @property
    def _people(self) -> tuple[str, ...]:
        field = self._people_input
        return tuple(name.strip() for name in field.value.split(",") if name.strip()) if field else ()

    @property
    def _people_input(self) -> Input | None:
        row = next((each for each in self.query(FieldRow) if each.about.name == "people"), None)
        return row.query_one(Input) if row and row.is_mounted else None

    def _typed(self, name: str) -> str:
        return self.query_one(MetaLine).typed[name]

    def action_find_time(self) -> None:
        from ..screens.times import TimesScreen

        entry = self.form.writing.entry if self.form else None
        own = entry.id if entry else ""
        asked = TimesScreen(self._people, self._minutes, leaving_out=own, near=self._when)
        self.app.push_screen(asked, callback=self._take)

    def _take(self, when: Moment | None) -> None:
        if when is None:
            return
        typed = f"{when.local:%Y-%m-%d %H:%M}"
        # Of an hour that comes twice the first is meant, unless it is written in full.
        is_first = Moment.at_local(when.local.replace(tzinfo=None), when.zone).utc == when.utc
        line = self.query_one(MetaLine)
        line.fill({WHEN.name: typed if is_first else str(when)})
        line.focus_field(WHEN.name)
