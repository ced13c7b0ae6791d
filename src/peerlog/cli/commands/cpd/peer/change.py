from __future__ import annotations

from typing import Any

import click

from .....errors import BadInput
from .... import terminal
from ....examples import examples
from ....invocation import invocation
from ....peer_lines import peer_options


@click.command(
    epilog=examples("peerlog cpd peer change 3f9a2c1 --on-paper", 'peerlog cpd peer change 3f9a2c1 --phone ""')
)
@click.argument("id_", metavar="ID")
@click.option("--name", metavar="NAME", help="Another name.")
@peer_options
@click.option("--json", "as_json", is_flag=True, help="Write their part as JSON.")
def command(id_: str, name: str | None, as_json: bool, **given: Any) -> None:
    """Change what is noted of somebody. An empty value empties its field."""
    from .....journal.cpd.peers import change_peer
    from ....peer_lines import described_peer, peer_given, write_peer

    with invocation().journal(writes=True) as journal:
        changes = peer_given(journal, given) | ({"title": name} if name else {})
        if not changes:
            raise BadInput("Nothing is to be changed.", "“peerlog cpd peer change --help” lists what can be.")
        peer = change_peer(journal, journal.entries.resolve(id_), changes)
        if as_json:
            terminal.put_json(described_peer(journal, peer))
        else:
            write_peer(journal, peer)
