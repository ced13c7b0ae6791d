"""Everybody by name: what they offer and seek, and their time now."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from ...domain.entry import Entry
from ...domain.moment import Moment
from ...domain.own_card import is_own_card
from ...journal.cards import cards, without_card
from ...journal.journal import Journal
from ..commands import bindings, people
from ..messages import WritingBegun
from .line import labelled
from .list_pane import Contents, ListPane, new_entry
from .rows import row

_MOST_SIDE_BY_SIDE = 8
_NAMED = "name:"
_OWN = "own:"
_ABOUT = "Everybody has something to give and to gain. What you write here only you can see."


class PeoplePane(ListPane):
    """One's own card first, the others by name, then who has no card yet."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(people.EverybodysGround),
        new_entry("card"),
    ]
    makes: ClassVar[str] = "card"

    def contents(self, journal: Journal) -> Contents:
        now = journal.time.moment()
        shown = Contents(Content("People").stylize("bold"), now.day, now.zone)
        shown.about = Content(_ABOUT).stylize("$quiet")
        found = cards(journal)
        if not any(is_own_card(card) for card in found):
            shown.options.append(
                row(labelled(journal.profile.name or "You", "Enter writes your own card", "you"), _OWN)
            )
        for card in found:
            shown.add(labelled(card.title or "no name yet", _sides(card), _there(card, now)), card)
        named = without_card(journal)
        if named:
            shown.head("Named, without a card")
        for name in named:
            shown.options.append(row(labelled(name, "Enter writes a card"), _NAMED + name))
        return shown

    def open_other(self, option_id: str) -> None:
        if option_id == _OWN:
            self.app.call_later(self.app.run_action, "my_card")
        elif option_id.startswith(_NAMED):
            self.app.post_message(WritingBegun("card", {"title": option_id.removeprefix(_NAMED)}))

    @property
    def _cards(self) -> list[Entry]:
        things = self.shown.things.values() if self.shown else ()
        return [thing for thing in things if isinstance(thing, Entry)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "everybodys_ground":
            return len(self._cards) > 1
        return super().check_action(action, parameters)

    def action_everybodys_ground(self) -> None:
        from ..screens.common_ground import CommonGroundScreen

        everybody = list({card.title.casefold(): card for card in reversed(self._cards)}.values())[::-1]
        chosen = everybody[:_MOST_SIDE_BY_SIDE]
        if len(chosen) < len(everybody):
            self.app.tell(f"The first {_MOST_SIDE_BY_SIDE} cards fit side by side.")
        self.app.push_screen(CommonGroundScreen([card.id for card in chosen]))


def _sides(card: Entry) -> str:
    offers, seeks = ", ".join(card.members("offers")), ", ".join(card.members("seeks"))
    parts = [f"offers {offers}" if offers else "", f"seeks {seeks}" if seeks else ""]
    return " · ".join(part for part in parts if part) or "offers and seeks are still empty"


def _there(card: Entry, now: Moment) -> str:
    if is_own_card(card):
        return "you"
    zone = card.line("zone")
    return f"{now.in_zone(zone).local:%H:%M} there" if zone else ""
