from __future__ import annotations

import click

from ...examples import examples
from ...given import require_words
from ...invocation import invocation
from ...sharing import into_circle


@click.command(
    epilog=examples(
        'peerlog resource add "Time to Think" --where "Library, 158.1" --why "On not interrupting" --to Sam',
        'peerlog resource add "A talk on chairing" --where https://example.org/talk --from Sam --pass-on',
    )
)
@click.argument("title", nargs=-1, required=True)
@click.option("--where", "--place", "where", metavar="TEXT", help="A link or a place.")
@click.option("--why", metavar="TEXT", help="Why it is useful.")
@click.option("--from", "source", metavar="NAME", help="From whom you have it.")
@click.option("--to", "--for", "people", metavar="NAMES", help="For whom; names, with commas.")
@click.option("--pass-on", is_flag=True, help="It may be passed on.")
@into_circle
@click.option("--json", "as_json", is_flag=True, help="Write the new resource as JSON instead of its id.")
def command(
    title: tuple[str, ...],
    where: str | None,
    why: str | None,
    source: str | None,
    people: str | None,
    pass_on: bool,
    circle: str | None,
    as_json: bool,
) -> None:
    """Put something on the shelf, and why it is useful."""
    from ...part_writing import said, write_part

    require_words("TITLE", " ".join(title))
    with invocation().journal(writes=True) as journal:
        fields = {"title": " ".join(title)} | said(where=where, why=why, source=source, people=people)
        fields["pass_on"] = pass_on
        write_part(journal, "resource", (), fields, circle=circle, as_json=as_json, enough=True)
