from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog agreement start", "peerlog agreement start 3f9a2c1"))
@click.argument("id_", metavar="[ID]", required=False)
def command(id_: str | None) -> None:
    """Begin with a draft: it runs from today, or from the day that it names."""
    from ....domain.agreement_course import Move
    from ...agreement_moves import carry_out

    with invocation().journal(writes=True) as journal:
        agreement = carry_out(journal, id_, Move.START)
        terminal.put(f"It runs from {agreement.line('starts')} until {agreement.line('ends')}.")
