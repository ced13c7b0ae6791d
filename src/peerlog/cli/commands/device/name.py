from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog device name laptop"))
@click.argument("name", metavar="NAME")
def command(name: str) -> None:
    """Call this device NAME among yours. Your others learn it with the next update."""
    from ....journal.own_devices.device_notes import clean_device_name, device_name, keep_device_name
    from ...given import require_words

    require_words("NAME", clean_device_name(name))
    with invocation().journal(writes=True) as journal:
        keep_device_name(journal, name)
        terminal.put(f"This device is “{device_name(journal)}”.")
