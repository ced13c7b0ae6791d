from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...sharing import into_circle, space_given


@click.command(
    epilog=examples(
        "peerlog idea add Ask before advising --from Sam",
        'peerlog idea add Begin with silence --step "one minute on Monday" --goal 3f9a2c1',
    )
)
@click.argument("words", metavar="TEXT", nargs=-1, required=True)
@click.option("--from", "source", metavar="NAME", help="Whose idea it was; left out for your own.")
@click.option("--step", metavar="TEXT", help="The first small step.")
@click.option("--goal", "goals", multiple=True, metavar="ID", help="A goal that it serves; repeatable.")
@into_circle
@click.option("--json", "as_json", is_flag=True, help="Write the new idea as JSON instead of its id.")
def command(
    words: tuple[str, ...],
    source: str | None,
    step: str | None,
    goals: tuple[str, ...],
    circle: str | None,
    as_json: bool,
) -> None:
    """Keep an idea to try."""
    from ....journal.goal.goals import require_goal
    from ...described import described
    from ...listing import one_line

    with invocation().journal(writes=True) as journal:
        links = [require_goal(journal, journal.entries.resolve(goal).id).id for goal in goals]
        fields = {"title": " ".join(words), "source": source, "step": step, "links": links}
        idea = journal.entries.add("idea", fields, space=space_given(journal, circle))
        if as_json:
            terminal.put_json(described(idea))
        else:
            terminal.put(one_line(journal, idea))
