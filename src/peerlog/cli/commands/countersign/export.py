from __future__ import annotations

from pathlib import Path

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog countersign export 81ac07e -o chairing-signed"))
@click.argument("id_", metavar="ID")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    required=True,
    help="A folder that is made for it.",
)
def command(id_: str, output: Path) -> None:
    """Write out a signed item: the text, what was signed, the signature, and how anybody checks it.

    Nothing but “sha256sum” and “ssh-keygen” is needed for that. What somebody
    signed by hand is not in it.
    """
    from ....journal.countersigning.countersignatures import countersignature_named
    from ....journal.countersigning.countersigned_copy import write_item_copy

    with invocation().journal(writes=True) as journal:
        written = write_item_copy(journal, countersignature_named(journal, id_), output)
        terminal.put(f"The copy is in {written.path}, not encrypted. VERIFY.txt says how to check it.")
        for warning in written.warnings:
            terminal.say(warning)
