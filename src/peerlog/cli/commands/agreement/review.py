from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog agreement review", "peerlog agreement review --next 2027-02-01"))
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--next", "again", metavar="DATE", help="The day to look at it again.")
def command(id_: str | None, again: str | None) -> None:
    """Note that you have looked at an agreement together. “peerlog edit” changes what does not fit."""
    from ....domain.agreement_course import Move
    from ...agreement_moves import carry_out

    with invocation().journal(writes=True) as journal:
        agreement = carry_out(journal, id_, Move.LOOKED_AT, until=again, option="--next")
        day = agreement.line("review")
        terminal.put(f"Noted. You look at it again on {day}." if day else "Noted.")
