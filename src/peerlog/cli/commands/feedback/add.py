from __future__ import annotations

import click

from ...examples import examples
from ...invocation import invocation
from ...sharing import into_circle


@click.command(
    epilog=examples(
        'peerlog feedback add --to Sam --situation "The set on Tuesday" --behaviour "You let the silence be"',
        'peerlog feedback add --from Sam --situation Minutes --impact "Nobody had to ask"',
    )
)
@click.argument("words", metavar="[TEXT | -]", nargs=-1)
@click.option("--to", "--for", "people", metavar="NAMES", help="For whom; names, with commas. Left out: for you.")
@click.option("--from", "source", metavar="NAME", help="From whom, when it is not from you.")
@click.option("--situation", metavar="TEXT", help="When and where it was.")
@click.option("--behaviour", metavar="TEXT", help="What was done or said, as a camera would have it.")
@click.option("--impact", metavar="TEXT", help="What it led to.")
@click.option("--wish", metavar="TEXT", help="What would be good from here.")
@into_circle
@click.option("--json", "as_json", is_flag=True, help="Write the new feedback as JSON instead of its id.")
def command(
    words: tuple[str, ...],
    people: str | None,
    source: str | None,
    situation: str | None,
    behaviour: str | None,
    impact: str | None,
    wish: str | None,
    circle: str | None,
    as_json: bool,
) -> None:
    """Give feedback, or note what you were given, a question at a time.

    TEXT is anything else there is to say. In a terminal, what is left out is asked.
    """
    from ...part_writing import said, write_part
    from ...sbi import ask_for_the_rest

    with invocation().journal(writes=True) as journal:
        fields = said(people=people, source=source, situation=situation, behaviour=behaviour, impact=impact, wish=wish)
        asked = ask_for_the_rest(journal, fields) if not words else fields
        enough = any(name in asked for name in ("situation", "behaviour", "impact", "wish"))
        write_part(journal, "feedback", words, asked, circle=circle, as_json=as_json, enough=enough)
