from __future__ import annotations

import click

from .... import terminal
from ....examples import examples
from ....invocation import invocation
from ....json_option import json_option
from ....record_options import period as period_option


@click.command(
    epilog=examples("peerlog cpd record show", "peerlog cpd record ama --full", "peerlog cpd record show nmc --json")
)
@click.argument("body", metavar="[BODY]", required=False)
@period_option
@click.option("--full", is_flag=True, help="With every text.")
@json_option
def command(body: str | None, period: str | None, full: bool, as_json: bool) -> None:
    """Show a record as it would be handed in now: what is in it, how long each answer is, and what is missing.

    BODY is whose record, or the beginning of a record's id. Nothing is written for it.
    """
    from ....record_described import described_record
    from ....record_lines import write_record
    from ....record_options import day_of

    with invocation().journal() as journal:
        from .....journal.cpd.writing_record import prepared_named

        record = prepared_named(journal, body, day_of(journal, period))
        if as_json:
            terminal.put_json(described_record(journal, record))
        else:
            write_record(journal, record, full=full)
