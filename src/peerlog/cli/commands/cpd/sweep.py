from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ....errors import BadInput
from ... import terminal
from ...examples import examples
from ...given import require_words
from ...invocation import invocation
from ...json_option import json_option

if TYPE_CHECKING:
    from ....journal.cpd.sweep import Candidate
    from ....journal.journal import Journal


@click.command(epilog=examples("peerlog cpd sweep", "peerlog cpd sweep --since 2026-01-01 --json"))
@click.option("--since", metavar="DATE", help="From this day on; else from the earliest of your periods.")
@click.option("--until", metavar="DATE", help="Up to this day, and with it; else today.")
@click.option(
    "--limit",
    type=click.IntRange(min=1, max=10_000),
    default=100,
    show_default=True,
    metavar="N",
    help="So many at once.",
)
@json_option
def command(since: str | None, until: str | None, limit: int, as_json: bool) -> None:
    """Go through what could count and was not looked at yet, the newest first, one key for each.

    y lets it count, - does not, Enter or the space bar leaves it for another time, u undoes the last, q stops;
    everything is saved at once. Then it asks only for what is required. With --json, lists what it would ask about.
    """
    from itertools import islice

    from ....domain.dates import parse_day
    from ....journal.cpd.sweep import candidates, sweep_since

    for option, said in (("--since", since), ("--until", until)):
        if said is not None:
            require_words(option, said)
    if not as_json and not terminal.can_ask():
        raise BadInput("A sweep needs a terminal, and there is none.", "--json lists what it would ask about.")
    with invocation().journal(writes=not as_json) as journal:
        today = journal.time.today()
        first = parse_day(since, today) if since is not None else sweep_since(journal)
        last = parse_day(until, today) if until is not None else today
        if last < first:
            raise BadInput(f"The time would end on {last}, before it begins on {first}.", "Exchange the two days.")
        found = list(islice(candidates(journal, first, last), limit + 1))
        if as_json:
            told = [_described(each) for each in found[:limit]]
            terminal.put_json({"candidates": told, "more": len(found) > limit})
        elif found:
            _go_through(journal, found[:limit], more=len(found) > limit)
        else:
            terminal.say(f"Everything that could count since {first} has been looked at.")


def _go_through(journal: Journal, found: list[Candidate], *, more: bool) -> None:
    from functools import partial

    from ....journal.cpd.disclosure import first_counted
    from ...asking import ask
    from ...sweep_walk import KEYS, fill_in, keys_typed, sweep_through

    key = partial(next, keys_typed())
    terminal.say(f"{len(found)} that could count, the newest first{', and more after these' if more else ''}.")
    terminal.say(KEYS)
    swept = sweep_through(journal, found, key)
    answers = fill_in(journal, swept.counted, key, ask)
    terminal.put(swept.in_words)
    for each in (said for activity in swept.counted for said in first_counted(journal, activity)):
        terminal.say(each)
    if answers:
        one = answers == 1
        terminal.say(
            f"Your record will ask for {answers} more {'answer' if one else 'answers'} about "
            f"{'it' if one else 'them'}: “peerlog cpd answer”."
        )


def _described(candidate: Candidate) -> dict[str, object]:
    from ...described import described

    guess = candidate.guess
    return {
        **described(candidate.entry),
        "guess": {
            "type": guess.type or None,
            "categories": sorted(guess.categories),
            "participatory": guess.participatory,
            "planned": guess.planned,
            "sure": guess.sure,
        },
    }
