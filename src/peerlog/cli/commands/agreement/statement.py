from __future__ import annotations

from pathlib import Path

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog agreement statement", "peerlog agreement statement 3f9a2c1 -o statement.md"))
@click.argument("id_", metavar="[ID]", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write it into this file.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def command(id_: str | None, output: Path | None, force: bool) -> None:
    """Write a closing statement: period, meetings, hours, goals met. Nothing of what was talked about.

    It is Markdown that also reads well as it is, not encrypted, to be printed or handed on.
    """
    from ....journal.agreements import agreement_meant
    from ....journal.exported_files import write_file
    from ....journal.partnership import statement_of

    with invocation().journal() as journal:
        text = statement_of(journal, agreement_meant(journal, id_))
    if output is None:
        terminal.put_raw(text)
    else:
        write_file(output, [text], force=force)
        terminal.put(f"{output}, not encrypted.")
