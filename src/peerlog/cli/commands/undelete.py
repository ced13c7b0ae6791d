from __future__ import annotations

import click

from .. import terminal
from ..examples import examples
from ..invocation import invocation


@click.command(epilog=examples("peerlog list --trash", "peerlog undelete 3f9a2c1"))
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
def command(ids: tuple[str, ...]) -> None:
    """Bring entries back from the trash."""
    from ..listing import one_line

    with invocation().journal(writes=True) as journal:
        for entry in [journal.entries.resolve(id_) for id_ in ids]:
            said = "Back: " if entry.deleted else "It was not in the trash: "
            terminal.put(said, one_line(journal, journal.entries.undelete(entry.id)))
