from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog meeting carry", "peerlog meeting carry 3f9a2c1 --dry-run"))
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--only", multiple=True, metavar="ITEM", help="Only this item; repeatable.")
@click.option("--dry-run", is_flag=True, help="Only show what would be taken up.")
@json_option
def command(id_: str | None, only: tuple[str, ...], dry_run: bool, as_json: bool) -> None:
    """Take up in a meeting what earlier ones with the same people left open.

    Each item goes on once. Actions stay open by themselves.
    """
    from ....journal.meeting.agenda import carry_forward, left_open
    from ...described import described
    from ...meetings import meeting_given, write_agenda

    with invocation().journal(writes=not dry_run) as journal:
        meeting = meeting_given(journal, id_)
        wanted = {journal.entries.resolve(each).id for each in only}
        if dry_run:
            items = [each for each in left_open(journal, meeting) if not wanted or each.id in wanted]
        else:
            items = carry_forward(journal, meeting, wanted)
        if as_json:
            terminal.put_json({"meeting": meeting.id, "items": [described(each) for each in items]})
        elif items:
            write_agenda(journal, items)
        else:
            terminal.say("Nothing was left open by earlier meetings with the same people.")
