from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ... import terminal
from ...asking import ask
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ....domain.entry import Entry
    from ....journal.journal import Journal


@click.command(epilog=examples("peerlog idea week", "peerlog idea week --json"))
@json_option
def command(as_json: bool) -> None:
    """Offer up to three ideas to try this week, the same ones from Monday to Sunday.

    Those that serve an active goal come first, then the oldest. On a terminal, asks which one you will try.
    """
    from ....journal.ideas import of_this_week
    from ...described import described
    from ...idea_lines import idea_line

    with invocation().journal(writes=not as_json and terminal.can_ask()) as journal:
        offered = of_this_week(journal)
        if as_json:
            terminal.put_json({"ideas": [described(idea) for idea in offered]})
            return
        for number, idea in enumerate(offered, 1):
            trying = "  (trying)" if idea.state == "trying" else ""
            terminal.put(f"{number}  {idea_line(journal, idea)}{trying}")
        if not offered:
            terminal.say("Nothing waits to be tried. “peerlog idea add” keeps an idea.")
        elif terminal.can_ask():
            _choose(journal, [idea for idea in offered if idea.state != "trying"], offered)
        else:
            terminal.say("“peerlog idea try ID” says that you are trying it.")


def _choose(journal: Journal, waiting: Sequence[Entry], offered: Sequence[Entry]) -> None:
    from ....journal.ideas import move_idea
    from ...listing import one_line

    if not waiting:
        return
    said = ask("Which one will you try (its number, or Enter for none)").strip()
    chosen = offered[int(said) - 1] if said.isdecimal() and 1 <= int(said) <= len(offered) else None
    if chosen is not None and chosen in waiting:
        terminal.put("Trying: ", one_line(journal, move_idea(journal, chosen.id, "trying")))
    elif said:
        terminal.say("That is none of the numbers; nothing was changed.")
