"""How an entry says who made it, since when it is shared, and whether it has left."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from ..journal.shared_facts import SharedFacts
from .filter_words import short_day
from .widgets.plain import plain_line

HOW_TO_COMMENT = "a writes a comment"


def say_shared(facts: SharedFacts, today: date) -> Content:
    """`by Sam · since 12 Nov · in updates 3 and 5`."""
    by = "by you" if facts.is_mine else f"by {facts.author or 'somebody else'}"
    said = [by, f"since {short_day(facts.since.day, today)}", facts.says_updates]
    return plain_line(" · ".join(part for part in said if part)).stylize("$space-shared")
