"""The machines on which this journal lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...domain.dates import say_day
from ...domain.moment import Moment
from ...journal.journal import Journal
from ..commands import bindings, devices, page
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from ..style_sheets import STYLES
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.plain import plain_line
from ..widgets.rows import Rows, row
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from datetime import date

    from textual import getters

    from ...journal.own_devices.device_words import DeviceWords
    from ...journal.own_devices.devices import OwnDevice
    from ..actions.devices import DeviceActions

_ALONE = (
    "Your journal lies on this machine alone. a brings in another one, such as a laptop beside a desktop: all of it is "
    "on both then, and what you write on either comes to the other with an exchange."
)
_SEVERAL = "Each has keys of its own. What you write on one comes to the others when you exchange on both: x."
_WAITS = "This machine waits for the last file from your other one: f takes it. a gives its answer once more."
_NAME_WIDTH = 22


class _DeviceRows(Rows):
    """A device has no page of its own."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return False if action == "open_row" else super().check_action(action, parameters)


class DevicesScreen(Screen[None]):
    """Each device with what it is called, since when, and with whom it shares."""

    if TYPE_CHECKING:
        app = getters.app(DeviceActions)

    CSS_PATH = [*STYLES]
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        devices.AddDevice,
        devices.TakeDeviceFile,
        devices.CompareDeviceWords,
        devices.RetireDevice,
        devices.NameDevice,
        page.ClosePage,
    )

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[OwnDevice, ...] = ()
        self._words: tuple[DeviceWords, ...] = ()
        self._waits = False
        self._about = Static(id="devices-about")
        self._rows = _DeviceRows(id="devices")

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static("Your devices", classes="page-kind")
            yield LockNotice()
        yield self._about
        yield self._rows
        yield KeyLine()

    def on_mount(self) -> None:
        self._rows.focus()
        self._read()

    def on_journal_changed(self) -> None:
        self._read()

    @work(exclusive=True, group="devices")
    async def _read(self) -> None:
        from ...journal.own_devices.device_words import words_to_compare
        from ...journal.own_devices.devices import devices as own_devices
        from ...journal.own_devices.joining_device import waits_for_acceptance

        def read(journal: Journal) -> tuple[list[OwnDevice], list[DeviceWords], bool, str, date]:
            return (
                own_devices(journal),
                words_to_compare(journal),
                waits_for_acceptance(journal),
                journal.time.zone,
                journal.time.today(),
            )

        found = await self.app.ask(read)
        if found is None or not self.is_attached:
            return
        every, words, waits, zone, today = found
        self._found, self._words, self._waits = tuple(every), tuple(words), waits
        self._about.update(_WAITS if waits else _ALONE if len(every) == 1 else _SEVERAL)
        self._rows.show([_row(each, zone, today) for each in every])
        self.refresh_bindings()

    @property
    def _marked(self) -> OwnDevice | None:
        option = self._rows.highlighted_option
        return next((each for each in self._found if option and each.id == option.id), None)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "compare_device_words":
            return bool(self._words)
        if action == "retire_device":
            marked = self._marked
            return marked is not None and not marked.is_this and not marked.retired
        return True

    def action_add_device(self) -> None:
        if self._waits:
            self.app.give_device_answer()
        else:
            self.app.add_device()

    def action_take_device_file(self) -> None:
        self.app.take_device_file()

    def action_compare_device_words(self) -> None:
        from .device_words import DeviceWordsScreen

        if self._words:
            self.app.push_screen(DeviceWordsScreen(self._words[0]))

    def action_name_device(self) -> None:
        self.app.name_device()

    def action_retire_device(self) -> None:
        from .confirm import ConfirmScreen

        doomed = self._marked
        if doomed is None:
            return
        name = plain_line(doomed.name).plain
        about = (
            "What it has sent so far counts, nothing that it sends later does, and nothing more is made for it. "
            "What lies there already stays, behind its passphrase. This cannot be taken back."
        )

        def answered(yes: bool | None) -> None:
            if yes:
                self._retire(doomed)

        self.app.push_screen(
            ConfirmScreen(f"Take “{name}” out of use?", "takes it out of use", "keeps it", about=about, word="lost"),
            answered,
        )

    @work(group=FOLLOWED, exclusive=True)
    async def _retire(self, doomed: OwnDevice) -> None:
        from ...journal.own_devices.devices import retire

        shared = await self.app.ask(lambda journal: (retire(journal, doomed),))
        if shared is not None:
            self.app.tell(
                f"“{plain_line(doomed.name).plain}” is out of use. An exchange tells those that you share with."
            )
            self.app.post_message(JournalChanged())

    def action_close_page(self) -> None:
        self.dismiss()


def _row(device: OwnDevice, zone: str, today: date) -> Option:
    stamp = device.retired or device.since
    day = f"since {_within(say_day(Moment.parse(stamp).in_zone(zone).day, today))}" if stamp else ""
    said = []
    if device.is_this:
        said.append("this one")
    if device.retired:
        said.append("out of use")
    elif device.words_wait:
        said.append("words not compared yet: v")
    elif device.shares:
        said.append(f"shares with {', '.join(device.shares)}")
    label = plain_line(device.name)
    if device.retired:
        label = label.stylize("$quiet")
    return row(
        Line(label, plain_line(" · ".join(said)), Content(day).stylize("$quiet"), label_width=_NAME_WIDTH), device.id
    )


def _within(day: str) -> str:
    """`today` within a sentence, and the names of days as they are."""
    return day[0].lower() + day[1:] if day in ("Today", "Yesterday") else day
