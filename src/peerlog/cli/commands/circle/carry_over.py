from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ....journal.circle.successor import Carried, CarryOver
    from ....journal.journal import Journal


@click.command(
    "carry-over",
    epilog=examples(
        "peerlog circle carry-over Sam Trio",
        "peerlog circle carry-over Sam Trio 3f9a2c1 77b0e4d",
        "peerlog circle carry-over Sam Trio --all --yes",
    ),
)
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="INTO")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All that you wrote there and can carry over.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
def command(source: str, target: str, ids: tuple[str, ...], everything: bool, yes: bool, as_json: bool) -> None:
    """Copy what you wrote FROM one INTO the one that follows it.

    Without an ID, lists what you could take along: what you wrote yourself, and
    nobody else's. What is chosen is shown to the last word before it is copied,
    and everybody in the new one reads it with your next update.
    """
    from ....journal.circle.circles import circle_named
    from ....journal.circle.successor import carry_over, to_carry_over, what_goes
    from ...asking import confirm
    from ...given import require_one

    require_one(("ID", bool(ids)), ("--all", everything))
    with invocation().journal(writes=bool(ids) or everything) as journal:
        into = circle_named(journal, target)
        chosen = to_carry_over(journal, circle_named(journal, source, archived=True), into)
        if not ids and not everything:
            _list(journal, chosen, as_json=as_json)
            return
        wanted = (
            [each.id for each in chosen.entries if each.id not in chosen.needs]
            if everything
            else [journal.entries.resolve(each).id for each in ids]
        )
        goes = what_goes(chosen, wanted)
        if goes and not as_json:
            _show(journal, goes)
        if goes:
            confirm(f"Copy this to {into.label}, for {into.with_whom} to read?", yes=yes)
        made = carry_over(journal, chosen, wanted)
        if as_json:
            terminal.put_json({"carried_over": [each.id for each in made]})
        else:
            said = "1 entry is carried over; it leaves"
            if len(made) > 1:
                said = f"{len(made)} entries are carried over; they leave"
            terminal.put(f"{said} with your next update." if made else "Nothing was chosen.")


def _list(journal: Journal, chosen: CarryOver, *, as_json: bool) -> None:
    from ...described import described
    from ...listing import one_line

    if as_json:
        terminal.put_json(
            {"entries": [{**described(each), "can_go": each.id not in chosen.needs} for each in chosen.entries]}
        )
        return
    for each in chosen.entries:
        later = "  waits for what it is a part of" if each.id in chosen.needs else ""
        terminal.put(f"{one_line(journal, each)}{later}")
    if not chosen.entries:
        terminal.say("Nothing of yours is left to carry over.")
    else:
        terminal.say("Name the ids of what shall go, or add --all.")


def _show(journal: Journal, goes: Sequence[Carried]) -> None:
    from ....journal.field_words import all_words, kind_label
    from ...terminal import Bold

    for each in goes:
        terminal.put(Bold(kind_label(each.of.kind)))
        for field in all_words(journal, each.of.kind, each.fields):
            terminal.put(f"  {field.label}: {field.text}")
        terminal.put()
