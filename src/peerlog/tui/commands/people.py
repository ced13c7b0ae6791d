"""What can be done with people's cards."""

from __future__ import annotations

from .command import Command
from .group import Group


class ShowPeople(Command):
    """See the people you work with: their cards, and who has none yet."""

    label = "people"
    key = "P"
    group = Group.PEOPLE


class MyCard(Command):
    """Look at your own card: what you offer, what you seek. Without one, write it."""

    label = "my card"
    key = ""
    group = Group.PEOPLE


class CommonGround(Command):
    """See what you have in common with this person, and what each can give the other."""

    label = "common ground"
    key = "b"
    group = Group.PEOPLE
    footer = True


class EverybodysGround(Command):
    """See everybody's cards side by side: what touches several, where one seeks what another offers."""

    label = "side by side"
    key = "b"
    group = Group.PEOPLE
    footer = True
