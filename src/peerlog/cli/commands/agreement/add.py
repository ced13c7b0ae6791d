from __future__ import annotations

import click

from ....domain.kinds.agreement import CADENCES
from ... import completing, terminal
from ...examples import examples
from ...invocation import invocation
from ...sharing import into_circle


@click.command(
    epilog=examples(
        "peerlog agreement add",
        "peerlog agreement add --with Sam --circle sam --start",
        'peerlog agreement add --with "Ada, Noor" --months 6 --cadence monthly',
        'peerlog agreement add --with Sam --clause "time=An hour a week."',
    )
)
@click.option("--with", "people", metavar="NAMES", help="With whom; several with commas.")
@click.option("--focus", help="What for, in one sentence.")
@click.option("--from", "--starts", "starts", metavar="DATE", help="The first day; today if left out.")
@click.option("--months", type=click.IntRange(1, 600), metavar="N", help="For how long; 4 if left out.")
@click.option(
    "--cadence",
    type=click.Choice(list(CADENCES)),
    metavar="HOW-OFTEN",
    help=f"{', '.join(CADENCES)}; fortnightly if left out.",
)
@click.option("--hours", type=click.IntRange(1, 200), metavar="N", help="Hours a month, each; 2 if left out.")
@click.option("--reply-days", type=click.IntRange(1, 90), metavar="N", help="Days to answer; 7 if left out.")
@click.option(
    "--clauses",
    "chosen",
    metavar="SET",
    shell_complete=completing.clause_sets,
    help="pair or group, or a set of your own; “none” for none.",
)
@click.option("--leave-out", "left_out", multiple=True, metavar="CLAUSE", help="Without this clause; repeatable.")
@click.option("--clause", "own_words", multiple=True, metavar="CLAUSE=TEXT", help="In your own words; repeatable.")
@click.option("--text", help="What else you want to hold each other to.")
@click.option("--start", "begin", is_flag=True, help="Begin with it; otherwise it is a draft.")
@into_circle
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON instead of its id.")
def command(as_json: bool, **options: object) -> None:
    """Make an agreement. Without --with you are asked step by step; Enter takes what is offered.

    Every step has a usable beginning: four months, every two weeks, an answer within a week, two hours a month, and
    clauses for two or for a group.
    """
    from ...agreement_making import AgreementGiven, make_agreement
    from ...described import described
    from ...listing import one_line

    with invocation().journal(writes=True) as journal:
        made = make_agreement(journal, AgreementGiven(**options))  # type: ignore[arg-type]
        if as_json:
            terminal.put_json(described(made))
        else:
            terminal.put(one_line(journal, made), f"  {made.state}")
            if made.state == "draft":
                terminal.say("“peerlog agreement start” begins with it, “peerlog edit” changes it.")
