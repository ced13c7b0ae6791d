from __future__ import annotations

import click

from .... import terminal
from ....examples import examples
from ....invocation import invocation


@click.command(epilog=examples("peerlog cpd peer remove 3f9a2c1"))
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
def command(ids: tuple[str, ...]) -> None:
    """Take somebody's part away. “peerlog undelete” brings it back."""
    from .....journal.cpd.peers import require_peer
    from ....listing import one_line

    with invocation().journal(writes=True) as journal:
        for peer in [require_peer(journal.entries.resolve(id_)) for id_ in ids]:
            journal.entries.delete(peer.id)
            terminal.put("Removed: ", one_line(journal, peer))
