from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(
    epilog=examples("peerlog meeting times --with Sam", "peerlog meeting times --with Sam,Ada --days 3 --all")
)
@click.option("--with", "people", multiple=True, required=True, metavar="NAME", help="Who; repeatable, or with commas.")
@click.option("--minutes", metavar="N", help="How long it takes; an hour if left out.")
@click.option("--days", type=click.IntRange(1, 60), default=14, show_default=True, metavar="N", help="How far ahead.")
@click.option("--all", "everything", is_flag=True, help="Also hours outside 7 to 22 of somebody.")
@json_option
def command(people: tuple[str, ...], minutes: str | None, days: int, everything: bool, as_json: bool) -> None:
    """Find a time that lies between 7 and 22 on everybody's own clock.

    A card tells where somebody lives: “peerlog card add Sam --zone Asia/Kathmandu”.
    """
    from ....domain.minutes import parse_minutes
    from ....journal.meeting.contacts import others_named
    from ....journal.meeting.planning import plan
    from ...times import described_plan, write_plan

    with invocation().journal() as journal:
        names = others_named(journal, [name for each in people for name in each.split(",")])
        found = plan(journal, names, minutes=parse_minutes(minutes) if minutes is not None else 60, days=days)
        if as_json:
            terminal.put_json(described_plan(found, everything=everything))
        else:
            write_plan(journal, found, everything=everything)
