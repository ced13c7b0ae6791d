from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog thanks list", "peerlog thanks list --quotable --json"))
@click.option("--quotable", is_flag=True, help="Only what may be quoted.")
@json_option
def command(quotable: bool, as_json: bool) -> None:
    """List thank-you notes, the newest first."""
    from ....domain.selection import Selection
    from ...described import described
    from ...part_lines import write_parts

    with invocation().journal() as journal:
        marks = frozenset({"quotable"}) if quotable else frozenset()
        selection = Selection(kinds=frozenset({"thanks"}), marks=marks)
        found = journal.entries.page(selection, limit=500).entries
        if as_json:
            terminal.put_json({"thanks": [described(each) for each in found]})
        elif found:
            write_parts(journal, found, lambda each: "· may be quoted" if each.fields.get("quotable") else "")
        else:
            terminal.say("No thanks yet. “peerlog thanks add” keeps one.")
