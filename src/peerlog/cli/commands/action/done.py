from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog action done 3f9a2c1"))
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
def command(ids: tuple[str, ...]) -> None:
    """Tick off what is done."""
    from ....journal.finishing import set_done
    from ...listing import one_line

    with invocation().journal(writes=True) as journal:
        for entry in [journal.entries.resolve(id_) for id_ in ids]:
            terminal.put("Done: ", one_line(journal, set_done(journal, entry.id)))
