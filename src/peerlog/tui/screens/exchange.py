"""Exchanging: what has come, what would leave down to the last word, and one Enter that lets it."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.visual import Visual
from textual.widgets import Static

from ...journal.circle.circles import Circle
from ..commands import bindings, exchanging
from ..messages import JournalChanged
from ..style_sheets import STYLES
from ..together.exchange_words import from_somebody, leaving, refused
from ..together.exchanged import Exchanged, Sent, look, partners_in, send
from ..widgets.footer import KeyLine
from ..widgets.plain import plain, plain_line
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_PATIENCE = 1.0


class ExchangeScreen(Screen[None]):
    """Takes in when it opens, then shows; nothing leaves before Enter."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        exchanging.LetLeave,
        exchanging.ReadNews,
        exchanging.NotNow,
        exchanging.TryAgain,
        exchanging.ChangeWay,
        exchanging.ScrollOn,
        exchanging.ScrollBack,
    )

    def __init__(self, partners: Sequence[Circle]) -> None:
        super().__init__()
        self._partners = tuple(partners)
        self._found: Exchanged | None = None
        self._sent: Sent | None = None
        self._doing = ""
        self._begun = 0.0
        self._progress = (0, 0)

    def compose(self) -> ComposeResult:
        first, *more = [each.label for each in self._partners]
        names = f"{first} and {len(more)} more" if more else first
        with Horizontal(classes="page-top"):
            about = f"Exchange with {names}" if len(self._partners) == 1 else "Exchange"
            yield Static(plain_line(about), classes="page-kind")
            yield LockNotice()
            yield Static(plain_line(f"WITH {names.upper()}").stylize("$space-shared"), classes="page-space")
        with VerticalScroll(id="exchange", can_focus=False):
            yield Static(id="exchange-progress")
            yield Vertical(id="exchange-body")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#exchange-progress").display = False
        self.set_interval(0.2, self._say_progress)
        self._look_for_mail()

    def _look_for_mail(self) -> None:
        """Ask for what came by mail, where updates go that way; then look."""
        from .mail_paths import CameByMailScreen

        if any(each.folder == "" for each in self._partners):
            self.app.push_screen(CameByMailScreen(), self._look_with)
        else:
            self._look([])

    def _look_with(self, files: Sequence[Path] | None) -> None:
        self._look(files or [])

    # Keys are not held back meanwhile: Enter counts from when there is something to read.
    @work(group="exchange-look", exclusive=True)
    async def _look(self, files: Sequence[Path], *, retry: bool = False) -> None:
        """Take in what has come, and read what would leave."""
        self._doing, self._begun, self._progress = "Taking in what has come", time.monotonic(), (0, 0)
        spaces = [each.space for each in self._partners]
        found = await self.app.ask(lambda journal: look(journal, spaces, files, self._note_progress, retry=retry))
        self._begun = 0.0
        if not self.is_attached:
            return
        if found is None:
            self.dismiss()
            return
        self._found, self._partners = found, found.partners
        await self._show()
        if found.came or found.refused:
            self.app.post_message(JournalChanged())

    def _note_progress(self, done: int, of: int) -> None:
        self._progress = (done, of)

    def _say_progress(self) -> None:
        said = self.query_one("#exchange-progress", Static)
        said.display = bool(self._begun) and time.monotonic() - self._begun > _PATIENCE
        if said.display:
            done, of = self._progress
            said.update(f"{self._doing}: {done:,} of {of:,} …" if of else f"{self._doing} …")

    async def _show(self) -> None:
        body = self.query_one("#exchange-body", Vertical)
        await body.remove_children()
        await body.mount_all(Static(each) for each in self._visuals())
        self.query_one("#exchange", VerticalScroll).scroll_home(animate=False)
        self.refresh_bindings()

    def _visuals(self) -> list[Visual]:
        found = self._found
        assert found is not None
        shown: list[Visual] = []
        if self._sent is not None:
            shown += [*(plain(each).stylize("$success") for each in self._sent.done), *map(plain, self._sent.problems)]
            shown.append(Content())
        for came in found.came:
            shown += [*from_somebody(came), Content()]
        if found.refused:
            shown += [*refused(found.refused), Content()]
        if not (found.came or found.refused or self._sent):
            shown += [Content("Nothing new has come.").stylize("$quiet"), Content()]
        if found.refused_before:
            shown += [plain(found.refused_before).stylize("$quiet"), Content()]
        shown += [*(plain(each).stylize("$warning") for each in found.held), Content()] if found.held else []
        for each in found.leaving:
            head = Content.assemble(plain_line(f"For {each.readers}").stylize("bold"), (f"   {each.about}", "$quiet"))
            shown += [head, *([Content(), *leaving(each.words)] if each.words else [Content()])]
            if each.more:
                shown += [Content(f"… and {each.more:,} more, which leave too.").stylize("$quiet"), Content()]
        return shown

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        found = self._found
        if action == "let_leave":
            return found is not None and found.is_due
        if action == "read_news":
            return found is not None and any(each.brought for each in found.came)
        if action == "change_way":
            return len(self._partners) == 1
        if action == "try_again":
            return found is not None and bool(found.refused or found.refused_before)
        return True

    def action_let_leave(self) -> None:
        found = self._found
        if found is not None:
            self._ask_places([each.circle for each in found.previews if each.is_due and not each.circle.folder], {})

    def _ask_places(self, to_ask: Sequence[Circle], places: Mapping[str, Path]) -> None:
        """Ask where each update goes that will be mailed, then let all leave; nothing leaves when one is not said."""
        from .mail_paths import UpdatePlaceScreen

        if not to_ask:
            self._send(places)
            return
        first, *others = to_ask

        def answered(place: Path | None) -> None:
            if place is not None:
                self._ask_places(others, {**places, first.space: place})

        self.app.push_screen(UpdatePlaceScreen(first), answered)

    @work(group="exchange-look", exclusive=True)
    async def _send(self, places: Mapping[str, Path]) -> None:
        found = self._found
        if found is None:
            return
        self._found = None  # a second Enter finds nothing to send
        self._doing, self._begun, self._progress = "Sending", time.monotonic(), (0, 0)
        sent = await self.app.ask(lambda journal: send(journal, found, places, self._note_progress))
        self._begun = 0.0
        spaces = [each.space for each in self._partners]
        again = await self.app.ask(lambda journal: look(journal, spaces, [], self._note_progress))
        if self.is_attached and again is not None:
            self._sent, self._found = sent, again
            await self._show()
        self.app.post_message(JournalChanged())

    def action_read_news(self) -> None:
        from .news import NewsScreen

        self.app.push_screen(NewsScreen())

    def action_try_again(self) -> None:
        self._look([], retry=True)

    def action_change_way(self) -> None:
        from .updates_way import UpdatesWayScreen

        def answered(settled: bool | None) -> None:
            if settled:
                self._look_anew()

        self.app.push_screen(UpdatesWayScreen(self._partners[0]), answered)

    @work(group="exchange-look", exclusive=True)
    async def _look_anew(self) -> None:
        """Read again how updates travel, then look."""
        spaces = [each.space for each in self._partners]
        partners = await self.app.ask(lambda journal: partners_in(journal, spaces))
        if partners and self.is_attached:
            self._partners = tuple(partners)
            self._look_for_mail()

    def action_not_now(self) -> None:
        if self._found is not None and self._found.is_due and self._sent is None:
            self.app.tell("Nothing has left.")
        self.dismiss()

    def action_scroll_on(self) -> None:
        self.query_one("#exchange", VerticalScroll).scroll_relative(y=3, animate=False)

    def action_scroll_back(self) -> None:
        self.query_one("#exchange", VerticalScroll).scroll_relative(y=-3, animate=False)
