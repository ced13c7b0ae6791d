from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option

if TYPE_CHECKING:
    from ....domain.entry import Entry


@click.command(epilog=examples("peerlog request list", "peerlog request list --all --json"))
@click.option("--all", "everything", is_flag=True, help="Also what is answered or closed.")
@json_option
def command(everything: bool, as_json: bool) -> None:
    """List open requests, the soonest needed first."""
    from ....journal.asking import requests
    from ...described import described
    from ...part_lines import said_day, write_parts

    with invocation().journal() as journal:
        found = requests(journal) if everything else requests(journal, "open")

        def about(request: Entry) -> str:
            due = request.line("due")
            state = request.state if request.state != "open" else ""
            return " · ".join(each for each in (state, f"needed by {said_day(journal, due)}" if due else "") if each)

        if as_json:
            terminal.put_json({"requests": [described(request) for request in found]})
        elif found:
            write_parts(journal, found, about)
        else:
            terminal.say("Nobody is waiting for an answer. “peerlog request add” asks for one.")
