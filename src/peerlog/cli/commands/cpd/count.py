from __future__ import annotations

import click

from ... import terminal
from ...activity_lines import facet_options
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples(
        "peerlog cpd count 3f9a2c1",
        "peerlog cpd count 3f9a2c1 1:30 --type webinar --planned",
        "peerlog cpd count 3f9a2c1 150h --type practice_hours --from 2026-01-05",
        "peerlog cpd count 3f9a2c1 --category account --mark gosc.themes=A --points 1.5",
    )
)
@click.argument("id_", metavar="ENTRY")
@click.argument("minutes", metavar="[MINUTES]", required=False)
@click.option("--from", "first", metavar="DATE", help="The first day of what took more than one; empty for none.")
@facet_options
@click.option("--json", "as_json", is_flag=True, help="Write what counts now as JSON.")
def command(
    id_: str,
    minutes: str | None,
    first: str | None,
    facet: dict[str, object],
    as_json: bool,
) -> None:
    """Let an entry count, or change as what it counts.

    MINUTES are 35, 90m, 1:30 or 1.5; without them it is as long as the entry says. As what it counts is guessed from
    its words, unless the options say. A list of a body that you keep to will do without the body's name. Work over
    days, such as practice hours, can be longer than 24 hours, and all of it counts on the day of its entry.
    """
    from ....domain.dates import parse_day
    from ....domain.kinds import ACTIVITY
    from ....domain.minutes import LONGEST_SPAN, parse_minutes
    from ....domain.span import say_span
    from ....journal.cpd.activities import count_it
    from ....journal.cpd.activity_files import files_about
    from ....journal.cpd.changing import change_activity
    from ....journal.cpd.disclosure import first_counted
    from ....journal.cpd.spans import note_first_day, require_span_of
    from ...activity_lines import described_activity, say_activity
    from ...listing import one_line

    length = parse_minutes(minutes, LONGEST_SPAN) if minutes is not None else None
    with invocation().journal(writes=True) as journal:
        entry = journal.entries.resolve(id_)
        first_day = parse_day(first, journal.time.today()) if first and first.strip() else None
        if first_day:
            require_span_of(journal, entry, first_day, length)
        if entry.kind == ACTIVITY.name and not entry.parent:
            activity = change_activity(journal, entry, {**facet, **({"minutes": length} if length else {})})
        else:
            entry = journal.entries.get(entry.parent) if entry.kind == ACTIVITY.name else entry
            activity = count_it(journal, entry.id, length, facet)
        if first is not None:
            note_first_day(journal, activity, first_day)
        if as_json:
            terminal.put_json(described_activity(activity, files_about(journal, activity)))
        else:
            terminal.put(f"Counts: {one_line(journal, entry)}")
            terminal.put(say_activity(activity))
            if first_day:
                terminal.put(say_span(first_day, activity.when.day))
        for each in first_counted(journal, activity):
            terminal.say(each)
