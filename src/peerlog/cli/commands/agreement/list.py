from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog agreement list", "peerlog agreement list --json"))
@json_option
def command(as_json: bool) -> None:
    """List the agreements, those that run first."""
    from ....journal.agreements import agreements
    from ....journal.short_ids import short_id
    from ...agreement_words import say_state
    from ...described import described

    with invocation().journal() as journal:
        found = agreements(journal)
        if as_json:
            terminal.put_json({"agreements": [described(each) for each in found]})
            return
        for each in found:
            until = each.line("ends") or "-"
            people = ", ".join(each.members("people")) or "nobody named yet"
            left = f"{short_id(journal, each.id)}  {say_state(each):<6}  {until:<10}  "
            terminal.put(left, terminal.Bold(people), f"  {each.line('focus')}".rstrip())
        if not found:
            terminal.say("No agreement yet. “peerlog agreement add” makes one, with a few Enters.")
