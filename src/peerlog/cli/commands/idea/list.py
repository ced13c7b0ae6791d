from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog idea list", "peerlog idea list --all --json"))
@click.option("--all", "everything", is_flag=True, help="Also what is kept or dropped.")
@json_option
def command(everything: bool, as_json: bool) -> None:
    """List ideas by where they stand, the oldest first."""
    from ....domain.idea_course import COURSE
    from ....journal.ideas import ideas_in
    from ...described import described
    from ...idea_lines import write_ideas

    with invocation().journal() as journal:
        wanted = [choice.value for choice in COURSE.states][: None if everything else 3]
        found = ideas_in(journal, wanted)
        if as_json:
            terminal.put_json({"ideas": [described(idea) for idea in found]})
        elif found:
            write_ideas(journal, found)
        else:
            terminal.say("There is nothing to try yet. “peerlog idea add” keeps an idea.")
