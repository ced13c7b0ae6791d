from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog agreement renew", "peerlog agreement renew --until 2027-06-30"))
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--until", metavar="DATE", help="The new last day; as long again as before if left out.")
def command(id_: str | None, until: str | None) -> None:
    """Continue with an agreement: it gets a later end, and what it said before stays among its versions."""
    from ....domain.agreement_course import Move
    from ...agreement_moves import carry_out

    with invocation().journal(writes=True) as journal:
        agreement = carry_out(journal, id_, Move.RENEW, until=until)
        terminal.put(f"It runs until {agreement.line('ends')}.")
