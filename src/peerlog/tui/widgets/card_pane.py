"""Somebody's card: what they offer and seek, their clock, your meetings, what is open between you."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from ...domain.common_ground import compare
from ...domain.entry import Draft, Entry
from ...domain.kinds import CARD, PAGE
from ...domain.own_card import is_own_card
from ...domain.selection import Selection
from ...journal.cards import Person, card_beside, person
from ...journal.journal import Journal
from ..commands import bindings, people
from ..messages import DraftOpened
from .entry_pane import EntryPane
from .line import labelled
from .list_pane import Contents, named
from .plain import plain, plain_line
from .rows import row
from .when import in_passing, say_due, say_when

_GIVE_AND_GAIN = "Everybody has something to give and to gain."
_FIRST = ("focus", "offers", "seeks", "interests")
_SHOWN_APART = {"own", "zone", *_FIRST}
_READINESS = "readiness"
_MOST = 5


class CardPane(EntryPane):
    """The page of a card."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(people.CommonGround)
    heading = "Card"

    def __init__(self, entry_id: str) -> None:
        super().__init__(entry_id)
        self._mine: str = ""

    def page(self, journal: Journal, entry: Entry) -> Contents:
        found, today = person(journal, entry), journal.time.today()
        own = card_beside(journal, entry)
        self._mine = own.id if own else ""
        shown = Contents(plain_line(entry.title or "No name yet").stylize("bold"), today, journal.time.zone)
        shown.about = Content("\n").join(_about(found))
        for name in (*_FIRST, *(field.name for field in CARD.fields if field.name not in _SHOWN_APART)):
            field = CARD.all_fields[name]
            value = entry.fields.get(name)
            if value is not None:
                shown.read(labelled(field.label, field.label_of(value)))
            elif name in ("offers", "seeks"):
                shown.read(labelled(field.label, "e writes it"))
        if entry.text:
            shown.gap()
            shown.read(plain(entry.text))
        if own and own.id != entry.id:
            _common(shown, own, entry)
        _meetings(shown, journal, found)
        if found.actions:
            shown.head("To do" if is_own_card(entry) else "What they said they would do")
        for action in found.actions[:_MOST]:
            due = action.line("due")
            label = say_due(date.fromisoformat(due), today) if due else ""
            shown.add(labelled(label, named(action)), action, "action")
        if is_own_card(entry):
            _readiness(shown, journal)
        return shown

    def open_other(self, option_id: str) -> None:
        """Am I ready? A page of that template."""
        if option_id == _READINESS:
            self.app.post_message(DraftOpened(Draft(secrets.token_hex(16), PAGE.name, {"template": _READINESS}, "")))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "common_ground":
            return bool(self._mine) and self._mine != self.entry_id
        return super().check_action(action, parameters)

    def action_common_ground(self) -> None:
        from ..screens.common_ground import CommonGroundScreen

        self.app.push_screen(CommonGroundScreen([self._mine, self.entry_id]))


def _about(found: Person) -> Iterator[Content]:
    if is_own_card(found.card):
        yield Content("Your own card. What you show of it, you choose later.").stylize("$quiet")
    elif found.now:
        awake = "awake" if found.is_awake else "probably asleep"
        mark, style = ("●", "$accent") if found.is_awake else ("○", "$quiet")
        there = f" {found.now.local:%H:%M} there, {awake}"
        yield Content.assemble((mark, style), there, (f"   {found.now.zone}", "$quiet"))
    else:
        yield Content("No time zone yet: e writes it, and meetings fall into waking hours.").stylize("$quiet")
    if not (found.card.members("offers") and found.card.members("seeks")):
        yield Content(_GIVE_AND_GAIN)


def _common(shown: Contents, own: Entry, theirs: Entry) -> None:
    ground = compare(own, theirs)
    lines = (
        ("You share", ground.shared),
        ("You can give", tuple(each.offered for each in ground.first_gives)),
        ("They can give", tuple(each.offered for each in ground.second_gives)),
    )
    if any(found for _, found in lines):
        shown.head("Common ground")
    for label, found in lines:
        if found:
            shown.read(labelled(label, ", ".join(found)))


def _meetings(shown: Contents, journal: Journal, found: Person) -> None:
    today = journal.time.today()
    if found.meetings or found.ahead:
        shown.head("Meetings")
    if found.meetings:
        last = in_passing(journal.entries.when_of(found.meetings[0]).day, today)
        shown.read(labelled("So far", f"{len(found.meetings)}, last contact {last}"))
    for meeting in (*found.ahead[:2], *found.meetings[:_MOST]):
        when = say_when(journal.entries.when_of(meeting), today)
        shown.add(labelled(when, named(meeting), meeting.line("channel")), meeting, "meeting")


def _readiness(shown: Contents, journal: Journal) -> None:
    pages = journal.entries.page(Selection(kinds=frozenset({PAGE.name})), limit=200).entries
    done = [each for each in pages if each.line("template") == _READINESS]
    shown.head("Am I ready?")
    for each in done[:2]:
        when = say_when(journal.entries.when_of(each), journal.time.today())
        shown.add(labelled(when, named(each)), each, "ready")
    again = "Look again, mid-way" if done else "A look at yourself before you begin, for you alone"
    shown.options.append(row(labelled("", again), _READINESS))
