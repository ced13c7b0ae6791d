from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from .... import completing, terminal
from ....examples import examples
from ....given import require_words
from ....invocation import invocation

if TYPE_CHECKING:
    from .....domain.scheme.scheme import Scheme


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
    """Keep to a body's requirements from now on. “peerlog cpd schemes” lists the names.

    Where the period depends on a day of your own, it is asked for on a terminal.
    """
    from .....domain.scheme.scheme import NOT_AFFILIATED
    from .....journal.cpd.memberships import keep_to, scheme_named, scheme_of
    from .....journal.cpd.own_day_typed import own_day_typed
    from ....body_lines import described_body, write_body

    if day is not None:
        require_words("--day", day)
    with invocation().journal(writes=True) as journal:
        scheme, today = scheme_named(name), journal.time.today()
        if day is None and scheme.at(today).period.personal and terminal.can_ask():
            own_day: date | None = _ask_day(scheme, today)
        else:
            own_day = own_day_typed(scheme, day, today) if day is not None else None
        kept = keep_to(journal, name, {"own_day": own_day, "variant": variant, "registered": number})
        if as_json:
            terminal.put_json(described_body(journal, kept))
            return
        write_body(journal, kept)
        if scheme_of(kept).body:
            terminal.say(NOT_AFFILIATED)


def _ask_day(scheme: Scheme, today: date) -> date:
    """Ask until it is a day that can be."""
    from .....domain.dates import written_out
    from .....domain.problem import Problem
    from .....domain.scheme.own_day import example_day, proposed_day
    from .....journal.cpd.own_day_typed import own_day_typed, say_own_period
    from ....asking import ask

    rule = scheme.at(today).period
    proposed = proposed_day(rule, today)
    example = "" if proposed else f", such as {written_out(example_day(rule, today))}"
    while True:
        try:
            day = own_day_typed(scheme, ask(f"{rule.asks}{example}", written_out(proposed) if proposed else ""), today)
        except Problem as problem:
            terminal.say(f"{problem.message} {problem.hint}".strip())
            continue
        terminal.say(f"Your period is {say_own_period(scheme, day, today)}.")
        return day
