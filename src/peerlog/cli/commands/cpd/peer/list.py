from __future__ import annotations

import click

from .... import terminal
from ....examples import examples
from ....filters import as_json as json_option
from ....invocation import invocation

_MOST = 100_000


@click.command(epilog=examples("peerlog cpd peer list", "peerlog cpd peer list 3f9a2c1 --json"))
@click.argument("id_", metavar="[ENTRY]", required=False)
@json_option
def command(id_: str | None, as_json: bool) -> None:
    """List other people's parts, of one entry or record or of all, and for which body each of them counts."""
    from .....journal.cpd.peers import peers_of
    from ....peer_lines import described_peer, write_peer

    with invocation().journal() as journal:
        if id_ is None:
            found = journal.entries.of_kind("peer", limit=_MOST)
        else:
            found = peers_of(journal, journal.entries.resolve(id_))
        if as_json:
            terminal.put_json({"peers": [described_peer(journal, each) for each in found]})
            return
        for each in found:
            write_peer(journal, each)
        if not found:
            terminal.say("Nobody's part is noted. “peerlog cpd peer add” notes one.")
