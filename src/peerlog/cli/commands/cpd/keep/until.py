from __future__ import annotations

import click

from .... import terminal
from ....examples import examples
from ....given import require_words
from ....invocation import invocation


@click.command(epilog=examples("peerlog cpd keep until 81ac07e 2031-11-17", "peerlog cpd keep until 3f9a2c1 no"))
@click.argument("id_", metavar="ID")
@click.argument("date", metavar="DATE")
def command(id_: str, date: str) -> None:
    """Note the day up to which a file is to be kept, or all files of a record; “no” for none."""
    from .....domain.dates import parse_day, written_out
    from .....journal.cpd.retention import kept_named, set_until

    require_words("DATE", date)
    with invocation().journal(writes=True) as journal:
        day = None if date.casefold() == "no" else parse_day(date, journal.time.today(), ahead=True)
        each = kept_named(journal, id_)
        count = set_until(journal, each.id, day)
        files = f"{count} {'file' if count == 1 else 'files'}"
        terminal.put(f"{each.title}: {files} {f'until {written_out(day)}' if day else 'without a last day'}")
