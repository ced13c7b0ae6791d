from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...given import require_words
from ...invocation import invocation


@click.command(
    epilog=examples(
        "peerlog meeting close 3f9a2c1",
        'peerlog meeting close 3f9a2c1 --summary "Swap reading lists" --next "fri 9:30"',
        'peerlog meeting close 3f9a2c1 --action "sam reading list fri" --decision "every fortnight"',
    )
)
@click.argument("id_", metavar="ID")
@click.option("--summary", metavar="TEXT", help="What it was, in short.")
@click.option("--insight", "insights", metavar="TEXT", help="What you see now.")
@click.option("--decision", "decisions", multiple=True, metavar="TEXT", help="What is decided; repeatable.")
@click.option("--action", "actions", multiple=True, metavar="LINE", help="What is to be done; repeatable.")
@click.option("--next", "again", metavar="WHEN", help="Makes the next meeting, with the same people.")
@click.option("--minutes", metavar="N", help="How long it took: 40, 1h30 or 1:30.")
@click.option("--apologies", multiple=True, metavar="NAME", help="Who could not come; repeatable, or with commas.")
@click.option("--thanks", metavar="TEXT", help="What you are glad of.")
@click.option("--thanks-to", multiple=True, metavar="NAME", help="To whom; everybody who was there if left out.")
@click.option("--quotable", "--may-be-quoted", "quotable", is_flag=True, help="The thanks may be quoted.")
@click.option("--json", "as_json", is_flag=True, help="Write the meeting and what came of it as JSON.")
def command(
    id_: str,
    summary: str | None,
    insights: str | None,
    decisions: tuple[str, ...],
    actions: tuple[str, ...],
    again: str | None,
    minutes: str | None,
    apologies: tuple[str, ...],
    thanks: str | None,
    thanks_to: tuple[str, ...],
    quotable: bool,
    as_json: bool,
) -> None:
    """Close a meeting: note that it was held, and what came of it.

    Every option can be left out. A meeting that runs in the app runs no longer, and its notes are saved. The next
    meeting takes up what is still open on the agenda.
    """
    from ....domain.closing import Closing, read_next
    from ....domain.minutes import parse_minutes
    from ....journal.meeting.closing import close_meeting
    from ...described import described
    from ...meetings import meeting_given, write_closed

    for option, said in (("--next", again), ("--minutes", minutes)):
        if said is not None:
            require_words(option, said)
    for option, several in (("--decision", decisions), ("--action", actions)):
        for said in several:
            require_words(option, said)
    with invocation().journal(writes=True) as journal:
        meeting = meeting_given(journal, id_)
        closing = Closing(
            summary=summary,
            insights=insights,
            apologies=_names(apologies) if apologies else None,
            minutes=parse_minutes(minutes) if minutes is not None else None,
            decisions=decisions,
            actions=actions,
            next=read_next(again or "", journal.entries.when_of(meeting), journal.time.moment()),
            thanks=thanks or "",
            thanks_to=_names(thanks_to),
            quotable=quotable,
        )
        closed = close_meeting(journal, meeting.id, closing)
        if as_json:
            terminal.put_json(
                {
                    "meeting": described(closed.meeting),
                    "decisions": [described(each) for each in closed.decisions],
                    "actions": [described(each) for each in closed.actions],
                    "next": described(closed.next) if closed.next else None,
                    "thanks": described(closed.thanks) if closed.thanks else None,
                }
            )
        else:
            write_closed(journal, closed)


def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    """Names as they are given, several in one with commas."""
    return tuple(name.strip() for each in given for name in each.split(",") if name.strip())
