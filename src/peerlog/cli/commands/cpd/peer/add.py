from __future__ import annotations

from typing import Any

import click

from .... import terminal
from ....examples import examples
from ....invocation import invocation
from ....peer_lines import peer_options


@click.command(
    epilog=examples(
        "peerlog cpd peer add 3f9a2c1 Sam --relation same-profession --on-register gphc --may-be-named",
        "peerlog cpd peer add 3f9a2c1 Sam --signed 81ac07e",
        'peerlog cpd peer add nmc "Ada Byrne" --meaning checked --on-paper --day 2026-11-17',
    )
)
@click.argument("id_", metavar="ENTRY|BODY")
@click.argument("name", metavar="NAME")
@peer_options
@click.option("--json", "as_json", is_flag=True, help="Write their part as JSON.")
def command(id_: str, name: str, as_json: bool, **given: Any) -> None:
    """Note somebody's part in an entry that counts, or in the record for a body. Says for whom it counts, or why not.

    What they signed is given with --signed: a joint summary that all of you signed says that it took place, and what
    somebody outside signed (“peerlog countersign”) says what they chose, and nothing else.
    """
    from .....journal.cpd.peers import add_peer
    from .....journal.cpd.writing_record import record_of_body
    from ....peer_lines import described_peer, peer_given, write_peer

    with invocation().journal(writes=True) as journal:
        entry = record_of_body(journal, id_) or journal.entries.resolve(id_)
        peer = add_peer(journal, entry, name, peer_given(journal, given))
        if as_json:
            terminal.put_json(described_peer(journal, peer))
        else:
            write_peer(journal, peer)
