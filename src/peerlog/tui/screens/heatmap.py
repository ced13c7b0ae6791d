"""A year of writing at a glance; Enter shows a day of it in the journal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ...domain.dates import say_day
from ...journal.journal import Journal
from ..commands import bindings, confirm, journal
from ..reading.year_grid import MARKS, summary
from ..widgets.footer import KeyLine
from ..widgets.heatmap import Heatmap
from ..widgets.topline import LockNotice
from ..widgets.when import say_full_day

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class HeatmapScreen(Screen[date]):
    """The arrows go as the weeks and days are drawn, brackets from year to year; the result is the day to show."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        journal.ShowDay,
        journal.EarlierYear,
        journal.LaterYear,
        confirm.CloseWindow,
        journal.NextDay,
        journal.PreviousDay,
        journal.NextWeek,
        journal.PreviousWeek,
    )

    def __init__(self) -> None:
        super().__init__()
        self._marked: date | None = None
        self._today: date | None = None
        self._days: dict[date, int] = {}
        self._year: int | None = None

    def compose(self) -> ComposeResult:
        yield LockNotice()
        with Vertical(id="year"):
            yield Static(id="year-summary")
            yield Heatmap()
            yield Static(id="year-scale")
            yield Static(id="year-day")
        yield KeyLine()

    async def on_mount(self) -> None:
        await self._go(None)

    def on_resize(self) -> None:
        self._show()

    def on_journal_changed(self) -> None:
        self._year = None
        self._read_again()

    @work(exclusive=True)
    async def _read_again(self) -> None:
        await self._go(self._marked)

    async def _go(self, day: date | None) -> None:
        """Mark a day, None for today; read its year when it is another one."""

        def read(journal: Journal) -> tuple[date, date, dict[date, int]]:
            today = journal.time.today()
            year = (day or today).year
            return day or today, today, journal.entries.days(date(year, 1, 1), date(year, 12, 31))

        if day is None or day.year != self._year:
            found = await self.app.ask(read)
            if found is None or not self.is_attached:
                return
            self._marked, self._today, self._days = found
            self._year = self._marked.year
        else:
            self._marked = day
        self._show()

    def _show(self) -> None:
        if self._marked is None or self._today is None:
            return
        self.query_one(Heatmap).show(self._days, self._marked, sunday_first=self.app.settings.week_starts_on_sunday)
        self.query_one("#year-summary", Static).update(Content(summary(self._days, self._marked.year)).stylize("bold"))
        scale = Content.assemble(("nothing ", "$quiet"), (" ".join(MARKS), "$accent"), (" the fullest day", "$quiet"))
        self.query_one("#year-scale", Static).update(scale)
        count = self._days.get(self._marked, 0)
        said = "nothing written" if not count else "1 entry" if count == 1 else f"{count} entries"
        self.query_one("#year-day", Static).update(
            Content.assemble((say_day(self._marked, self._today), "bold"), f"  {said}")
        )

    async def _move(self, days: int) -> None:
        if self._marked is not None:
            try:
                await self._go(self._marked + timedelta(days=days))
            except OverflowError:
                return

    async def _change_year(self, step: int) -> None:
        if self._marked is None or not 1 < self._marked.year + step < 9999:
            return
        try:
            day = self._marked.replace(year=self._marked.year + step)
        except ValueError:  # 29 February
            day = self._marked.replace(year=self._marked.year + step, day=28)
        await self._go(day)

    async def action_earlier_year(self) -> None:
        await self._change_year(-1)

    async def action_later_year(self) -> None:
        await self._change_year(1)

    async def action_next_day(self) -> None:
        await self._move(1)

    async def action_previous_day(self) -> None:
        await self._move(-1)

    async def action_next_week(self) -> None:
        await self._move(7)

    async def action_previous_week(self) -> None:
        await self._move(-7)

    async def on_heatmap_day_clicked(self, event: Heatmap.DayClicked) -> None:
        if event.day == self._marked:
            self.action_show_day()
        else:
            await self._go(event.day)

    def action_show_day(self) -> None:
        if self._marked in self._days:
            self.dismiss(self._marked)
        elif self._marked is not None:
            self.app.tell(f"Nothing was written on {say_full_day(self._marked)} {self._marked.year}.")

    def action_close_window(self) -> None:
        self.dismiss(None)
