from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog goal list", "peerlog goal list --all --json"))
@click.option("--all", "everything", is_flag=True, help="Also what is met or let go.")
@json_option
def command(everything: bool, as_json: bool) -> None:
    """List the goals that are open, by where they stand, the soonest due first.

    Each with its next day, where it starts and leads, and the latest check-ins as bars from 0 to 10.
    """
    from ....domain.kinds.goal import OPEN_STATES
    from ....journal.goal.goal_progress import progress_of
    from ....journal.goal.goals import goals_in
    from ...goal_lines import described_goal, write_goals

    with invocation().journal() as journal:
        found = [progress_of(journal, goal) for goal in goals_in(journal, () if everything else OPEN_STATES)]
        if as_json:
            terminal.put_json({"goals": [described_goal(each) for each in found]})
        elif found:
            write_goals(journal, found)
        else:
            terminal.say("No goal is open. “peerlog goal narrow” asks the questions that lead to one.")
