from __future__ import annotations

import click

from ... import terminal
from ...card_fields import card_options
from ...examples import examples
from ...given import require_one
from ...invocation import invocation
from ...json_option import json_option


@click.command(
    epilog=examples(
        "peerlog card me",
        'peerlog card me --offers "chairing, reading drafts" --seeks publishing',
        "peerlog card me --name Kim --timezone Europe/Lisbon",
        "peerlog card me --circle Sam --seeks publishing",
    )
)
@click.option("--name", help="Your name, in the journal and on your card.")
@click.option("--timezone", "--zone", "zone", metavar="TZ", help="The time zone you live in, for both.")
@click.option("--circle", metavar="NAME", help="The card that you show to NAME, instead of your private one.")
@card_options
@json_option
def command(name: str | None, zone: str | None, circle: str | None, as_json: bool, **given: str | None) -> None:
    """Show your own card, or change it. --name and --timezone also change those of the journal.

    Your own card is private. Each of those you share with sees another one, which you chose when you began; --circle
    shows and changes that, and the change leaves with your next update.
    """
    from ....journal.cards import change_me, keep_own_card, own_card
    from ...card_fields import card_fields
    from ...card_words import both_sides, write_card
    from ...described import described

    fields = card_fields(given)
    if circle is not None:
        require_one(("--circle", True), ("--name", name is not None), ("--timezone", zone is not None))
        _there(circle, fields, as_json=as_json)
        return
    writes = bool(fields) or name is not None or zone is not None
    with invocation().journal(writes=writes) as journal:
        if name is not None or zone is not None:
            change_me(journal, name=name, zone=zone)
        card = keep_own_card(journal, fields) if fields else own_card(journal)
        profile = journal.profile
        if as_json:
            terminal.put_json(
                {
                    "name": profile.name,
                    "timezone": profile.zone,
                    "card": described(card) if card else None,
                }
            )
        elif card:
            write_card(journal, card)
        else:
            terminal.put(terminal.Bold(profile.name), f"  {profile.zone}")
            terminal.say("You have no card yet: “peerlog card me --offers … --seeks …” makes it.")
        for line in both_sides(card) if card else ():
            terminal.say(line)


def _there(named: str, fields: dict[str, object], *, as_json: bool) -> None:
    from ....errors import Refused
    from ....journal.circle.circle_cards import keep_own_card_in, own_card_in
    from ....journal.circle.circles import circle_named
    from ...card_words import write_card
    from ...described import described

    with invocation().journal(writes=bool(fields)) as journal:
        circle = circle_named(journal, named)
        card = keep_own_card_in(journal, circle, fields) if fields else own_card_in(journal, circle)
        if card is None:
            raise Refused(f"You show no card to {circle.label} yet.", "Add --offers and --seeks to make one.")
        if as_json:
            terminal.put_json({"card": described(card)})
        else:
            write_card(journal, card)
