"""The app people see, and what it does on every screen."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from ..errors import Refused
from ..journal.home import Home, config_folder
from ..settings import load_settings
from .actions.agreeing import AgreeingActions
from .actions.agreeing_texts import AgreeingTextActions
from .actions.asking import AskingActions
from .actions.carrying_over import CarryingActions
from .actions.copying import CopyingActions
from .actions.countersigning import CountersigningActions
from .actions.cpd import CpdActions
from .actions.devices import DeviceActions
from .actions.exchanging import ExchangingActions
from .actions.ideas import IdeaActions
from .actions.keeping import KeepingActions
from .actions.looking_back import LookingBackActions
from .actions.meetings import MeetingActions
from .actions.people import PeopleActions
from .actions.protocols import ProtocolActions
from .actions.record_leaving import RecordLeavingActions
from .actions.records import RecordActions
from .actions.reflecting import ReflectingActions
from .actions.running import RunningActions
from .actions.summaries import SummaryActions
from .actions.summary_sections import SectionActions
from .actions.telling import TellingActions
from .actions.two_versions import TwoVersionsActions
from .actions.writing import WritingActions
from .commands import (
    Command,
    bindings,
    cpd,
    entry,
    everywhere,
    exchanging,
    ideas,
    kept_until,
    looking_back,
    meeting,
    protocols,
    reflecting,
    two_versions,
)
from .life.type_ahead import FOLLOWED
from .messages import EntryOpened

if TYPE_CHECKING:
    from ..domain.entry import Entry


def run(home: Home) -> int:
    """Show the app until it is left; the exit status.

    Raises `Refused` where there is no terminal to draw on, and `BadInput` for settings that do not fit.
    """
    if not all(stream and stream.isatty() for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__)):
        raise Refused(
            "peerlog's screens need a terminal, and there is none here.",
            "The commands work everywhere: “peerlog add”, “peerlog list”, “peerlog --help”.",
        )
    if os.environ.get("TERM") in ("dumb", "unknown"):
        raise Refused("This terminal cannot draw screens.", "The commands work in it: “peerlog --help” lists them.")
    folder = config_folder()
    app = PeerlogApp(home, load_settings(folder), folder)
    app.run()
    return app.return_code or 0


APPROVAL = "approval"
_DO_WITHOUT_THE_JOURNAL = frozenset({everywhere.Quit.name(), everywhere.Help.name()})


class PeerlogApp(
    AgreeingActions,
    AgreeingTextActions,
    AskingActions,
    CarryingActions,
    CountersigningActions,
    DeviceActions,
    ExchangingActions,
    CopyingActions,
    CpdActions,
    IdeaActions,
    KeepingActions,
    LookingBackActions,
    MeetingActions,
    PeopleActions,
    ProtocolActions,
    RecordActions,
    RecordLeavingActions,
    ReflectingActions,
    RunningActions,
    SectionActions,
    SummaryActions,
    TellingActions,
    TwoVersionsActions,
    WritingActions,
    inherit_bindings=False,
):
    """The app: see `JournalApp` for what it offers to screens and widgets."""

    TITLE = "peerlog"
    CSS_PATH = "door.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            everywhere.Quit,
            everywhere.Lock,
            everywhere.CommandPalette,
            everywhere.Help,
            everywhere.Here,
            everywhere.WhoCanSee,
            everywhere.GoOn,
            exchanging.Exchange,
            cpd.CountAsCpd,
            kept_until.KeepUntil,
            entry.Undo,
            looking_back.LookBack,
            ideas.ShowBoard,
            ideas.TryThisWeek,
            reflecting.LookAtDepth,
            protocols.ToggleQuestionHints,
            two_versions.SettleVersions,
        ),
        replace(meeting.PrepareMeeting.binding(), show=False),
        # Also on top of a dialogue, and whatever the settings say.
        Binding("ctrl+q", "quit", show=False, priority=True, system=True),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the journal is closed there is nothing to do but to open it, to read the help and to leave."""
        if not self.session.is_open and action in Command.names and action not in _DO_WITHOUT_THE_JOURNAL:
            return False
        return super().check_action(action, parameters)

    # Leaving and locking

    async def action_quit(self) -> None:
        self._leave()

    @work(group="leave", exclusive=True)
    async def _leave(self) -> None:
        from .life import locking

        await locking.leave(self)

    def action_lock(self) -> None:
        self.lock()

    def action_help_quit(self) -> None:
        self.tell("Ctrl-Q leaves peerlog.")

    # Finding out what can be done

    def action_help(self) -> None:
        from .screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss()
        else:
            self.push_screen(HelpScreen(self.screen))

    def action_command_palette(self) -> None:
        from .keys.palette import Everything, open_palette

        open_palette(self, Everything, "What would you like to do?")

    def action_here(self) -> None:
        from .keys.palette import WhatIsHere, open_palette

        open_palette(self, WhatIsHere, "What can be done here")

    def action_choose_theme(self) -> None:
        from .keys.palette import Themes, open_palette

        open_palette(self, Themes, "Which colours?")

    async def action_who_can_see(self) -> None:
        from ..journal.shared.visibility import who_can_see

        entry = getattr(self.screen, "current_entry", None)
        space = self.space_here
        said = await self.ask(lambda journal: who_can_see(journal, entry, space))
        if said:
            self.tell(said, seconds=8)

    async def action_undo(self) -> None:
        await self.last_done.take_back()

    def on_entry_opened(self, message: EntryOpened) -> None:
        self._open_entry(message.entry_id)

    @work(group=FOLLOWED, exclusive=True)
    async def _open_entry(self, entry_id: str) -> None:
        from .life.locking import keep_unsaved
        from .screens.main import MainScreen
        from .screens.pane_screen import PaneScreen

        entry = await self.ask(lambda journal: journal.entries.find(entry_id))
        if not await keep_unsaved(self):
            return
        if entry is not None and entry.kind == APPROVAL and await self.show_signed(entry):
            return
        if entry is not None and not entry.deleted and self._open_page(entry):
            return
        pages = [each.way_back() for each in self.screen_stack if isinstance(each, PaneScreen)]
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        if isinstance(self.screen, MainScreen):
            await self.screen.open_entry(entry_id, [each for each in pages if each])

    def _open_page(self, entry: Entry) -> bool:
        """Show an entry on a page of its own, or in its form where it is a part; whether it has either."""
        from ..domain.kinds import PARTS
        from .kind_pages import page_for
        from .screens.editor import EditorScreen
        from .screens.page import PageScreen

        pane = page_for(entry)
        if pane is not None:
            if not (isinstance(self.screen, PageScreen) and self.screen.entry_id == entry.id):
                self.push_screen(PageScreen(pane))
        elif entry.kind in PARTS:
            self.push_screen(EditorScreen(entry=entry))
        return pane is not None or entry.kind in PARTS

    # Looking after the journal

    def action_show_settings(self) -> None:
        from .screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())

    def action_show_profile(self) -> None:
        from .screens.profile import ProfileScreen

        self.push_screen(ProfileScreen())

    def action_make_recovery_kit(self) -> None:
        from .screens.recovery_kit import RecoveryKitScreen

        self.push_screen(RecoveryKitScreen())

    def action_change_passphrase(self) -> None:
        from .screens.passphrase import PassphraseScreen

        self.push_screen(PassphraseScreen())
