from __future__ import annotations

from datetime import date

import click

from .... import terminal
from ....examples import examples
from ....invocation import invocation
from ....json_option import json_option


@click.command(epilog=examples("peerlog cpd record list", "peerlog cpd record list --json"))
@json_option
def command(as_json: bool) -> None:
    """List the records that were begun, the latest period first."""
    from .....domain.dates import written_out
    from .....domain.kinds.record import STATES
    from .....journal.cpd.records import records
    from .....journal.short_ids import short_id
    from ....described import described

    states = {each.value: each.label for each in STATES}
    with invocation().journal() as journal:
        found = records(journal)
        if as_json:
            terminal.put_json({"records": [described(record) for record in found]})
            return
        for record in found:
            handed = record.line("handed_on")
            on = f" on {written_out(date.fromisoformat(handed))}" if handed else ""
            terminal.put(f"{short_id(journal, record.id)}  {record.title}  {states[record.state]}{on}")
        if not found:
            terminal.say("No record was begun yet. “peerlog cpd record” shows what would go into one.")
