"""The open journal: tabs at the top, what the tab holds, the keys that matter at the bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import ContentSwitcher

from ...domain.entry import Entry
from ...domain.selection import Selection
from ..commands import bindings, everywhere
from ..style_sheets import STYLES
from ..widgets.footer import KeyLine
from ..widgets.offer import Offer
from ..widgets.topline import TABS, Tabs, TopLine

if TYPE_CHECKING:
    from textual import getters

    from ...journal.journal import Journal
    from ..journal_app import JournalApp
    from ..widgets.journal_pane import JournalPane


class MainScreen(Screen[None]):
    """The tabs. A pane is made when its tab is first opened."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        everywhere.Search,
        everywhere.ShowToday,
        everywhere.ShowJournal,
        everywhere.ShowGoals,
        everywhere.ShowTogether,
        everywhere.ShowCpd,
    )

    def __init__(self, tab: str = "today", *, offer_draft: bool = False) -> None:
        """`offer_draft` says what was begun last, for somebody who was writing when the journal was locked."""
        super().__init__()
        self._tab = tab
        self._came_from = ""
        self._ways_back: Sequence[Callable[[], Screen[None]]] = ()
        self._offer_draft = offer_draft

    def compose(self) -> ComposeResult:
        yield TopLine()
        yield ContentSwitcher(id="panes")
        yield Offer()
        yield KeyLine()

    async def on_mount(self) -> None:
        await self.show_tab(self._tab)
        if self._offer_draft:
            self.query_one(Offer).look()
        self._name_tabs()
        self.app.say_key_complaints()

    @property
    def pane(self) -> Widget | None:
        """The pane of the tab that is open."""
        return self.query_one(ContentSwitcher).visible_content

    @property
    def current_entry(self) -> Entry | None:
        """The entry that is shown or marked."""
        return getattr(self.pane, "current_entry", None)

    @property
    def space_here(self) -> str | None:
        """Where what is begun on this tab is written; None for the private journal."""
        return getattr(self.pane, "space_here", None)

    async def show_tab(self, tab: str) -> None:
        """Open a tab and put the focus into it."""
        panes = self.query_one(ContentSwitcher)
        if not panes.query_children(f"#{tab}"):
            await panes.add_content(_PANES[tab](tab), id=tab)
        panes.current = tab
        self._tab = self.app.tab = tab
        self.query_one(Tabs).current = tab
        self._came_from, self._ways_back = "", ()
        pane = self.pane
        if pane is not None:
            cast("Any", pane).focus_list()
        self.refresh_bindings()

    async def open_entry(self, entry_id: str, ways_back: Sequence[Callable[[], Screen[None]]] = ()) -> None:
        """Show an entry in the journal; Back returns to the tab, and to the pages over it, that it was opened from."""
        before = self._tab
        await self.show_tab("journal")
        self._came_from, self._ways_back = before if before != "journal" else "", ways_back
        await cast("JournalPane", self.pane).open_entry(entry_id, visit=bool(self._came_from or ways_back))

    async def on_journal_pane_visit_ended(self) -> None:
        ways_back = self._ways_back
        if self._came_from:
            await self.show_tab(self._came_from)
        self._ways_back = ()
        for make in ways_back:
            self.app.push_screen(make())

    async def action_show_tab(self, tab: str) -> None:
        if tab in TABS:
            await self.show_tab(tab)

    async def action_show_today(self) -> None:
        await self.show_tab("today")

    async def action_show_journal(self) -> None:
        await self.show_tab("journal")

    async def action_show_goals(self) -> None:
        await self.show_tab("goals")

    async def action_show_together(self) -> None:
        await self.show_tab("together")

    async def action_show_cpd(self) -> None:
        await self.show_tab("cpd")

    async def action_search(self) -> None:
        await self.show_tab("journal")
        cast("JournalPane", self.pane).focus_search()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        self._offer_kit()

    def on_journal_changed(self) -> None:
        self._offer_kit()
        self._name_tabs()

    @work(group="partner", exclusive=True)
    async def _name_tabs(self) -> None:
        """Call the fourth tab by the partner, where there is one, and show the fifth once something counts."""
        from ...journal.circle.partner_name import partner_name
        from ...journal.cpd.quiet_marks import has_begun

        found = await self.app.ask(lambda journal: (partner_name(journal), has_begun(journal)))
        if found is not None:
            # There are no tabs where the screen is going away while the answer comes.
            for tabs in self.query(Tabs):
                tabs.partner, tabs.has_cpd = found

    def _offer_kit(self) -> None:
        if self.app.kit_due and self.is_current:
            self._make_kit_when_wanted()

    @work(group="kit", exclusive=True)
    async def _make_kit_when_wanted(self) -> None:
        from .recovery_kit import RecoveryKitScreen

        wanted = await self.app.ask(_wants_kit)
        if wanted and self.app.kit_due and self.is_current:
            self.app.kit_due = False
            self.app.push_screen(RecoveryKitScreen(first=True))


def _wants_kit(journal: Journal) -> bool:
    """Whether there is an entry, not merely a draft, and no kit."""
    return journal.wants_recovery_kit and bool(journal.entries.page(Selection(), limit=1).entries)


def _today(id: str) -> Widget:
    from ..widgets.today_pane import TodayPane

    return TodayPane(id=id)


def _journal(id: str) -> Widget:
    from ..widgets.journal_pane import JournalPane

    pane: Widget = JournalPane(id=id)
    return pane


def _goals(id: str) -> Widget:
    from ..widgets.goals_pane import GoalsPane

    return GoalsPane(id=id)


def _together(id: str) -> Widget:
    from ..widgets.partner_pane import PartnerPane

    return PartnerPane(id=id)


def _cpd(id: str) -> Widget:
    from ..widgets.cpd_pane import CpdPane

    return CpdPane(id=id)


_PANES: dict[str, Callable[[str], Widget]] = {
    "today": _today,
    "journal": _journal,
    "goals": _goals,
    "together": _together,
    "cpd": _cpd,
}
