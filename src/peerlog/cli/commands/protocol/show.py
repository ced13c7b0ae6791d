from __future__ import annotations

import click

from ... import completing, terminal
from ...examples import examples
from ...json_option import json_option


@click.command(epilog=examples("peerlog protocol show troika", "peerlog protocol show action_learning --json"))
@click.argument("name", metavar="NAME", shell_complete=completing.protocols)
@json_option
def command(name: str, as_json: bool) -> None:
    """Show one: its steps with their minutes, who speaks, what to do, and where it comes from."""
    from ...protocol_files import protocol
    from ...protocol_words import described_protocol, protocol_lines
    from ...terminal import Bold

    found = protocol(name)
    if as_json:
        terminal.put_json(described_protocol(found, whole=True))
        return
    terminal.put(Bold(found.label))
    for line in protocol_lines(found):
        terminal.put(line)
