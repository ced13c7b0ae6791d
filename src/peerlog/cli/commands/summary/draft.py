from __future__ import annotations

import click

from ... import completing, terminal
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples(
        "peerlog summary draft",
        "peerlog summary draft Sam --from 2026-06-01 --until 2026-11-30",
        "peerlog summary draft Sam --section goals --section learned",
    )
)
@click.argument("circle", metavar="[NAME]", required=False)
@click.option("--from", "since", metavar="DATE", help="The first day; else half a year back, or after the last one.")
@click.option("--until", metavar="DATE", help="The last day; today if left out.")
@click.option(
    "--section",
    "sections",
    multiple=True,
    metavar="S",
    shell_complete=completing.summary_sections,
    help="Compose only this one; repeatable.",
)
@click.option("--title", metavar="TITLE", help="What to call it; else “Summary” and its number.")
@click.option("--json", "as_json", is_flag=True, help="Write the draft as JSON instead of its text.")
def command(
    circle: str | None,
    since: str | None,
    until: str | None,
    sections: tuple[str, ...],
    title: str | None,
    as_json: bool,
) -> None:
    """Begin a summary. Its first text is composed from what you and your partners share, and from nothing private.

    NAME is a partner or a group, needed where there are several. On a terminal you are asked for what no option says;
    Enter takes what is offered. Sections: focus, goals, meetings, discussed, learned, ideas, decisions, next_steps,
    text. Everything can be changed later.
    """
    from ...described import described
    from ...summary_drafting import DraftGiven, begin_summary
    from ...summary_lines import write_draft

    with invocation().journal(writes=True) as journal:
        made = begin_summary(journal, DraftGiven(circle, since, until, sections, title, guided=not as_json))
        if as_json:
            terminal.put_json(described(made))
        else:
            write_draft(journal, made)
            terminal.say("“peerlog summary edit” changes a section, “peerlog summary add” adds words of your own,")
            terminal.say("“peerlog summary propose” puts it forward to be agreed.")
