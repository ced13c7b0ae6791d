from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog agreement pause", "peerlog agreement pause --until 2027-01-10"))
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--until", metavar="DATE", help="The day on which to be asked whether to go on.")
def command(id_: str | None, until: str | None) -> None:
    """Let an agreement rest for a while."""
    from ....domain.agreement_course import Move
    from ...agreement_moves import carry_out

    with invocation().journal(writes=True) as journal:
        agreement = carry_out(journal, id_, Move.PAUSE, until=until)
        day = agreement.line("resume")
        terminal.put(f"It rests until {day}." if day else "It rests. “peerlog agreement resume” goes on.")
