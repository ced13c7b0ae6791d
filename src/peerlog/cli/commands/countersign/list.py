from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog countersign list", "peerlog countersign list 3f9a2c1 --json"))
@click.argument("id_", metavar="[ENTRY]", required=False)
@json_option
def command(id_: str | None, as_json: bool) -> None:
    """List what people outside were asked and have signed, the newest first, or about one entry."""
    from ....journal.countersigning.countersignatures import all_countersignatures, countersignatures_of
    from ...countersign_lines import described_countersigned, write_countersigned

    with invocation().journal() as journal:
        if id_ is None:
            found = all_countersignatures(journal)
        else:
            found = countersignatures_of(journal, journal.entries.resolve(id_).id)
        if as_json:
            terminal.put_json({"countersignatures": [described_countersigned(each) for each in found]})
        elif found:
            write_countersigned(journal, found, with_entries=id_ is None)
        else:
            terminal.say("Nobody outside was asked to sign. “peerlog countersign ask” does that.")
