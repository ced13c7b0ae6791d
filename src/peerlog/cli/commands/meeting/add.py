from __future__ import annotations

import click

from ....domain.kinds.meeting import CHANNELS, PURPOSES
from ....errors import BadInput
from ... import terminal
from ...examples import examples
from ...given import require_one, require_words
from ...invocation import invocation
from ...sharing import into_circle, space_given


@click.command(
    epilog=examples(
        'peerlog meeting add --with Sam --how video --when "mon 9:30" --until 10:15',
        'peerlog meeting add "The set in May" --with "Sam, Ada, Noor" --when "3 dec 12:00" --purpose solve',
    )
)
@click.argument("title", metavar="[TITLE]", nargs=-1)
@click.option("--with", "people", multiple=True, metavar="NAME", help="Who; repeatable, or several with commas.")
@click.option(
    "--how",
    "--channel",
    "how",
    type=click.Choice([each.value for each in CHANNELS], case_sensitive=False),
    help="By what.",
)
@click.option(
    "--when", "--date", "when", metavar="WHEN", help="Such as “fri 9:30” or 2026-12-03 12:00; now if left out."
)
@click.option("--until", metavar="TIME", help="When it ends, such as 10:15.")
@click.option("--minutes", metavar="N", help="How long it takes: 45, 1h30 or 1:30.")
@click.option("--where", "--place", "where", metavar="PLACE", help="A place or a link.")
@click.option(
    "--purpose",
    "--to",
    "purpose",
    type=click.Choice([each.value for each in PURPOSES], case_sensitive=False),
    help="Why.",
)
@click.option("--scope", "--about", "scope", metavar="TEXT", help="What belongs to it, and what does not.")
@into_circle
@click.option("--json", "as_json", is_flag=True, help="Write the new meeting as JSON instead of its id.")
def command(
    title: tuple[str, ...],
    people: tuple[str, ...],
    how: str | None,
    when: str | None,
    until: str | None,
    minutes: str | None,
    where: str | None,
    purpose: str | None,
    scope: str | None,
    circle: str | None,
    as_json: bool,
) -> None:
    """Plan a meeting. A day without an hour means noon.

    What time it is for the others, and whether that is inside their day, is said where their cards tell their zones.
    """
    from ....domain.dates import parse_moment
    from ....domain.meeting_time import minutes_until
    from ....domain.minutes import parse_minutes
    from ....journal.meeting.contacts import others_named
    from ...described import described
    from ...listing import one_line
    from ...meeting_clocks import say_clocks

    require_one(("--until", until is not None), ("--minutes", minutes is not None))
    for option, said in (("--when", when), ("--until", until), ("--minutes", minutes)):
        if said is not None:
            require_words(option, said)
    if not (" ".join(title).strip() or when or any(name.strip(" ,") for each in people for name in each.split(","))):
        raise BadInput("There is nothing to plan yet.", "Say who, when or what: --with Sam --when “fri 9:30”.")
    with invocation().journal(writes=True) as journal:
        now = journal.time.moment()
        start = parse_moment(when, now, ahead=True) if when is not None else now
        names = [name for each in people for name in each.split(",")]
        length = parse_minutes(minutes) if minutes is not None else None
        fields = {
            "title": " ".join(title),
            "people": others_named(journal, names),
            "channel": how,
            "when": start,
            "minutes": minutes_until(start, until) if until is not None else length,
            "place": where,
            "purpose": purpose,
            "scope": scope,
            "state": "planned",
        }
        meeting = journal.entries.add("meeting", fields, space=space_given(journal, circle))
        if as_json:
            terminal.put_json(described(meeting))
        else:
            terminal.put(one_line(journal, meeting))
        say_clocks(journal, meeting, when or "")
