from __future__ import annotations

import click

from ...examples import examples
from ...invocation import invocation
from ...sharing import into_circle


@click.command(
    epilog=examples(
        'peerlog thanks add "The two hours on Sunday saved me." --to Sam --quotable',
        'peerlog thanks add "You asked the one question." --from Sam',
    )
)
@click.argument("words", metavar="[TEXT | -]", nargs=-1)
@click.option("--to", "people", metavar="NAMES", help="To whom; names, with commas. Left out: to you.")
@click.option("--from", "source", metavar="NAME", help="From whom, when it is not from you.")
@click.option("--quotable", is_flag=True, help="It may be quoted.")
@click.option("--they-said-so", is_flag=True, help="Whoever wrote it said so; needed for somebody else's.")
@into_circle
@click.option("--json", "as_json", is_flag=True, help="Write the new thanks as JSON instead of its id.")
def command(
    words: tuple[str, ...],
    people: str | None,
    source: str | None,
    quotable: bool,
    they_said_so: bool,
    circle: str | None,
    as_json: bool,
) -> None:
    """Thank somebody, or keep what you were thanked for."""
    from ....domain.quoting import require_consent
    from ...part_writing import said, write_part

    with invocation().journal(writes=True) as journal:
        fields = said(people=people, source=source)
        if quotable:
            require_consent(source or "", they_said_so=they_said_so)
        fields["quotable"] = quotable
        write_part(journal, "thanks", words, fields, circle=circle, as_json=as_json, enough=False)
