"""What the pages of what people give each other have in common."""

from __future__ import annotations

from textual.content import Content

from ...domain.entry import Entry
from ...journal.journal import Journal
from ..together.asking_words import from_and_to
from .entry_pane import EntryPane
from .list_pane import Contents
from .plain import plain_line
from .when import say_when


class GivenPane(EntryPane):
    """A page headed by its title, or by who gave it to whom."""

    def headed(self, journal: Journal, entry: Entry, how: Content) -> Contents:
        """The page with nothing but its heading; `how` says how things stand with it."""
        today = journal.time.today()
        given = from_and_to(entry)
        facts = [given if entry.title else "", say_when(journal.entries.when_of(entry), today)]
        shown = Contents(plain_line(entry.title or given or self.heading).stylize("bold"), today, journal.time.zone)
        said = plain_line(" · ".join(each for each in facts if each)).stylize("$quiet")
        shown.about = Content("\n").join([said, how])
        return shown
