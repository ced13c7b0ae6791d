from __future__ import annotations

from typing import Any

import click

from .... import terminal
from ....examples import examples
from ....invocation import invocation
from ....peer_lines import peer_options
from ....record_options import period as period_option


@click.command(
    epilog=examples(
        "peerlog cpd peer add 3f9a2c1 Sam --relation same-profession --on-register gphc --may-be-named",
        "peerlog cpd peer add 3f9a2c1 Sam --signed 81ac07e",
        'peerlog cpd peer add nmc "Ada Byrne" --meaning checked --on-paper --day 2026-11-17',
    )
)
@click.argument("said", metavar="ENTRY|BODY")
@click.argument("name", metavar="NAME")
@peer_options
@period_option
@click.option("--json", "as_json", is_flag=True, help="Write their part as JSON.")
def command(said: str, name: str, period: str | None, as_json: bool, **given: Any) -> None:
    """Note somebody's part in an entry that counts, or in the record for a body. Says for whom it counts, or why not.

    What they signed is given with --signed: a joint summary that all of you signed says that it took place, and what
    somebody outside signed (“peerlog countersign”) says what they chose, and nothing else.
    """
    from .....errors import BadInput
    from .....journal.cpd.memberships import keeps_to
    from .....journal.cpd.peers import add_peer
    from .....journal.cpd.writing_record import record_named
    from ....peer_lines import described_peer, peer_given, write_peer
    from ....record_options import day_of

    if not name.strip():
        raise BadInput("Who was it?", "Give a name.")
    with invocation().journal(writes=True) as journal:
        about, day = peer_given(journal, given), day_of(journal, period)
        if keeps_to(journal, said):
            item = record_named(journal, said, day)
        elif day is not None:
            raise BadInput("--period goes with a body.", "Name the body whose record it is, such as nmc.")
        else:
            item = journal.entries.resolve(said)
        peer = add_peer(journal, item, name, about)
        if as_json:
            terminal.put_json(described_peer(journal, peer))
        else:
            write_peer(journal, peer)
