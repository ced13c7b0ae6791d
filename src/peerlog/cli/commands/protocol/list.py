from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...json_option import json_option


@click.command(epilog=examples("peerlog protocol list", "peerlog protocol list --json"))
@json_option
def command(as_json: bool) -> None:
    """List the protocols there are: for how many people, and what each is for."""
    from ...layout import cut, fitted, width
    from ...protocol_files import protocols
    from ...protocol_words import described_protocol, say_range

    found = list(protocols().values())
    if as_json:
        terminal.put_json({"protocols": [described_protocol(each) for each in found]})
        return
    rows = [(each.name, say_range(each.people), each.about) for each in found]
    widths = [max((width(row[column]) for row in rows), default=0) for column in range(2)]
    for row in rows:
        left = "  ".join(fitted(cell, cells) for cell, cells in zip(row, widths, strict=False))
        room = terminal.columns() - sum(widths) - 4
        terminal.put(left, "  ", cut(row[2], room) if terminal.is_shown() else row[2])
