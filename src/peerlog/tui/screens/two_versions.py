"""What two people have changed apart from each other, one thing after the other: side by side where there is room."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ...domain.entry import Entry
from ...journal.journal import Journal
from ...journal.versions.two_versions import Settled, TwoVersions, all_settled, all_two_versions
from ..commands import bindings, page
from ..commands import two_versions as commands
from ..keeping.undo import Undo
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from ..reading.version_words import is_a_way, look_at, say_about, say_where
from ..style_sheets import STYLES
from ..widgets.footer import KeyLine
from ..widgets.space_words import say_space
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_NOTHING = "Nothing has two versions. What you and a partner change apart from each other stands here, side by side."
_FIELD = {"take_mine", "take_theirs", "take_both", "write_anew", "take_from_both"}
_DELETION = {"let_it_stay", "let_it_go"}


class _Text(VerticalScroll):
    """What is longer than the screen is scrolled by Page Up, Page Down and the wheel."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,space", "page_down", show=False),
        Binding("pageup", "page_up", show=False),
    ]


class TwoVersionsScreen(Screen[None]):
    """One field of one entry at a time. Settling it goes on to the next; Esc leaves what is left for later."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            commands.TakeMine,
            commands.TakeTheirs,
            commands.TakeBoth,
            commands.WriteAnew,
            commands.TakeFromBoth,
            commands.LetItStay,
            commands.LetItGo,
            commands.NextVersions,
            commands.PreviousVersions,
            commands.TakeBackSettled,
        ),
        replace(page.ClosePage.binding(), description="later", show=True),
    ]

    def __init__(self, first: str = "") -> None:
        """`first` is the id of the entry to begin with."""
        super().__init__()
        self._first = first
        self._all: list[TwoVersions] = []
        self._settled_ones: list[Settled] = []
        self._at = 0

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static(classes="page-kind")
            yield LockNotice()
            yield Static(classes="page-space")
        yield Static(id="apart-about")
        with _Text(id="apart"):
            yield Horizontal(id="apart-versions")
            yield Static(Content("From both").stylize("$quiet"), id="apart-both-head")
            yield Static(id="apart-both")
            yield Static(id="apart-legend")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#apart").focus()
        self._read_again()

    def on_journal_changed(self) -> None:
        self._read_again()

    @property
    def current_entry(self) -> Entry | None:
        return self.two.entry if self.two else None

    @property
    def two(self) -> TwoVersions | None:
        """What is shown."""
        return self._all[self._at] if self._all else None

    @work(exclusive=True, group=FOLLOWED)
    async def _read_again(self) -> None:
        read = await self.app.ask(lambda journal: (all_two_versions(journal), all_settled(journal)))
        if read is None or not self.is_attached:
            return
        found, self._settled_ones = read
        shown = (self.two.entry.id, self.two.register) if self.two else (self._first, "")
        self._all = found
        same = [at for at, each in enumerate(found) if (each.entry.id, each.register) == shown]
        near = [at for at, each in enumerate(found) if each.entry.id == shown[0]]
        self._at = next(iter([*same, *near]), min(self._at, max(0, len(found) - 1)))
        await self._show()

    async def _show(self) -> None:
        two = self.two
        today, zone = await self.app.ask(lambda journal: (journal.time.today(), journal.time.zone)) or (None, "")
        looked = None if two is None or today is None else await asyncio.to_thread(look_at, two, today, zone)
        if not self.is_attached:
            return
        self.query_one(".page-kind", Static).update(say_where(self._at, len(self._all)))
        self.query_one(".page-space", Static).update(say_space(two.entry.with_whom) if two else Content())
        self.query_one("#apart-about", Static).update(say_about(two) if two else Content(_NOTHING))
        versions = self.query_one("#apart-versions", Horizontal)
        await versions.remove_children()
        if looked:
            await versions.mount_all(
                Static(
                    Content("\n").join([head, Content(), said]),
                    classes="apart-version -mine" if mine else "apart-version",
                )
                for (head, said), mine in zip(looked.versions, (each.mine for each in looked.two.versions), strict=True)
            )
        versions.set_class(bool(looked and len(looked.versions) > 2), "-many")
        for name, content in (
            ("#apart-both", looked.from_both if looked else Content()),
            ("#apart-legend", looked.legend if looked else Content()),
        ):
            place = self.query_one(name, Static)
            place.update(content)
            place.display = bool(content)
        self.query_one("#apart-both-head").display = bool(looked and looked.from_both)
        self.query_one("#apart").scroll_home(animate=False)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        two = self.two
        if action == "take_back_settled":
            return bool(self._settled_ones)
        if action in ("next_versions", "previous_versions"):
            return len(self._all) > 1
        if action not in _FIELD | _DELETION:
            return True
        if two is None or not two.may_settle:
            return False
        return action in _DELETION if two.is_deletion else action in _FIELD and is_a_way(action, two)

    # Settling

    def action_take_mine(self) -> None:
        self._take(0)

    async def action_take_theirs(self) -> None:
        two = self.two
        if two and len(two.versions) > 2:
            from .which_version import WhichVersionScreen

            self.app.push_screen(WhichVersionScreen(two), lambda chosen: self._take(chosen))
        else:
            self._take(1)

    def _take(self, place: int | None) -> None:
        from ...journal.versions.settling import take

        two = self.two
        if two and place is not None:
            self._settle(lambda journal: take(journal, two, two.versions[place]))

    def action_take_both(self) -> None:
        from ...journal.versions.settling import take_both

        if two := self.two:
            self._settle(lambda journal: take_both(journal, two))

    def action_take_from_both(self) -> None:
        from ...journal.versions.settling import take_proposal

        if two := self.two:
            self._settle(lambda journal: take_proposal(journal, two))

    def action_let_it_stay(self) -> None:
        from ...journal.versions.settling import keep

        if two := self.two:
            self._settle(lambda journal: keep(journal, two))

    def action_let_it_go(self) -> None:
        from ...journal.versions.settling import take_out

        if two := self.two:
            self._settle(lambda journal: take_out(journal, two))

    def action_write_anew(self) -> None:
        from .other_words import OtherWordsScreen

        if two := self.two:
            self.app.push_screen(OtherWordsScreen(two), lambda entry: self._settled(two, entry))

    @work(group=FOLLOWED)
    async def _settle(self, how: Callable[[Journal], Entry]) -> None:
        two = self.two
        entry = await self.app.ask(how)
        if entry is None:
            self._read_again()  # what was shown is not how it stands any more
        elif two is not None:
            self._settled(two, entry)

    def _settled(self, two: TwoVersions, entry: Entry | None) -> None:
        if entry is None:
            return
        done, undone = "Settled; it leaves with your next update.", "Both versions stand again."
        self.app.last_done.remember(Undo(done, undone, lambda: self._undo(entry, two.register), entry.id))
        self.app.post_message(JournalChanged())
        if len(self._all) <= 1:
            self.dismiss()

    def action_take_back_settled(self) -> None:
        from .settled import SettledScreen

        self.app.push_screen(SettledScreen(self._settled_ones), self._take_back)

    async def _take_back(self, chosen: Settled | None) -> None:
        if chosen and await self._undo(chosen.entry, chosen.register):
            self.app.tell("Both versions stand again.")
            self.app.post_message(JournalChanged())

    async def _undo(self, entry: Entry, register: str) -> bool:
        from ...journal.versions.settling import undo_settling

        return await self.app.ask(lambda journal: undo_settling(journal, entry, register)) is not None

    def action_next_versions(self) -> None:
        self._go(1)

    def action_previous_versions(self) -> None:
        self._go(-1)

    @work(exclusive=True, group=FOLLOWED)
    async def _go(self, step: int) -> None:
        if self._all:
            self._at = (self._at + step) % len(self._all)
            await self._show()

    def action_close_page(self) -> None:
        self.dismiss()
