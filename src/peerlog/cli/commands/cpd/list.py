from __future__ import annotations

import click

from ....errors import BadInput
from ... import terminal
from ...examples import examples
from ...given import require_words
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog cpd list", "peerlog cpd list --since 2026-01-01 --body generic --json"))
@click.option("--since", metavar="DATE", help="From this day on.")
@click.option("--until", metavar="DATE", help="Up to this day, and with it.")
@click.option("--body", metavar="BODY", help="Only the period of this body that today lies in.")
@json_option
def command(since: str | None, until: str | None, body: str | None, as_json: bool) -> None:
    """List what counts, the newest first, with as what. The ids are those of the entries that count."""
    from ....domain.dates import parse_day
    from ....journal.cpd.activity_files import files_by_activity
    from ....journal.cpd.counted_entries import activities
    from ....journal.cpd.memberships import course_of, membership_named
    from ...activity_lines import described_activity, write_activities

    for option, said in (("--since", since), ("--until", until)):
        if said is not None:
            require_words(option, said)
    with invocation().journal() as journal:
        today = journal.time.today()
        first = parse_day(since, today) if since is not None else None
        last = parse_day(until, today) if until is not None else None
        if body is not None:
            period = course_of(membership_named(journal, body), today).period
            first, last = max(first or period.first, period.first), min(last or period.last, period.last)
        if first and last and last < first:
            raise BadInput(f"The time would end on {last}, before it begins on {first}.", "Exchange the two days.")
        found = list(activities(journal, first, last))
        files = files_by_activity(journal, found)
        if as_json:
            told = [described_activity(each, files.get(each.id, ())) for each in found]
            terminal.put_json({"activities": told})
        elif found:
            write_activities(journal, found, files)
        else:
            terminal.say("Nothing counts here yet. “peerlog cpd sweep” goes through what you wrote.")
