"""A card as text: who it is, what they offer and seek, whether they are awake, and what goes on with them."""

from __future__ import annotations

from ..domain.dates import say_day
from ..domain.entry import Entry
from ..domain.field import Shape
from ..domain.kinds import CARD
from ..domain.own_card import is_own_card
from ..domain.text import first_line
from ..journal.cards import person
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from . import terminal
from .sharing import say_space
from .terminal import Bold


def both_sides(card: Entry) -> list[str]:
    """A word of encouragement where one side of a card is empty."""
    if card.members("offers") and card.members("seeks"):
        return []
    missing = [label for name, label in (("offers", "--offers"), ("seeks", "--seeks")) if not card.members(name)]
    return [f"Everybody has something to give and to gain. Still empty: {' and '.join(missing)}."]


def write_card(journal: Journal, card: Entry) -> None:
    """Write a card to standard output."""
    found, today = person(journal, card), journal.time.today()
    own = "  (you)" if is_own_card(card) else ""
    terminal.put(Bold(card.title or "no name yet"), f"{own}  {short_id(journal, card.id)}  {say_space(card.with_whom)}")
    if found.now:
        awake = "awake" if found.is_awake else "probably asleep"
        day = say_day(found.now.day, today).lower()  # today, yesterday or tomorrow: zones are no further apart
        terminal.put(f"There: {found.now.local:%H:%M}, {day}, {awake}")
    for field in CARD.fields:
        value = card.fields.get(field.name)
        if value is not None and field.shape is not Shape.YES:
            terminal.put(f"{field.label}: {field.label_of(value)}")
    if card.text:
        terminal.put()
        terminal.put(card.text)
    if found.meetings:
        terminal.put()
        terminal.put(f"Meetings: {len(found.meetings)}, the last one {_day(journal, found.meetings[0])}")
    if found.ahead:
        terminal.put(f"Next: {_day(journal, found.ahead[0])}  {first_line(found.ahead[0].headline)}".rstrip())
    if found.actions:
        from .action_lines import write_actions

        terminal.put()
        terminal.put(Bold("To do"))
        write_actions(journal, found.actions)


def _day(journal: Journal, meeting: Entry) -> str:
    day = journal.entries.when_of(meeting).day
    return say_day(day, journal.time.today()) if terminal.is_shown() else day.isoformat()
