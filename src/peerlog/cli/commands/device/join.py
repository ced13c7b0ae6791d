from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ....errors import BadInput
from ... import terminal
from ...asking import NO_PASSPHRASE, ask, can_ask_secretly
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option
from ...new_passphrase import ask_for_new_passphrase

if TYPE_CHECKING:
    from ....journal.journal import Journal
    from ....journal.own_devices.adding_devices import DeviceFile


@click.command(
    epilog=examples(
        "peerlog device join device-invitation-1a2b3c4d.peerlog --name laptop",
        "peerlog device join device-acceptance-1a2b3c4d.peerlog",
    )
)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--name", metavar="NAME", help="What this device is called among yours, such as laptop.")
@click.option("--timezone", "--zone", "zone", metavar="TZ", help="The time zone that this journal is read in.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Let updates go between your devices through this folder.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE|DIR", help="Where to put the answer.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@json_option
def command(
    file: Path,
    name: str | None,
    zone: str | None,
    folder: Path | None,
    output: Path | None,
    force: bool,
    as_json: bool,
) -> None:
    """Make this machine another one of yours: FILE came from your other device.

    With its invitation, makes an empty journal here, under a passphrase of its
    own, and writes the answer to take back. With the last file, this journal
    belongs together with the other one; compare the four words, then exchange on
    both, and all of your journal comes.
    """
    from ....journal.first_meeting.meeting_files import read_meeting_file
    from ....journal.own_devices.joining_device import is_invitation

    content = read_meeting_file(str(file))
    if is_invitation(content):
        _answer(content, name=name, zone=zone, folder=folder, output=output, force=force, as_json=as_json)
    else:
        _complete(content, folder=folder, as_json=as_json)


def _answer(
    invitation: bytes,
    *,
    name: str | None,
    zone: str | None,
    folder: Path | None,
    output: Path | None,
    force: bool,
    as_json: bool,
) -> None:
    from ....journal.opening import journal_exists
    from ....journal.own_devices.joining_device import answer_again
    from ...device_lines import put_device_file, use_device_folder

    if journal_exists(invocation().home):
        with invocation().journal() as journal:
            answer = answer_again(journal, invitation, name or "")
            use_device_folder(journal, folder)
    else:
        journal, answer = _made(invitation, name, zone)
        with journal:
            use_device_folder(journal, folder)
            terminal.say(
                f"The journal of {journal.profile.name} is in {invocation().home.data}, empty until updates come."
            )
    path = put_device_file(answer, output, force=force)
    if as_json:
        terminal.put_json({"file": str(path)})
        return
    terminal.put(str(path))
    terminal.say("Take this file back to the other machine. There:")
    terminal.say(f"  peerlog device add {path.name}")
    terminal.say("That writes the last file. Bring it here: “peerlog device join FILE” once more.")


def _made(invitation: bytes, name: str | None, zone: str | None) -> tuple[Journal, DeviceFile]:
    from ....domain.moment import zone_named
    from ....journal.clock import system_zone
    from ....journal.opening import require_place
    from ....journal.own_devices.device_notes import guessed_name
    from ....journal.own_devices.joining_device import join_as_device, read_device_invitation
    from ....journal.passphrases import passphrase_from_environment

    home = invocation().home
    require_place(home)
    read_device_invitation(invitation)
    if zone:
        zone_named(zone)
    passphrase = passphrase_from_environment(os.environ)
    if passphrase is None and not can_ask_secretly():
        raise BadInput(*NO_PASSPHRASE)
    if name is None:
        name = ask("What to call this device", guessed_name()) if terminal.can_ask() else ""
    if passphrase is None:
        terminal.say("The journal on this machine has a passphrase of its own; it may be the same as on the other.")
        passphrase = ask_for_new_passphrase()
    return join_as_device(home, invitation, passphrase, zone=zone or system_zone(), device=name)


def _complete(acceptance: bytes, *, folder: Path | None, as_json: bool) -> None:
    from ....journal.own_devices.joining_device import take_device_acceptance
    from ...device_lines import compare, described_words, use_device_folder, write_words

    with invocation().journal(writes=True) as journal:
        compared = take_device_acceptance(journal, acceptance)
        use_device_folder(journal, folder)
        if as_json:
            terminal.put_json(described_words(compared))
            return
        terminal.put(f"This journal and the one on “{compared.name}” belong together now.")
        write_words(compared)
        terminal.flush()
        compare(journal, compared)
