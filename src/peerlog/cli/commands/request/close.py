from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog request close 3f9a2c1"))
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
def command(ids: tuple[str, ...]) -> None:
    """Say that a request is settled."""
    from ....journal.asking import set_state
    from ...listing import one_line

    with invocation().journal(writes=True) as journal:
        for entry in [journal.entries.resolve(id_) for id_ in ids]:
            terminal.put("Closed: ", one_line(journal, set_state(journal, entry.id, "closed")))
