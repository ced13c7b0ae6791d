from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog card show Sam", "peerlog card show me --json"))
@click.argument("name")
@json_option
def command(name: str, as_json: bool) -> None:
    """Show a card: what they offer and seek, their time now, your meetings. NAME may be “me” or an id."""
    from ....journal.cards import card_named, person
    from ...card_words import both_sides, write_card
    from ...described import described

    with invocation().journal() as journal:
        card = card_named(journal, name)
        if as_json:
            found = person(journal, card)
            terminal.put_json(
                {
                    "card": described(card),
                    "local_time": str(found.now) if found.now else None,
                    "awake": found.is_awake,
                    "meetings": [described(each) for each in found.meetings],
                    "ahead": [described(each) for each in found.ahead],
                    "actions": [described(each) for each in found.actions],
                }
            )
            return
        write_card(journal, card)
        for line in both_sides(card):
            terminal.say(line)
