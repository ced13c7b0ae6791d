from __future__ import annotations

import click

from .... import terminal
from ....examples import examples
from ....invocation import invocation
from ....json_option import json_option


@click.command(epilog=examples("peerlog cpd body list", "peerlog cpd body list --json"))
@json_option
def command(as_json: bool) -> None:
    """List the bodies that you keep to, with the period that today lies in and what of it is your own."""
    from .....journal.cpd.memberships import memberships
    from ....body_lines import described_body, write_body

    with invocation().journal() as journal:
        kept = memberships(journal)
        if as_json:
            terminal.put_json({"bodies": [described_body(journal, each) for each in kept]})
            return
        for each in kept:
            write_body(journal, each)
        if not kept:
            terminal.say("You keep to no requirements yet. “peerlog cpd schemes” shows whose there are.")
