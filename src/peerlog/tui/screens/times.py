"""Choosing a time: the hours of the next two weeks on everybody's clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...domain.clock_change import place_of
from ...domain.meeting_name import meeting_name
from ...domain.meeting_time import USUAL_MINUTES
from ...domain.moment import Moment
from ...domain.some_names import some_names
from ...domain.waking_hours import SLEEPS, WAKES, DayOfHours, Hour
from ...journal.meeting.planning import Plan, plan
from ..commands import bindings, confirm, planning
from ..life.type_ahead import FOLLOWED
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.plain import plain_line
from ..widgets.rows import Rows, heading, row
from ..widgets.when import say_full_day
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_WIDEST, _ALL_COLUMNS = 20, 66
"""Cells for one clock, and for all of them together."""
_A_DAY = timedelta(days=1)


class TimesScreen(Dialogue[Moment]):
    """Rows of hours, those inside everybody's day at first; Enter takes the one that is marked."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, planning.OtherHours, confirm.CloseWindow)

    def __init__(
        self, people: Sequence[str], minutes: int | None = None, *, leaving_out: str = "", near: Moment | None = None
    ) -> None:
        """`leaving_out` is the id of the meeting that the time is for, `near` when it is so far."""
        super().__init__()
        self._people = tuple(people)
        self._minutes = minutes or USUAL_MINUTES
        self._leaving_out = leaving_out
        self._near = near
        self._plan: Plan | None = None
        self._hours: dict[str, Hour] = {}
        self._with_others = False
        # Held here, and not looked up, for work that ends while the screen goes away.
        self._names = Static(classes="times-names")
        self._rows = Rows()
        self._about = Static(classes="about")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue tall"):
            yield Static("When do you meet?", classes="dialogue-title")
            yield self._names
            yield self._rows
            yield self._about
        yield KeyLine()

    def on_mount(self) -> None:
        self._rows.focus()
        self._look()

    @work(exclusive=True, group=FOLLOWED)
    async def _look(self) -> None:
        people, minutes, own = self._people, self._minutes, self._leaving_out
        found = await self.app.ask(lambda journal: plan(journal, people, minutes=minutes, leaving_out=own))
        if found is None:
            self.dismiss(None)
        elif self.is_attached:
            self._plan = found
            # Where no hour suits everybody, the others are all there is.
            self._with_others = not any(day.suiting for day in found.days)
            self._show(found)
            self._go_near()

    def _go_near(self) -> None:
        """Mark the hour nearest to the time so far, where there is one on that day."""
        if self._near is None or not self._hours:
            return
        so_far = self._near.utc
        id_ = min(self._hours, key=lambda each: abs(self._hours[each].clocks[0].utc - so_far))
        if abs(self._hours[id_].clocks[0].utc - so_far) < _A_DAY:
            self._rows.highlighted = self._rows.get_option_index(id_)

    def _show(self, found: Plan) -> None:
        names = [f"{name or 'You'} · {place_of(zone)}" for name, zone in zip(found.names, found.zones, strict=True)]
        cells = self._cells(found)
        self._names.update(
            Content("  ").join([plain_line(name).truncate(cells, ellipsis=True, pad=True) for name in names])
        )
        self._hours = {}
        options: list[Option] = []
        for day in found.days:
            hours = day.hours if self._with_others else day.suiting
            if hours or day.skipped:
                options += [heading(Content())] if options else []
                options.append(heading(_day_words(day)))
            for hour in hours:
                id_ = str(hour.clocks[0].utc.timestamp())
                self._hours[id_] = hour
                options.append(row(_line(found, hour, cells), id_))
        self._rows.show(options)
        self._say()

    def _cells(self, found: Plan) -> int:
        return min(_WIDEST, _ALL_COLUMNS // len(found.zones) - 2)

    @property
    def _marked(self) -> Hour | None:
        option = self._rows.highlighted_option
        return self._hours.get(option.id or "") if option else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._say()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_choose()

    def _say(self) -> None:
        """What there is to know about the hour that is marked."""
        found, hour = self._plan, self._marked
        if found is None:
            return
        unknown = found.unknown
        said = [f"Where {some_names(unknown)} {'is' if len(unknown) == 1 else 'are'}, no card says."] if unknown else []
        if hour:
            names = [name or "you" for name, awake in zip(found.names, hour.awake, strict=True) if not awake]
            if names:
                said.insert(0, f"Outside {WAKES} to {SLEEPS} for {' and '.join(names)}.")
            taken = found.taken_by(hour.clocks[0])
            said += [f"Then there is: {meeting_name(taken)}."] if taken else []
            said += ["This hour comes twice that night; this is the second one."] if hour.again else []
        elif not self._hours:
            said.append("Nothing is left of these two weeks.")
        self._about.update(plain_line(" ".join(said)))
        self._about.set_class(bool(hour and not hour.suits_all), "warning")

    def action_other_hours(self) -> None:
        if self._plan:
            self._with_others = not self._with_others
            self._show(self._plan)

    def action_choose(self) -> None:
        if hour := self._marked:
            self.dismiss(hour.clocks[0])

    def action_close_window(self) -> None:
        self.dismiss(None)


def _day_words(day: DayOfHours) -> Content:
    said = say_full_day(day.day)
    if day.skipped:
        said += f" · no {', '.join(f'{each:%H:%M}' for each in day.skipped)}, clocks go forward"
    return Content(said).stylize("$quiet")


def _line(found: Plan, hour: Hour, cells: int) -> Line:
    shown = [_clock(hour, number).truncate(cells, pad=True) for number in range(len(hour.clocks))]
    taken = found.taken_by(hour.clocks[0])
    aside = plain_line(meeting_name(taken)) if taken else Content("again" if hour.again else "")
    return Line(Content(), Content("  ").join(shown), aside.stylize("$quiet"))


def _clock(hour: Hour, number: int) -> Content:
    clock = hour.clocks[number]
    away = (clock.day - hour.clocks[0].day).days
    other_day = f" {clock.local:%a}" if away else ""
    early = "" if hour.awake[number] else " · early" if clock.local.hour < WAKES else " · late"
    return Content.assemble(f"{clock.local:%H:%M}", (other_day, "$quiet"), (early, "$warning"))
