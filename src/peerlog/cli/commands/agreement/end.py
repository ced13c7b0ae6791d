from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples("peerlog agreement end", 'peerlog agreement end --closing "We wanted … What came of it …"')
)
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--closing", metavar="TEXT", help="What you want to keep of it; empty asks nothing.")
def command(id_: str | None, closing: str | None) -> None:
    """Part: end an agreement, and look back.

    On a terminal four questions are asked, each of which may be left out. “peerlog agreement statement” then writes a
    closing statement.
    """
    from ....domain.agreement_course import Move, moves_from
    from ...agreement_moves import carry_out, look_back, meant_for

    with invocation().journal(writes=True) as journal:
        agreement = meant_for(journal, id_, Move.END)
        if closing is None and terminal.can_ask() and Move.END in moves_from(agreement.state):
            closing = look_back(journal, agreement)
        ended = carry_out(journal, agreement.id, Move.END, closing=closing or "")
        terminal.put(f"It ended on {ended.line('ends')}. “peerlog agreement statement” writes a closing statement.")
