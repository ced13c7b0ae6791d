from __future__ import annotations

import click

from ...examples import examples
from ...given import require_words
from ...invocation import invocation


@click.command(epilog=examples("peerlog evidence until 81ac07e 2031-11-17", "peerlog evidence until 81ac07e no"))
@click.argument("id_", metavar="ID")
@click.argument("date", metavar="DATE")
def command(id_: str, date: str) -> None:
    """Note the day up to which a file is to be kept, or “no” for none. Nothing happens by itself on that day."""
    from ....domain.dates import parse_day
    from ....journal.evidence import keep_until, resolve
    from ...evidence_lines import write_files

    require_words("DATE", date)
    with invocation().journal(writes=True) as journal:
        day = None if date.casefold() == "no" else parse_day(date, journal.time.today(), ahead=True)
        write_files(journal, [keep_until(journal, resolve(journal, id_).id, day)])
