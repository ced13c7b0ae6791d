from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog feedback list", "peerlog feedback list --json"))
@json_option
def command(as_json: bool) -> None:
    """List feedback, the newest first."""
    from ...described import described
    from ...part_lines import write_parts

    with invocation().journal() as journal:
        found = journal.entries.of_kind("feedback")
        if as_json:
            terminal.put_json({"feedback": [described(each) for each in found]})
        elif found:
            write_parts(journal, found, lambda each: "· in my record" if each.fields.get("accepted") else "")
        else:
            terminal.say("There is no feedback yet. “peerlog feedback add” notes some.")
