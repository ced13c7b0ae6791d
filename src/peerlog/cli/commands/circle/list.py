from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog circle", "peerlog circle list --all --json"))
@click.option("--all", "everything", is_flag=True, help="Also what was put away or left.")
@json_option
def command(everything: bool, as_json: bool) -> None:
    """List those you share with, and what waits in each."""
    from ....journal.circle.circles import circles
    from ...circle_lines import described_circle, one_circle

    with invocation().journal() as journal:
        found = circles(journal, archived=everything)
        if as_json:
            terminal.put_json({"circles": [described_circle(journal, each) for each in found]})
            return
        for each in found:
            terminal.put(*one_circle(journal, each))
        if not found:
            hidden = len(circles(journal, archived=True))
            terminal.say(
                f"All of it has been put away ({hidden}): “peerlog circle list --all”."
                if hidden
                else "You share nothing with anybody yet. “peerlog circle create” begins it, “join” answers."
            )
