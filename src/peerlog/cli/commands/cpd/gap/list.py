from __future__ import annotations

import click

from .... import terminal
from ....examples import examples
from ....invocation import invocation
from ....json_option import json_option


@click.command(epilog=examples("peerlog cpd gap list", "peerlog cpd gap list hcpc --json"))
@click.argument("name", metavar="[BODY]", required=False)
@json_option
def command(name: str | None, as_json: bool) -> None:
    """List the gaps that you have noted, the earliest first."""
    from .....journal.cpd.gaps import gaps_of
    from .....journal.cpd.memberships import membership_named, memberships
    from ....described import described
    from ....standing_lines import say_gap

    with invocation().journal() as journal:
        kept = memberships(journal) if name is None else [membership_named(journal, name)]
        found = [(each, gap) for each in kept for gap in gaps_of(journal, each)]
        if as_json:
            told = [{**described(gap), "body": each.line("scheme"), **_days(gap.fields)} for each, gap in found]
            terminal.put_json({"gaps": told})
            return
        for each, gap in found:
            terminal.put(f"{say_gap(journal, gap)}  ({each.title})")
        if not found:
            terminal.say("No gap is noted.")


def _days(fields: object) -> dict[str, object]:
    days = dict(fields) if isinstance(fields, dict) else {}
    return {"since": days.get("since"), "until": days.get("until")}
