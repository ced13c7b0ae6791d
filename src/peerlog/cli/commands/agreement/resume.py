from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog agreement resume"))
@click.argument("id_", metavar="[ID]", required=False)
def command(id_: str | None) -> None:
    """Go on after a pause."""
    from ....domain.agreement_course import Move
    from ...agreement_moves import carry_out

    with invocation().journal(writes=True) as journal:
        agreement = carry_out(journal, id_, Move.RESUME)
        ends = agreement.line("ends")
        terminal.put(f"It goes on, until {ends}." if ends else "It goes on.")
