from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog evidence list", "peerlog evidence list 3f9a2c1 --json"))
@click.argument("id_", metavar="[ENTRY]", required=False)
@click.option("--removed", is_flag=True, help="What was removed and can be brought back.")
@json_option
def command(id_: str | None, removed: bool, as_json: bool) -> None:
    """List the files that are kept, the newest first, or those of one entry."""
    from ....journal.evidence import all_files, of
    from ....journal.evidence_export import described_file
    from ...evidence_lines import write_files

    with invocation().journal() as journal:
        if id_ is None:
            found = all_files(journal, removed=removed)
        else:
            found = of(journal, journal.entries.resolve(id_).id, removed=removed)
        if as_json:
            terminal.put_json({"files": [described_file(file) for file in found]})
        elif found:
            write_files(journal, found, with_entries=id_ is None)
        else:
            terminal.say("Nothing was removed." if removed else "No file is kept. “peerlog evidence add” keeps one.")
