"""The four words that two of one's own machines show."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ...journal.journal import Journal
from ..commands import bindings, devices
from ..messages import JournalChanged
from ..type_ahead import FOLLOWED
from ..widgets.big_words import big_words
from ..widgets.footer import KeyLine
from ..widgets.plain import plain_line
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ...journal.own_devices.device_words import DeviceWords
    from ..journal_app import JournalApp

_WHY = (
    "The other machine has to show the same four words, once it has the last file. Then nobody has swapped a file on "
    "its way, and all of your journal can go there. Until you have compared them, nothing leaves."
)
_STOPPED = (
    "Somebody may stand between your two machines. Nothing of your journal has left. Remove the journal on the new "
    "one, and begin anew with files that you carry yourself."
)


class DeviceWordsScreen(Dialogue[None]):
    """Shows them large; one key says how it went."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        devices.SameDeviceWords, devices.OtherDeviceWords, devices.DeviceWordsLater
    )

    def __init__(self, compared: DeviceWords) -> None:
        super().__init__()
        self._compared = compared

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue", id="words"):
            yield Static(
                Content.assemble("This machine and ", plain_line(self._compared.name)), classes="dialogue-title"
            )
            yield Static(_WHY)
            yield Static(big_words(self._compared.words), id="the-words")
            yield Static(
                Content.assemble(
                    ("s", "bold"), " the same     ", ("d", "bold"), " different     ", ("Esc", "bold"), " later"
                ).stylize_before("$quiet")
            )
        yield KeyLine()

    @work(group=FOLLOWED, exclusive=True)
    async def action_same_device_words(self) -> None:
        from ...journal.own_devices.device_words import confirm_words

        def confirm(journal: Journal) -> bool:
            confirm_words(journal, self._compared)
            return True

        if await self.app.ask(confirm) and self.is_attached:
            self.app.post_message(JournalChanged())
            first = "here" if self._compared.brought_in else "there"
            second = "there" if self._compared.brought_in else "here"
            self.app.tell(f"Both are yours. Exchange {first}, then {second}: x brings all of your journal over.")
            self.dismiss(None)

    def action_other_device_words(self) -> None:
        from .confirm import ConfirmScreen

        about = (
            "Then a file may have been swapped on its way. The new machine is out of use at once, and nothing of your "
            "journal goes there."
        )
        self.app.push_screen(
            ConfirmScreen("The words are different?", "stop here", "look again", about=about), self._differ
        )

    def _differ(self, sure: bool | None) -> None:
        if sure:
            self._stop()

    @work(group=FOLLOWED, exclusive=True)
    async def _stop(self) -> None:
        from ...journal.own_devices.device_words import words_differ

        def differ(journal: Journal) -> bool:
            words_differ(journal, self._compared)
            return True

        if await self.app.ask(differ) and self.is_attached:
            self.app.post_message(JournalChanged())
            self.app.tell(_STOPPED, seconds=20)
            self.dismiss(None)

    def action_device_words_later(self) -> None:
        self.dismiss(None)
