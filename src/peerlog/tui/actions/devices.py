"""Bringing in another machine, step by step: each ends in a file or in four words, and any can wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from ..journal_app import JournalApp
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged

if TYPE_CHECKING:
    from ...journal.journal import Journal
    from ...journal.own_devices.adding_devices import DeviceFile
    from ...journal.own_devices.device_words import DeviceWords

_INVITATION = (
    "Take this file to the other machine, where peerlog is installed and has no journal yet. Start it there and press "
    "F4. An answer comes of it, to be brought back here."
)
_ANSWER = (
    "Take this file back to the machine that has your journal. There: Your devices, f. A last file comes of it, to be "
    "brought here."
)
_ACCEPTANCE = "Take this file to the new machine. There: Your devices, f. Then both show the same four words."
_AGAIN = "Tab completes a name. Esc leaves it for later: the same step makes it once more."


class DeviceActions(JournalApp, inherit_bindings=False):
    def action_show_devices(self) -> None:
        from ..screens.devices import DevicesScreen

        self.push_screen(DevicesScreen())

    def take_device_file(self) -> None:
        """Ask where the file lies that came from the other machine."""
        from ..screens.take_file import Step, TakeFileScreen

        async def look_into(file: bytes) -> Step:
            return lambda: self._take_in_from_device(file)

        self.push_screen(TakeFileScreen(look_into), lambda step: step() if step else None)

    @work(group=FOLLOWED, exclusive=True)
    async def _take_in_from_device(self, file: bytes) -> None:
        from ...journal.own_devices.adding_devices import take_device_answer
        from ...journal.own_devices.joining_device import came_as_device, take_device_acceptance

        came = await self.ask(lambda journal: (came_as_device(journal),))
        if came is None:
            return
        if came[0]:
            words = await self.ask(lambda journal: take_device_acceptance(journal, file))
            if words:
                self.post_message(JournalChanged())
                self._compare_devices(words)
            return
        taken = await self.ask(lambda journal: take_device_answer(journal, file))
        if taken:
            self.post_message(JournalChanged())
            self._give_device_file("The last file", taken[0], _ACCEPTANCE, taken[1])

    @work(group=FOLLOWED, exclusive=True)
    async def add_device(self) -> None:
        """Make the invitation to take to the other machine, and ask where to put it."""
        from ...journal.own_devices.adding_devices import invite_device

        made = await self.ask(invite_device)
        if made:
            self.post_message(JournalChanged())
            self._give_device_file("Another machine of yours", made, _INVITATION)

    @work(group=FOLLOWED, exclusive=True)
    async def give_device_answer(self) -> None:
        """Ask where the answer goes that this machine, which has just been made one of several, gives."""
        from ...journal.own_devices.joining_device import own_answer

        made = await self.ask(own_answer)
        if made:
            self._give_device_file("Your answer", made, _ANSWER)

    @work(group=FOLLOWED, exclusive=True)
    async def name_device(self) -> None:
        """Ask what this device is to be called."""
        from ...journal.own_devices.device_notes import device_name
        from ..screens.one_line import OneLineScreen

        name = await self.ask(device_name)
        if name is not None:
            self.push_screen(
                OneLineScreen("What is this machine called among yours?", lambda line: line.strip(), value=name),
                self._device_called,
            )

    def _device_called(self, name: str | None) -> None:
        if name:
            self._keep_device_name(name)

    @work(group=FOLLOWED, exclusive=True)
    async def _keep_device_name(self, name: str) -> None:
        from ...journal.own_devices.device_notes import keep_device_name

        def keep(journal: Journal) -> bool:
            keep_device_name(journal, name)
            return True

        if await self.ask(keep):
            self.post_message(JournalChanged())

    def _give_device_file(self, what: str, file: DeviceFile, then: str, words: DeviceWords | None = None) -> None:
        from ..screens.give_file import GiveFileScreen

        self.push_screen(
            GiveFileScreen(what, file.name, lambda _: file, then, later=_AGAIN),
            lambda _: self._compare_devices(words) if words else None,
        )

    def _compare_devices(self, words: DeviceWords) -> None:
        from ..screens.device_words import DeviceWordsScreen

        self.push_screen(DeviceWordsScreen(words))
