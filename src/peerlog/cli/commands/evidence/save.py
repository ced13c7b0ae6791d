from __future__ import annotations

from pathlib import Path

import click

from ....errors import BadInput
from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...output_place import output_place


@click.command(epilog=examples("peerlog evidence save 81ac07e", "peerlog evidence save 81ac07e -o ~/for-the-audit/"))
@click.argument("id_", metavar="ID")
@output_place()
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def command(id_: str, output: Path, force: bool) -> None:
    """Write a copy of a kept file, unencrypted. It is compared with what was stored before it is in its place."""
    from ....journal.evidence import resolve, write_to

    if str(output) == "-":
        raise BadInput("A kept file does not go to standard output.", "Name a file or a folder.")
    with invocation().journal() as journal:
        saved = write_to(journal, resolve(journal, id_).id, output, force=force)
    terminal.put(f"A copy is in {saved.path}, not encrypted.")
    for warning in saved.warnings:
        terminal.say(warning)
