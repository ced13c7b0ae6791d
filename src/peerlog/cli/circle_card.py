"""What one shows of oneself to those one shares with: given as options, else asked for where there is a terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..domain.kinds import CARD
from ..errors import BadInput
from . import terminal
from .asking import ask

if TYPE_CHECKING:
    from ..domain.entry import Entry
    from ..domain.field import Fields
    from ..journal.journal import Journal

F = TypeVar("F", bound=Callable[..., Any])

_STAYS = ("own", "when", "text")


def shown_card(function: F) -> F:
    """Give a command the options for the card that others get to see with the file."""
    for option in (
        click.option("--as", "known_as", metavar="NAME", help="What you are called there, instead of your own name."),
        click.option("--offer", "offers", multiple=True, metavar="TEXT", help="What you offer; several with commas."),
        click.option("--seek", "seeks", multiple=True, metavar="TEXT", help="What you seek; several with commas."),
        click.option("--card", "whole", is_flag=True, help="Show all of your own card (“peerlog card me”) there."),
    )[::-1]:
        function = option(function)
    return function


def file_output(function: F) -> F:
    """Give a command the options for where its file goes."""
    function = click.option("--force", is_flag=True, help="Write over a file of that name.")(function)
    where = "Where the file goes, instead of the folder you are in."
    return click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE|DIR", help=where)(function)


def card_given(
    journal: Journal, known_as: str | None, offers: tuple[str, ...], seeks: tuple[str, ...], *, whole: bool
) -> dict[str, object]:
    """The card to show; what is missing is asked for, with what one's own card says to choose with Enter."""
    from ..journal.cards import own_card

    own = own_card(journal)
    if whole and own is None:
        raise BadInput("You have no card of your own yet.", "“peerlog card me --offers … --seeks …” makes it.")
    card: dict[str, object] = {}
    if whole and own is not None:
        card |= {name: value for name, value in own.fields.items() if name not in _STAYS}
    card |= {"title": known_as} if known_as else {}
    card |= {name: ", ".join(value) for name, value in (("offers", offers), ("seeks", seeks)) if value}
    for name, option in (("offers", "--offer"), ("seeks", "--seek")):
        if not card.get(name):
            card[name] = _asked_for(name, option, own)
    return card


def write_shown(card: Fields) -> None:
    """Say to the last word what others read of oneself there."""
    terminal.say(f"They read of you, {card.get('title')}:")
    for field in CARD.fields:
        value = card.get(field.name)
        if value is not None and field.name not in _STAYS:
            terminal.say(f"  {field.label}: {field.label_of(value)}")


def _asked_for(name: str, option: str, own: Entry | None) -> str:
    field = CARD.all_fields[name]
    if not terminal.can_ask():
        raise BadInput(f"Name at least one thing that you {option[2:]}.", f"Add {option} TEXT, or --card.")
    before = ", ".join(own.members(name)) if own else ""
    while not (said := ask(f"What you {option[2:]} ({field.hint})", before).strip()):
        terminal.say("Everybody here gives and takes: name one thing at least.")
    return said
