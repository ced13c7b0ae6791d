from __future__ import annotations

import click

from .... import completing, terminal
from ....examples import examples
from ....given import require_words
from ....invocation import invocation


@click.command(
    epilog=examples(
        "peerlog cpd body add generic",
        "peerlog cpd body add nmc --day 2027-03-31 --number 12A3456E",
    )
)
@click.argument("name", metavar="NAME", shell_complete=completing.requirements)
@click.option("--day", metavar="DATE", help="The day of your own that the period depends on, where there is one.")
@click.option("--variant", metavar="NAME", help="The sort of member that you are; the usual one if left out.")
@click.option("--number", metavar="N", help="Your number in the body's register.")
@click.option("--json", "as_json", is_flag=True, help="Write what you keep to now as JSON.")
def command(name: str, day: str | None, variant: str | None, number: str | None, as_json: bool) -> None:
    """Keep to a body's requirements from now on. “peerlog cpd schemes” lists the names."""
    from .....domain.dates import parse_day
    from .....domain.scheme.scheme import NOT_AFFILIATED
    from .....errors import BadInput
    from .....journal.cpd.memberships import keep_to, scheme_named, scheme_of
    from ....body_lines import described_body, write_body

    if day is not None:
        require_words("--day", day)
    with invocation().journal(writes=True) as journal:
        rule = scheme_named(name).version_on(journal.time.today()).period
        if day is None and rule.personal:
            asks = f"{rule.asks[:1].lower()}{rule.asks[1:]}"
            raise BadInput("The period depends on a day of your own.", f"Say it with --day: {asks}.")
        own_day = parse_day(day, journal.time.today(), ahead=True) if day is not None else None
        kept = keep_to(journal, name, {"own_day": own_day, "variant": variant, "registered": number})
        if as_json:
            terminal.put_json(described_body(journal, kept))
            return
        write_body(journal, kept)
        if scheme_of(kept).body:
            terminal.say(NOT_AFFILIATED)
