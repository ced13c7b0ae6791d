from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog summary list", "peerlog summary list Sam", "peerlog summary list --json"))
@click.argument("circle", metavar="[NAME]", required=False)
@json_option
def command(circle: str | None, as_json: bool) -> None:
    """List summaries: drafts, those that wait for a signature, those that are agreed. The newest first.

    NAME is a partner or a group; without it, everybody.
    """
    from ....journal.circle.circles import circle_named
    from ....journal.joint_summary.summary_rows import summary_rows
    from ...summary_lines import described_row, write_rows

    with invocation().journal() as journal:
        space = circle_named(journal, circle, archived=True).space if circle is not None else None
        rows = summary_rows(journal, space)
        if as_json:
            terminal.put_json({"summaries": [described_row(journal, each) for each in rows]})
        elif rows:
            write_rows(journal, rows)
        else:
            terminal.say("No summary yet. “peerlog summary draft” begins one from what you share.")
