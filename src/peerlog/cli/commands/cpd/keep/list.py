from __future__ import annotations

import click

from .... import terminal
from ....examples import examples
from ....invocation import invocation
from ....json_option import json_option


@click.command(epilog=examples("peerlog cpd keep list", "peerlog cpd keep --due --json"))
@click.option("--due", "only_due", is_flag=True, help="Only what has been kept for long enough.")
@json_option
def command(only_due: bool, as_json: bool) -> None:
    """List records, files and entries with the last day on which each is kept, what is due first."""
    from .....domain.dates import written_out
    from .....journal.cpd.retention import due, kept

    with invocation().journal() as journal:
        found = due(journal) if only_due else kept(journal)
        if as_json:
            told = [
                {
                    "id": each.id,
                    "sort": each.sort,
                    "title": each.title,
                    "until": each.until.isoformat() if each.until else None,
                    "due": each.is_due,
                }
                for each in found
            ]
            terminal.put_json({"kept": told})
            return
        for each in found:
            until = f"until {written_out(each.until)}" if each.until else "no last day"
            why = f" ({each.why})" if each.why else ""
            terminal.put(f"{each.id[:8]}  {each.sort}  {each.title}  {'due, ' if each.is_due else ''}{until}{why}")
        if not found:
            terminal.say(
                "Nothing is due." if only_due else "There are no records, no files and no entries with a last day yet."
            )
