from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...given import require_words
from ...invocation import invocation
from ...json_option import json_option

_MOST = 500


@click.command(epilog=examples("peerlog meeting list", "peerlog meeting list --with Sam --limit 5 --json"))
@click.option("--with", "person", metavar="NAME", help="Only meetings with this person.")
@click.option(
    "--limit",
    type=click.IntRange(1, _MOST),
    default=20,
    show_default=True,
    metavar="N",
    help="The newest N of those that have been.",
)
@json_option
def command(person: str | None, limit: int, as_json: bool) -> None:
    """List what lies ahead, the next one first, then what has been, the latest first."""
    from ....domain.meeting_time import is_over
    from ....journal.meeting.meetings_with import meetings_with
    from ...described import described
    from ...meetings import head, write_meetings

    with invocation().journal() as journal:
        if person is not None:
            require_words("--with", person)
            found = meetings_with(journal, [person], each=_MOST)
        else:
            found = sorted(
                journal.entries.of_kind("meeting", limit=_MOST), key=lambda each: each.when.utc, reverse=True
            )
        now = journal.time.moment()
        ahead = [each for each in reversed(found) if not is_over(each, now)]
        before = [each for each in found if is_over(each, now)]
        if as_json:
            terminal.put_json(
                {"ahead": [described(each) for each in ahead], "before": [described(each) for each in before[:limit]]}
            )
            return
        if not found:
            who = f" with {person}" if person else ""
            terminal.say(f"There is no meeting{who} yet. “peerlog meeting add” plans one, “coffee” logs one.")
            return
        if ahead:
            terminal.put(terminal.Bold("Ahead"))
            write_meetings(journal, ahead)
        if before:
            head("Before") if ahead else terminal.put(terminal.Bold("Before"))
            write_meetings(journal, before[:limit])
