from __future__ import annotations

import click

from ... import terminal
from ...card_fields import card_options
from ...examples import examples
from ...filters import as_json as json_option
from ...invocation import invocation


@click.command(
    epilog=examples(
        "peerlog card me",
        'peerlog card me --offers "chairing, reading drafts" --seeks publishing',
        "peerlog card me --name Kim --timezone Europe/Lisbon",
    )
)
@click.option("--name", help="Your name, in the journal and on your card.")
@click.option("--timezone", "--zone", "zone", metavar="TZ", help="The time zone you live in, for both.")
@card_options
@json_option
def command(name: str | None, zone: str | None, as_json: bool, **given: str | None) -> None:
    """Show your own card, or change it. --name and --timezone also change those of the journal."""
    from ....journal.cards import change_me, keep_own_card, own_card
    from ...card_fields import card_fields
    from ...card_words import both_sides, write_card
    from ...described import described

    fields = card_fields(given)
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
