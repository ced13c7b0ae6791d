from __future__ import annotations

import click

from ... import completing, terminal
from ...examples import examples
from ...given import require_words
from ...invocation import invocation


@click.command(epilog=examples("peerlog goal state 3f9a2c1", "peerlog goal state 3f9a2c1 agreed"))
@click.argument("id_", metavar="ID")
@click.argument("to", metavar="[STATE]", required=False, shell_complete=completing.goal_states)
def command(id_: str, to: str | None) -> None:
    """Move a goal on: from proposed to agreed, active, met or let go, and back to active.

    Without a state, says where it stands and where it can go from there.
    """
    from ....domain.goal_course import COURSE
    from ....domain.kinds import GOAL
    from ....journal.goal.goals import move_goal, require_goal
    from ...listing import one_line

    if to is not None:
        require_words("STATE", to)
    with invocation().journal(writes=to is not None) as journal:
        goal = require_goal(journal, journal.entries.resolve(id_).id)
        if to is None:
            terminal.put(f"{one_line(journal, goal)} is {COURSE.label(COURSE.standing(goal.state))}.")
            for move in COURSE.moves(goal.state):
                terminal.put(f"  {move.to:<8}  {move.says}")
            return
        moved = move_goal(journal, goal.id, str(GOAL.all_fields["state"].clean(to) or ""))
        terminal.put(f"{COURSE.label(moved.state).capitalize()}: {one_line(journal, moved)}")
