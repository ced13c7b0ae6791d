from __future__ import annotations

import click

from .... import completing, terminal
from ....examples import examples
from ....given import require_words
from ....invocation import invocation


@click.command(
    epilog=examples(
        'peerlog cpd gap add hcpc 2026-01-05 2026-06-30 "Parental leave"',
        'peerlog cpd gap add hcpc 2026-09-01 now "Between two posts"',
    )
)
@click.argument("name", metavar="BODY", shell_complete=completing.requirements)
@click.argument("since", metavar="FROM")
@click.argument("until", metavar="UNTIL")
@click.argument("words", metavar="WHY", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Write the gap as JSON.")
def command(name: str, since: str, until: str, words: tuple[str, ...], as_json: bool) -> None:
    """Note a gap from one day until another, both included, and why. UNTIL is “now” while it goes on."""
    from .....domain.dates import parse_day
    from .....journal.cpd.gaps import add_gap
    from .....journal.cpd.memberships import membership_named
    from ....described import described
    from ....standing_lines import say_gap

    require_words("FROM", since)
    require_words("UNTIL", until)
    with invocation().journal(writes=True) as journal:
        today = journal.time.today()
        last = None if until.casefold() == "now" else parse_day(until, today)
        gap = add_gap(journal, membership_named(journal, name), parse_day(since, today), last, " ".join(words))
        if as_json:
            terminal.put_json(described(gap))
        else:
            terminal.put(say_gap(journal, gap))
