from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...sharing import into_circle, space_given


@click.command(
    epilog=examples(
        "peerlog goal add Chair a meeting well --baseline 4 --target 7 --due 2027-03-01",
        "peerlog goal add Chair a meeting together --circle sam",
        'peerlog goal add Publish one case study --with Sam --milestone "outline by 4 dec"',
    )
)
@click.argument("words", metavar="TITLE", nargs=-1, required=True)
@click.option("--theme", metavar="TEXT", help="The wide field that it lies in.")
@click.option("--question", metavar="TEXT", help="What you want to find out about it.")
@click.option("--why", metavar="TEXT", help="Why it matters.")
@click.option("--measure", metavar="TEXT", help="What you will count or see.")
@click.option("--baseline", metavar="TEXT", help="Where you start.")
@click.option("--target", metavar="TEXT", help="Where you want to be.")
@click.option("--due", metavar="DAY", help="By when, such as “1 mar” or “in 6 weeks”.")
@click.option("--with", "people", metavar="NAMES", help="Who shares it, with commas; begins as proposed.")
@click.option("--milestone", metavar="TEXT", help="A first place on the way: “outline by 4 dec”.")
@into_circle
@click.option("--json", "as_json", is_flag=True, help="Write the new goal as JSON instead of its id.")
def command(words: tuple[str, ...], circle: str | None, as_json: bool, **options: str | None) -> None:
    """Set a goal. Everything but its title may be left open."""
    from ....journal.goal.goals import add_narrowed
    from ...described import described
    from ...given import require_words
    from ...listing import one_line

    for name, said in options.items():
        if said is not None:
            require_words(f"--{'with' if name == 'people' else name}", said)
    require_words("TITLE", " ".join(words))
    answers = {"title": " ".join(words), **{name: said for name, said in options.items() if said}}
    with invocation().journal(writes=True) as journal:
        goal = add_narrowed(journal, answers, space=space_given(journal, circle))
        if as_json:
            terminal.put_json(described(goal))
        else:
            terminal.put(one_line(journal, goal))
