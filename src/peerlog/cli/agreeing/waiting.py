"""What waits for one's signature, said after something has come."""

from __future__ import annotations

from collections.abc import Iterable

from ...domain.entry import PRIVATE
from ...journal.journal import Journal
from ...journal.updates.arrived_words import FromSomebody
from .. import terminal


def say_what_to_sign(journal: Journal, came: Iterable[FromSomebody]) -> None:
    """Say with which command each text is signed that waits with those from whom something came."""
    spaces = dict.fromkeys(each.space for each in came if each.space != PRIVATE)
    if not spaces:
        return
    from ...journal.agreeing.texts_seen import to_sign
    from ...journal.agreeing.texts_to_agree import texts_to_agree
    from .text_lines import how_to

    for text in to_sign(text for space in spaces for text in texts_to_agree(journal, space=space)):
        terminal.say(f"“{how_to(journal, text, 'approve')}” shows {text.name} and signs it.")
