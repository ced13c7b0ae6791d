from __future__ import annotations

import click

from .... import terminal
from ....asking import confirm
from ....examples import examples
from ....given import require_one, require_words
from ....invocation import invocation
from ....record_options import period as period_option


@click.command(
    epilog=examples("peerlog cpd record hand-in nmc --on yesterday", "peerlog cpd record hand-in nmc --reopen")
)
@click.argument("body", metavar="[RECORD]", required=False)
@period_option
@click.option("--on", "on", metavar="DATE", help="The day on which it was; else today.")
@click.option("--reopen", is_flag=True, help="Go on writing it.")
@click.option("--yes", is_flag=True, help="Do not ask, also where something is missing.")
def command(body: str | None, period: str | None, on: str | None, reopen: bool, yes: bool) -> None:
    """Note that a record was handed in. After that it is not changed, until you reopen it.

    peerlog sends nothing to anybody: you do, with the file that “peerlog cpd export” made or field by field.
    """
    from .....domain.dates import parse_day, written_out
    from .....errors import BadInput
    from .....journal.cpd.writing_record import hand_in, prepared_named, record_named
    from .....journal.cpd.writing_record import reopen as go_on
    from ....record_lines import write_unsettled
    from ....record_options import day_of

    require_one(("--on", on is not None), ("--reopen", reopen))
    if on is not None:
        require_words("--on", on)
    with invocation().journal(writes=True) as journal:
        day = day_of(journal, period)
        handed = parse_day(on, journal.time.today()) if on is not None else journal.time.today()
        if handed > journal.time.today():
            raise BadInput("That day has not come yet.", "Note it once it is handed in.")
        shown = prepared_named(journal, body, day)
        if reopen:
            record = go_on(journal, record_named(journal, body, day))
            terminal.put(f"{record.title}: being written again")
            if any(part.left_out for part in shown.parts):
                terminal.say("More counts by now than is in it: “peerlog cpd record choose --all” puts it in.")
            return
        if not shown.is_ready and not yes:
            write_unsettled(shown)
            confirm("Note it as handed in all the same?", yes=False)
        record = hand_in(journal, record_named(journal, body, day), handed)
        terminal.put(f"{record.title}: handed in on {written_out(handed)}")
