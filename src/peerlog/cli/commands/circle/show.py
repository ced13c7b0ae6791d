from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog circle show Sam", "peerlog circle show --json"))
@click.argument("name", required=False)
@json_option
def command(name: str | None, as_json: bool) -> None:
    """Show who is in it, how you know them, what you have in common, what waits."""
    from ....journal.circle.circles import circle_named
    from ...circle_lines import described_circle, write_circle

    with invocation().journal() as journal:
        circle = circle_named(journal, name, archived=True)
        if as_json:
            terminal.put_json(described_circle(journal, circle))
        else:
            write_circle(journal, circle)
