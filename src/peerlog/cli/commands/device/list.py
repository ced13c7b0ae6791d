from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option

if TYPE_CHECKING:
    from ....journal.journal import Journal
    from ....journal.own_devices.devices import OwnDevice


@click.command(epilog=examples("peerlog device list", "peerlog device list --json"))
@json_option
def command(as_json: bool) -> None:
    """List your devices: their names, since when, and with whom each shares.

    Names and days are what each device says of itself. The letters before a
    name are the beginning of its id.
    """
    from ....journal.own_devices.devices import devices
    from ...device_lines import described_device

    with invocation().journal() as journal:
        found = devices(journal)
        if as_json:
            terminal.put_json({"devices": [described_device(each) for each in found]})
            return
        for each in found:
            terminal.put(_line(journal, each))
        if len(found) == 1:
            terminal.say("“peerlog device add” brings in another machine of yours.")


def _line(journal: Journal, device: OwnDevice) -> str:
    from ....domain.said_names import listed
    from ....journal.own_devices.devices import typed_id

    said = [f"{typed_id(device.id)[:6]}  {device.name}"]
    if device.is_this:
        said.append("this one")
    if device.retired:
        said.append(f"out of use since {_day(journal, device.retired)}")
    elif device.since:
        said.append(f"since {_day(journal, device.since)}")
    if device.shares and not device.retired:
        said.append(f"shares with {listed(device.shares)}")
    if device.words_wait:
        said.append("words not compared: “peerlog device verify”")
    return " · ".join(said)


def _day(journal: Journal, stamp: str) -> str:
    from ....domain.dates import say_day
    from ....domain.moment import Moment

    said = say_day(Moment.parse(stamp).in_zone(journal.time.zone).day, journal.time.today())
    return said.lower() if said in ("Today", "Yesterday") else said
