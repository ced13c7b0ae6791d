from __future__ import annotations

import click

from ....errors import BadInput
from ... import terminal
from ...activity_lines import facet_options
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples(
        'peerlog cpd add "Webinar on open access" --minutes 1:30',
        'peerlog cpd add "Shadowed a colleague at the desk" --minutes 3h --date "17 Nov" --type shadowing',
        'peerlog cpd add "Ward 7" --type practice_hours --minutes 450h --from 2026-01-05 --until 2026-06-30',
        "cat notes.txt | peerlog cpd add - --minutes 45",
    )
)
@click.argument("words", metavar="[TEXT | -]", nargs=-1)
@click.option("--minutes", metavar="N", required=True, help="How long it took: 35, 90m, 1:30, 1.5 or 450h.")
@click.option("--date", metavar="DATE", help="When, such as 2026-11-17, “17 Nov 19:40” or yesterday.")
@click.option("--from", "first", metavar="DATE", help="The first day of what took more than one.")
@click.option("--until", "last", metavar="DATE", help="Its last day, on which all of it counts.")
@facet_options
@click.option("--json", "as_json", is_flag=True, help="Write what counts now as JSON.")
def command(
    words: tuple[str, ...],
    minutes: str,
    date: str | None,
    first: str | None,
    last: str | None,
    facet: dict[str, object],
    as_json: bool,
) -> None:
    """Note something that counts and stands nowhere else. The first line of TEXT is its title.

    What you wrote about already counts by itself: “peerlog cpd count”. Work over days, such as practice hours, can be
    longer than 24 hours. --from answers what a body's record asks about its dates.
    """
    from ....domain.dates import parse_day, parse_moment
    from ....domain.minutes import LONGEST_SPAN, parse_minutes
    from ....domain.span import say_span
    from ....journal.cpd.changing import add_activity
    from ...activity_lines import described_activity, say_activity
    from ...given import require_one, require_words
    from ...listing import one_line
    from ...words import given_words

    for option, said in (("--date", date), ("--from", first), ("--until", last)):
        if said is not None:
            require_words(option, said)
    require_one(("--date", date is not None), ("--until", last is not None))
    length = parse_minutes(minutes, LONGEST_SPAN)
    text = given_words(words)
    if not text or not text.strip():
        raise BadInput("What was it that counts?", "Give it as TEXT, or on standard input with “-”.")
    with invocation().journal(writes=True) as journal:
        day = last if date is None else date
        when = parse_moment(day, journal.time.moment()) if day is not None else None
        first_day = parse_day(first, journal.time.today()) if first is not None else None
        activity = add_activity(journal, text, length, facet, when=when, first_day=first_day)
        if as_json:
            terminal.put_json(described_activity(activity))
        else:
            terminal.put(f"Counts: {one_line(journal, activity)}")
            terminal.put(say_activity(activity))
            if first_day:
                terminal.put(say_span(first_day, activity.when.day))
