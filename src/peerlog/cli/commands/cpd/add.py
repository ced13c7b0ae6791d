from __future__ import annotations

import click

from ....errors import BadInput
from ... import terminal
from ...activity_lines import facet_given, facet_options
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples(
        'peerlog cpd add "Webinar on open access" --minutes 1:30',
        'peerlog cpd add "Shadowed a colleague at the desk" --minutes 3h --date "17 Nov" --type shadowing',
        "cat notes.txt | peerlog cpd add - --minutes 45",
    )
)
@click.argument("words", metavar="[TEXT | -]", nargs=-1)
@click.option("--minutes", metavar="N", required=True, help="How long it took: 35, 90m, 1:30 or 1.5.")
@click.option("--date", metavar="DATE", help="When, such as 2026-11-17, “17 Nov 19:40” or yesterday.")
@facet_options
@click.option("--json", "as_json", is_flag=True, help="Write what counts now as JSON.")
def command(
    words: tuple[str, ...],
    minutes: str,
    date: str | None,
    type_: str | None,
    categories: tuple[str, ...],
    marks: tuple[str, ...],
    participatory: bool | None,
    planned: bool | None,
    points: str | None,
    as_json: bool,
) -> None:
    """Note something that counts and stands nowhere else. The first line of TEXT is its title.

    What you wrote about already counts by itself: “peerlog cpd count”.
    """
    from ....domain.dates import parse_moment
    from ....domain.minutes import parse_minutes
    from ....journal.cpd.changing import add_activity
    from ...activity_lines import described_activity, say_activity
    from ...given import require_words
    from ...listing import one_line
    from ...words import given_words

    if date is not None:
        require_words("--date", date)
    length = parse_minutes(minutes)
    given = facet_given(type_, categories, marks, participatory, planned, points)
    text = given_words(words)
    if not text or not text.strip():
        raise BadInput("What was it that counts?", "Give it as TEXT, or on standard input with “-”.")
    with invocation().journal(writes=True) as journal:
        when = parse_moment(date, journal.time.moment()) if date is not None else None
        activity = add_activity(journal, text, length, given, when=when)
        if as_json:
            terminal.put_json(described_activity(activity))
        else:
            terminal.put(f"Counts: {one_line(journal, activity)}")
            terminal.put(say_activity(activity))
