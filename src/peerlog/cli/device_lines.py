"""One's own devices as text: the words to compare, the files between two of them, and what comes next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import terminal
from .terminal import Bold

if TYPE_CHECKING:
    from ..journal.journal import Journal
    from ..journal.own_devices.adding_devices import DeviceFile
    from ..journal.own_devices.device_words import DeviceWords
    from ..journal.own_devices.devices import OwnDevice


def put_device_file(file: DeviceFile, output: Path | None, *, force: bool) -> Path:
    """Write one of the three files where it is wanted; where it is now."""
    from ..journal.first_meeting.meeting_files import write_meeting_file

    return write_meeting_file(file, str(output or "."), force=force)


def use_device_folder(journal: Journal, folder: Path | None) -> None:
    """Keep the folder through which updates go between one's own devices, when one is given."""
    from ..journal.circle.circles import read_circle
    from ..journal.updates.carrying import use_folder

    if folder is not None:
        use_folder(journal, read_circle(journal.private), folder)


def write_words(compared: DeviceWords) -> None:
    terminal.put(f"These four words have to stand on “{compared.name}” too:")
    terminal.put()
    terminal.put("    ", Bold("  ".join(compared.words)))
    terminal.put()


def compare(journal: Journal, compared: DeviceWords) -> None:
    """Ask whether the words are the same where there is somebody to ask, else say how to answer later."""
    if not terminal.can_ask():
        terminal.say("The same: “peerlog device verify --same”. Not the same: --different. Nothing leaves before.")
        return
    terminal.say("Enter: I shall look later. Nothing leaves before they are compared.")
    answer: str = click.prompt("Are they the same? (y, n)", default="", show_default=False, err=True)
    said = answer.strip().casefold()
    if said in ("y", "yes"):
        settle(journal, compared, same=True)
    elif said in ("n", "no"):
        settle(journal, compared, same=False)
    else:
        terminal.say("“peerlog device verify” shows them again.")


def settle(journal: Journal, compared: DeviceWords, *, same: bool) -> None:
    """Keep what came of comparing, and say what follows."""
    from ..journal.own_devices.device_words import confirm_words, words_differ

    if same:
        confirm_words(journal, compared)
        other, here = ("there", "here") if compared.brought_in else ("here", "there")
        terminal.say(f"“{compared.name}” and this device are both yours.")
        terminal.say(
            f"Next: “peerlog exchange” {here}, then “peerlog exchange” {other}, brings all of your journal over."
        )
        return
    words_differ(journal, compared)
    terminal.say("Somebody may stand between your two machines. Nothing of your journal has left.")
    if compared.brought_in:
        terminal.say(f"“{compared.name}” is out of use, and nothing is ever sent to it. Remove the journal there, then")
        terminal.say("begin anew with “peerlog device add”, and carry the files yourself, such as on a USB stick.")
    else:
        terminal.say(
            "Nothing leaves this device any more. Remove this journal, and say “--different” on the other too:"
        )
        terminal.say("“peerlog device verify --different”. Then begin anew there with “peerlog device add”.")


def described_words(compared: DeviceWords) -> dict[str, object]:
    return {"device": compared.name, "words": list(compared.words), "new": compared.brought_in}


def described_device(device: OwnDevice) -> dict[str, object]:
    return {
        "id": device.id,
        "name": device.name,
        "this": device.is_this,
        "since": device.since or None,
        "retired": device.retired or None,
        "shares": list(device.shares),
        "words_wait": device.words_wait,
    }
