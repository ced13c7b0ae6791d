"""Name and time zone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from ...domain.text import clean_line
from ...journal.journal import Journal, Profile
from ..commands import bindings, keeping
from ..messages import JournalChanged
from ..widgets.footer import KeyLine
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class ProfileScreen(Screen[None]):
    """Whose journal it is. Enter in the last field keeps both."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(keeping.Done)

    def compose(self) -> ComposeResult:
        yield LockNotice()
        with Vertical(id="profile"):
            yield Static("You", classes="screen-title")
            yield Static("Name, as it will stand on what you share one day", classes="ask")
            yield Input(compact=True, max_length=80, id="person")
            yield Static("Time zone that dates are read in, such as Europe/London", classes="ask")
            yield Input(compact=True, max_length=64, id="zone")
            yield Static("Enter goes on, and keeps both at the end.", classes="ask")
        yield KeyLine()

    async def on_mount(self) -> None:
        profile = await self.app.ask(lambda journal: journal.profile)
        if profile is not None:
            self.query_one("#person", Input).value = clean_line(profile.name)
            self.query_one("#zone", Input).value = profile.zone

    def action_done(self) -> None:
        self.dismiss()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "person":
            self.query_one("#zone", Input).focus()
        else:
            self._keep()

    @work(exclusive=True)
    async def _keep(self) -> None:
        profile = Profile(self.query_one("#person", Input).value, self.query_one("#zone", Input).value.strip())

        def keep(journal: Journal) -> bool:
            journal.change_profile(profile)
            return True

        if await self.app.ask(keep):
            self.app.post_message(JournalChanged())
            self.dismiss()
