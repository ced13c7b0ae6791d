"""The four words that two of one's own machines show."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from ...journal.journal import Journal
from ..commands import bindings, devices
from .compared_words import ComparedWordsScreen

if TYPE_CHECKING:
    from ...journal.own_devices.device_words import DeviceWords


class DeviceWordsScreen(ComparedWordsScreen[None]):
    """The same words let all of the journal go over; different ones let nothing."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        devices.SameDeviceWords, devices.OtherDeviceWords, devices.DeviceWordsLater
    )

    why = (
        "The other machine has to show the same four words, once it has the last file. Then nobody has swapped a file "
        "on its way, and all of your journal can go there. Until you have compared them, nothing leaves."
    )
    stop = "stop here"
    if_different = (
        "Then a file may have been swapped on its way. The new machine is out of use at once, and nothing of your "
        "journal goes there."
    )

    def __init__(self, compared: DeviceWords) -> None:
        super().__init__(f"This machine and {compared.name}", compared.words)
        self._compared = compared

    def note_same(self, journal: Journal) -> None:
        from ...journal.own_devices.device_words import confirm_words

        confirm_words(journal, self._compared)

    @property
    def said_same(self) -> str:
        first, second = ("here", "there") if self._compared.brought_in else ("there", "here")
        return f"Both are yours. Exchange {first}, then {second}: x brings all of your journal over."

    def note_different(self, journal: Journal) -> None:
        from ...journal.own_devices.device_words import words_differ

        words_differ(journal, self._compared)

    def said_different(self, noted: None) -> str:
        return (
            "Somebody may stand between your two machines. Nothing of your journal has left. Remove the journal on the "
            "new one, and begin anew with files that you carry yourself."
        )

    def action_same_device_words(self) -> None:
        self.action_same_words()

    def action_other_device_words(self) -> None:
        self.action_different_words()

    def action_device_words_later(self) -> None:
        self.action_words_later()
