from __future__ import annotations

import click

from .... import terminal
from ....examples import examples
from ....given import require_words
from ....invocation import invocation

_AS_ASKED, _NEVER = "asked", "no"


@click.command(
    epilog=examples(
        "peerlog cpd keep until 81ac07e 2031-11-17",
        'peerlog cpd keep until 3f9a2c1 "6 months"',
        "peerlog cpd keep until 3f9a2c1 asked",
        "peerlog cpd keep until 3f9a2c1 no",
    )
)
@click.argument("id_", metavar="ID")
@click.argument("date", metavar="DATE")
def command(id_: str, date: str) -> None:
    """Note the last day on which a private entry or a file is to be kept, or all files of a record.

    DATE is a day, or how long from today: “6 months”. “asked” is for as long as a body asks that it counts for, “no”
    takes the day away. Afterwards you are asked whether to forget it; nothing goes by itself.
    """
    from .....domain.dates import written_out
    from .....domain.kept_until import parse_kept_until
    from .....errors import Refused
    from .....journal.cpd.retention import asked_about, keepable_named, set_until

    require_words("DATE", date)
    with invocation().journal(writes=True) as journal:
        each = keepable_named(journal, id_)
        asked = asked_about(journal, each)
        if date.casefold() == _NEVER:
            day = None
        elif date.casefold() == _AS_ASKED:
            if asked is None:
                raise Refused(
                    "None of the bodies that it counts for says how long to keep it.", "Give a day, or how long."
                )
            day = asked.until
        else:
            day = parse_kept_until(date, journal.time.today())
        count = set_until(journal, each.id, day)
        files = f"{count} {'file' if count == 1 else 'files'} " if each.is_record else ""
        terminal.put(f"{each.title}: {files}{f'until {written_out(day)}' if day else 'without a last day'}")
        if day and asked and asked.until > day:
            terminal.say(f"{asked.label} asks to keep it until {written_out(asked.until)}.")
