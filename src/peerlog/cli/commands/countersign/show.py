from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog countersign show 81ac07e", "peerlog countersign show 81ac07e --json"))
@click.argument("id_", metavar="ID")
@json_option
def command(id_: str, as_json: bool) -> None:
    """Show what somebody was asked or has signed: the sense of it, who, and exactly the text."""
    from ....journal.countersigning.countersignatures import countersignature_named
    from ...countersign_lines import described_countersigned, show_countersigned

    with invocation().journal() as journal:
        one = countersignature_named(journal, id_)
        if as_json:
            terminal.put_json({**described_countersigned(one), "text": one.text})
        else:
            show_countersigned(journal, one)
