from __future__ import annotations

import click

from .. import terminal
from ..examples import examples
from ..invocation import invocation
from ..json_option import json_option


@click.command(epilog=examples("peerlog tags", "peerlog tags --json"))
@json_option
def command(as_json: bool) -> None:
    """List every tag with the number of entries that bear it, the most used first."""
    with invocation().journal() as journal:
        tags = journal.entries.tags()
    if as_json:
        terminal.put_json({"tags": [{"tag": tag, "entries": count} for tag, count in tags]})
        return
    for tag, count in tags:
        terminal.put(f"{count:>6}  {tag}")
    if not tags:
        terminal.say("There are no tags yet. Write #words in a text, or use --tag.")
