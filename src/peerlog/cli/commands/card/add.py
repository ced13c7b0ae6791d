from __future__ import annotations

import click

from ... import terminal
from ...card_fields import card_options
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples("peerlog card add Sam", "peerlog card add Sam --offers publishing --zone Australia/Brisbane")
)
@click.argument("name")
@click.option("--zone", "--timezone", "zone", metavar="TZ", help="Where they live, such as Australia/Brisbane.")
@card_options
@click.option("--json", "as_json", is_flag=True, help="Write the new card as JSON instead of its id.")
def command(name: str, zone: str | None, as_json: bool, **given: str | None) -> None:
    """Make a card of somebody, by their name. They need not know peerlog."""
    from ....errors import Refused
    from ....journal.cards import cards
    from ...card_fields import card_fields
    from ...card_words import both_sides
    from ...described import described
    from ...given import require_words
    from ...listing import one_line

    require_words("NAME", name)
    with invocation().journal(writes=True) as journal:
        if any(card.title.casefold() == name.strip().casefold() for card in cards(journal)):
            raise Refused(f"There is a card of {name.strip()} already.", "“peerlog edit” changes it.")
        card = journal.entries.add("card", {"title": name, "zone": zone, **card_fields(given)})
        if as_json:
            terminal.put_json(described(card))
        else:
            terminal.put(one_line(journal, card))
        for line in both_sides(card):
            terminal.say(line)
