from __future__ import annotations

import click

from ....domain.kinds.request import HELP
from ...examples import examples
from ...invocation import invocation
from ...sharing import into_circle


@click.command(
    epilog=examples(
        'peerlog request add "Dear Joan, …" --title "Before I send this" --to Sam',
        'peerlog request add "Is the end too long?" --circle sam --help-wanted edit',
        "peerlog request add - --from Sam --help-wanted listen --due +3d < letter.txt",
    )
)
@click.argument("words", metavar="[TEXT | -]", nargs=-1)
@click.option("--title", help="What it is about.")
@click.option("--to", "people", metavar="NAMES", help="Whom you ask; names, with commas.")
@click.option("--from", "source", metavar="NAME", help="Who asks, when it is not you.")
@click.option(
    "--help-wanted",
    "help_",
    type=click.Choice([each.value for each in HELP]),
    help="What would help.",
)
@click.option("--due", metavar="DATE", help="Needed by this day, such as fri or 2026-12-04.")
@into_circle
@click.option("--json", "as_json", is_flag=True, help="Write the new request as JSON instead of its id.")
def command(
    words: tuple[str, ...],
    title: str | None,
    people: str | None,
    source: str | None,
    help_: str | None,
    due: str | None,
    circle: str | None,
    as_json: bool,
) -> None:
    """Ask for a second pair of eyes on TEXT, or note who asked you.

    TEXT is what to look at: a letter, a plan, a thought. Without it your editor opens.
    """
    from ....domain.dates import parse_day
    from ...part_writing import said, write_part

    with invocation().journal(writes=True) as journal:
        fields = said(title=title, people=people, source=source, help=help_, due=due)
        if due is not None:
            fields["due"] = parse_day(due, journal.time.today(), ahead=True)
        write_part(journal, "request", words, fields, circle=circle, as_json=as_json, enough=False)
