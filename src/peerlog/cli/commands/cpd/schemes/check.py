from __future__ import annotations

from pathlib import Path

import click

from .....errors import BadInput
from .... import terminal
from ....examples import examples


@click.command(epilog=examples("peerlog cpd schemes check choir.toml"))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def command(file: Path) -> None:
    """Say what is wrong with a file of your own, with the line, or what it asks for. Needs no journal."""
    from .....journal.clock import local_time
    from .....journal.practice_files import check_requirement_file
    from ....requirements_lines import write_scheme

    scheme, problem = check_requirement_file(file)
    if scheme is None:
        raise BadInput(problem, "docs/requirements.md says what a file may hold.")
    write_scheme(scheme, local_time().today())
    terminal.say(f"All is well: “peerlog cpd body add {scheme.name}” works once it is in the folder “requirements”.")
