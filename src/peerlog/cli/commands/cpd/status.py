from __future__ import annotations

import click

from ... import completing, terminal
from ...examples import examples
from ...given import require_words
from ...invocation import invocation
from ...json_option import json_option


@click.command(
    epilog=examples("peerlog cpd status", "peerlog cpd status nmc --on 2027-03-31", "peerlog cpd status --brief --json")
)
@click.argument("bodies", metavar="[BODY]...", nargs=-1, shell_complete=completing.requirements)
@click.option("--on", "on", metavar="DATE", help="The period that this day lies in; else today's.")
@click.option("--brief", is_flag=True, help="Only the figures and what is missing.")
@json_option
def command(bodies: tuple[str, ...], on: str | None, brief: bool, as_json: bool) -> None:
    """Show where you stand with every body that you keep to, or with those named.

    For each requirement what there is, what is missing and by when, which entries of yours could fill it, whose part it
    takes, and who may not be that person.
    """
    from ....domain.dates import parse_day
    from ....journal.cpd.gaps import gaps_of
    from ....journal.cpd.memberships import membership_named, memberships
    from ....journal.cpd.standing import where_i_stand
    from ....journal.cpd.wanted_now import wanted_now
    from ...standing_described import described_standing
    from ...standing_lines import write_standing

    if on is not None:
        require_words("--on", on)
    with invocation().journal() as journal:
        today = journal.time.today()
        day = parse_day(on, today) if on is not None else today
        kept = [membership_named(journal, each) for each in dict.fromkeys(bodies)] or memberships(journal)
        found = wanted_now(journal, where_i_stand(journal, kept, day))
        gaps = [gaps_of(journal, each) for each in kept]
        if as_json:
            told = [described_standing(journal, each, its) for each, its in zip(found, gaps, strict=True)]
            terminal.put_json({"day": day.isoformat(), "bodies": told})
            return
        for number, (each, its) in enumerate(zip(found, gaps, strict=True)):
            if number:
                terminal.put()
            write_standing(journal, each, its, details=not brief)
        if not kept:
            terminal.say("You keep to no requirements yet. “peerlog cpd schemes” shows whose there are,")
            terminal.say("“peerlog cpd body add NAME” begins with one.")
