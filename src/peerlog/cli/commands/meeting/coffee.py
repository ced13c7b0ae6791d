from __future__ import annotations

import click

from ....domain.kinds.meeting import CHANNELS
from ... import terminal
from ...examples import examples
from ...given import require_words
from ...invocation import invocation
from ...sharing import into_circle, space_given


@click.command(
    epilog=examples(
        'peerlog meeting coffee Sam "talked about chairing" --minutes 40',
        'peerlog meeting coffee "Sam, Ada" --how messages --when yesterday',
    )
)
@click.argument("who", metavar="NAMES")
@click.argument("words", metavar="[TEXT]", nargs=-1)
@click.option("--minutes", metavar="N", help="How long it took: 40, 1h30 or 1:30.")
@click.option(
    "--how",
    "--channel",
    "how",
    type=click.Choice([each.value for each in CHANNELS], case_sensitive=False),
    default="coffee",
    help="By what; coffee if left out.",
)
@click.option("--when", "--date", "when", metavar="WHEN", help="When it was; now if left out.")
@into_circle
@click.option("--json", "as_json", is_flag=True, help="Write the new meeting as JSON instead of its id.")
def command(
    who: str, words: tuple[str, ...], minutes: str | None, how: str, when: str | None, circle: str | None, as_json: bool
) -> None:
    """Log a coffee, a call or an exchange of messages afterwards, in one line. NAMES may be several, with commas."""
    from ....domain.dates import parse_moment
    from ....domain.minutes import parse_minutes
    from ....journal.meeting.contacts import log_contact
    from ...described import described
    from ...listing import one_line

    require_words("NAMES", who)
    for option, said in (("--when", when), ("--minutes", minutes)):
        if said is not None:
            require_words(option, said)
    with invocation().journal(writes=True) as journal:
        meeting = log_contact(
            journal,
            who.split(","),
            " ".join(words),
            channel=how,
            minutes=parse_minutes(minutes) if minutes is not None else None,
            when=parse_moment(when, journal.time.moment()) if when is not None else None,
            space=space_given(journal, circle),
        )
        if as_json:
            terminal.put_json(described(meeting))
        else:
            terminal.put(one_line(journal, meeting))
