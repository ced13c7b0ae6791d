from __future__ import annotations

import click

from ... import terminal
from ...asking import confirm
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(
    epilog=examples("peerlog device retire laptop", "peerlog device retire 3kP9x2 --yes"),
)
@click.argument("name", metavar="NAME|ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
def command(name: str, yes: bool, as_json: bool) -> None:
    """Take a lost device out of use.

    What it has sent so far counts, nothing that it sends later does, and nothing
    more is made for it to read. What lies on it already stays there, behind its
    passphrase. This cannot be taken back; the same machine can be brought in anew.
    """
    from ....domain.said_names import listed
    from ....journal.own_devices.devices import device_named, retire, typed_id
    from ...device_lines import described_device

    with invocation().journal(writes=True) as journal:
        device = device_named(journal, name)
        confirm(f"Take “{device.name}” ({typed_id(device.id)[:6]}) out of use for good?", yes=yes)
        shared = retire(journal, device)
        if as_json:
            terminal.put_json({"device": described_device(device_named(journal, device.id))})
            return
        terminal.put(f"“{device.name}” is out of use.")
        if shared:
            terminal.say(
                f"“peerlog exchange” tells {listed(shared)}; until then their updates are still readable there."
            )
        terminal.say("Was the passphrase known to whoever has it? What lay there they can read.")
