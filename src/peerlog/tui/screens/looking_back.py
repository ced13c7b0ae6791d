"""A month or a year at a glance: what was written, whom one met, what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ...domain.looking_back_words import Section, sections
from ...domain.period import Period, month_of, year_of
from ...journal.journal import Journal
from ...journal.looking_back import looking_back
from ..commands import bindings, confirm
from ..commands import looking_back as commands
from ..life.type_ahead import FOLLOWED
from ..style_sheets import STYLES
from ..widgets.barred import barred, columned
from ..widgets.footer import KeyLine
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ...domain.looking_back import LookingBack
    from ..journal_app import JournalApp


class LookingBackScreen(Screen[None]):
    """Arrows and brackets go from period to period."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        commands.EarlierPeriod,
        commands.LaterPeriod,
        commands.MonthOrYear,
        confirm.CloseWindow,
        commands.ScrollDown,
        commands.ScrollUp,
    )

    def __init__(self) -> None:
        super().__init__()
        self._period: Period | None = None
        self._month: Period | None = None

    def compose(self) -> ComposeResult:
        yield LockNotice()
        with VerticalScroll(id="back", can_focus=False):
            yield Static(id="back-title")
            yield Static(id="back-chart")
            yield Vertical(id="back-sections")
        yield KeyLine()

    def on_mount(self) -> None:
        self._read(None)

    def on_journal_changed(self) -> None:
        self._read(self._period)

    @work(exclusive=True, group=FOLLOWED)
    async def _read(self, period: Period | None) -> None:
        def read(journal: Journal) -> LookingBack:
            return looking_back(journal, period or month_of(journal.time.today()))

        found = await self.app.ask(read)
        if found is not None and self.is_attached:
            self._period = found.period
            self._month = found.period if found.period.month else self._month
            await self._show(found)

    async def _show(self, found: LookingBack) -> None:
        self.query_one("#back-title", Static).update(Content(found.period.label).stylize("bold"))
        labels = [label for label, _, _ in found.period.parts()]
        self.query_one("#back-chart", Static).update(columned(found.written, labels))
        holder = self.query_one("#back-sections", Vertical)
        await holder.remove_children()
        await holder.mount_all(Static(_section(each), classes="back-section") for each in sections(found))
        self.query_one("#back", VerticalScroll).scroll_home(animate=False)

    def _go(self, by: int) -> None:
        if self._period is not None:
            self._read(self._period.step(by))

    def action_earlier_period(self) -> None:
        self._go(-1)

    def action_later_period(self) -> None:
        self._go(1)

    def action_month_or_year(self) -> None:
        if self._period is None:
            return
        if self._period.month:
            self._read(year_of(self._period.first))
        else:
            month = self._month
            same_year = month if month and month.year == self._period.year else None
            self._read(same_year or Period(self._period.year, 12))

    def action_scroll_down(self) -> None:
        self.query_one("#back", VerticalScroll).scroll_relative(y=3, animate=False)

    def action_scroll_up(self) -> None:
        self.query_one("#back", VerticalScroll).scroll_relative(y=-3, animate=False)

    def action_close_window(self) -> None:
        self.dismiss(None)


def _section(section: Section) -> Content:
    head = Content.assemble((section.title, "bold"), "  ", (section.said, "$quiet"))
    return Content("\n").join([head, *barred(section.rows)])
