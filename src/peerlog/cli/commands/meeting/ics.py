from __future__ import annotations

from pathlib import Path

import click

from ....domain.text import brief
from ....errors import BadInput
from ... import terminal
from ...examples import examples
from ...invocation import invocation

_EXTRAS = ("title", "place", "people")


@click.command(
    epilog=examples(
        "peerlog meeting ics -o meetings.ics",
        "peerlog meeting ics 3f9a2c1 --with title,place -o coffee.ics",
        "peerlog meeting ics --actions | less",
    )
)
@click.argument("ids", metavar="[ID...]", nargs=-1)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Where; else standard output.")
@click.option("--with", "extras", metavar="WHAT", help="Say more: title, place, people; several with commas.")
@click.option("--actions", is_flag=True, help="With what is to be done by a day, as tasks.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def command(ids: tuple[str, ...], output: Path | None, extras: str | None, actions: bool, force: bool) -> None:
    """Write meetings as a file for other calendars, unencrypted: those with these IDs, or all that lie ahead.

    It says “Meeting” and when, and nothing else unless you ask for it; notes never leave this way. A calendar that has
    taken in an earlier file of the same meeting replaces it, and takes out what was cancelled.
    """
    from ....journal.meeting.calendar_files import calendar_of, meetings_for_calendar, write_calendar

    wanted = _extras(extras)
    with invocation().journal() as journal:
        entries = meetings_for_calendar(journal, ids, actions=actions)
        if output is None or str(output) == "-":
            terminal.put_raw(calendar_of(entries, wanted))
            return
        written = write_calendar(journal, entries, output, wanted, force=force)
    count = f"{written.entries:,} {'entry' if written.entries == 1 else 'entries'}"
    terminal.put(f"{count} in {written.path}, not encrypted.")
    for warning in written.warnings:
        terminal.say(warning)


def _extras(given: str | None) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(each.strip().casefold() for each in (given or "").split(",") if each.strip()))
    for each in wanted:
        if each not in _EXTRAS:
            raise BadInput(f"“{brief(each)}” cannot be added to the file.", f"There are: {', '.join(_EXTRAS)}.")
    if given is not None and not wanted:
        raise BadInput("--with is empty.", f"Name some of {', '.join(_EXTRAS)}, or leave it out.")
    return wanted
