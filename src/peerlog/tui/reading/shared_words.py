"""How an entry says who made it, since when it is shared, and whether it has left."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from ...journal.shared.shared_facts import SharedFacts
from ..forms.writing import Writing
from ..widgets.plain import plain_line
from ..widgets.space_words import say_space
from .filter_words import short_day


def say_shared(facts: SharedFacts, today: date) -> Content:
    """`by Sam · since 12 Nov · in updates 3 and 5`."""
    by = "by you" if facts.is_mine else f"by {facts.author or 'somebody else'}"
    said = [by, f"since {short_day(facts.since.day, today)}", facts.says_updates]
    return plain_line(" · ".join(part for part in said if part)).stylize("$space-shared")


def say_where(writing: Writing, *, vent: bool) -> Content:
    """Where it is written, `WITH SAM`; before that by whom and since when, for what is shared already."""
    where = say_space(writing.with_whom, vent=vent)
    if writing.shared is None or writing.now is None:
        return where
    facts = say_shared(writing.shared, writing.now.day).stylize("$quiet")
    return Content.assemble(facts, "   ", where)
