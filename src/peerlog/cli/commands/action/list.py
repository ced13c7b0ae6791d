from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...given import require_words
from ...invocation import invocation
from ...json_option import json_option

_MOST = 100_000


@click.command(epilog=examples("peerlog action list", "peerlog action list --who Sam --all --json"))
@click.option("--who", metavar="NAME", help="Only what this person does; “me” for your own.")
@click.option("--all", "everything", is_flag=True, help="Also what is done or dropped.")
@json_option
def command(who: str | None, everything: bool, as_json: bool) -> None:
    """List what is open, the soonest due first."""
    from ....journal.actions import by_due
    from ...action_lines import write_actions
    from ...described import described

    if who is not None:
        require_words("--who", who)
    with invocation().journal() as journal:
        states = () if everything else ("open",)
        found = by_due(journal.entries.of_kind("action", states=states, limit=_MOST))
        if who is not None:
            wanted = "" if who.casefold() == "me" else who.casefold()
            found = [action for action in found if action.line("owner").casefold() == wanted]
        if as_json:
            terminal.put_json({"actions": [described(action) for action in found]})
        elif found:
            write_actions(journal, found)
        else:
            terminal.say("Nothing is open. “peerlog action add” notes what somebody will do.")
