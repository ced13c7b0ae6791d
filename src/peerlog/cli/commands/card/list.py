from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog card", "peerlog card list --json"))
@json_option
def command(as_json: bool) -> None:
    """List the cards, your own first, and who is named elsewhere and has none."""
    from ....domain.own_card import is_own_card
    from ....journal.cards import cards, without_card
    from ....journal.short_ids import short_id
    from ...described import described

    with invocation().journal() as journal:
        found, named = cards(journal), without_card(journal)
        if as_json:
            terminal.put_json({"cards": [described(card) for card in found], "without_card": list(named)})
            return
        for card in found:
            own = "  (you)" if is_own_card(card) else ""
            offers, seeks = ", ".join(card.members("offers")), ", ".join(card.members("seeks"))
            said = [part for part in (f"offers {offers}" if offers else "", f"seeks {seeks}" if seeks else "") if part]
            line = f"{own}  {'; '.join(said)}".rstrip()
            terminal.put(f"{short_id(journal, card.id)}  ", terminal.Bold(card.title or "no name yet"), line)
        if named:
            terminal.put(f"Without a card: {', '.join(named)}")
        if not found:
            terminal.say("No cards yet. “peerlog card me --offers … --seeks …” makes your own.")
