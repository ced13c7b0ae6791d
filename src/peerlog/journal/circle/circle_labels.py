"""What those one shares with are called in this journal, so that no two have one name."""

from __future__ import annotations

from collections.abc import Iterable

from ...domain.entry import PRIVATE
from ...domain.short_name import short_name
from ...vault.space import Space
from ..journal import Journal
from .circles import read_circle


def update_label(space: Space, taken: Iterable[str] = ()) -> None:
    """Call a pair's circle by the partner's first name, a group's by its own, unless its owner has named it.

    Where one of the `taken` labels is the same, the whole name is used, and in doubt a number tells them apart.
    """
    circle = read_circle(space)
    if circle.joining or space.value("label-chosen", ""):
        return
    partner = next((member.name for member in circle.members if not member.is_me), "")
    used = list(taken)
    label = pair_label(partner, used) if circle.is_pair and partner else _told_apart(circle.name, used)
    if label and label != circle.label:
        space.set_value("label", label)


def pair_label(partner: str, taken: Iterable[str]) -> str:
    """What somebody is called who alone shares something with one: their first name, unless another is called so."""
    used = list(taken)
    short = short_name(partner)
    return short if short.casefold() not in {each.casefold() for each in used} else _told_apart(partner, used)


def relabel(journal: Journal, space: Space) -> None:
    """`update_label`, with another label than those of the others that one shares with."""
    update_label(space, labels(journal, but=space.name))


def free_label(journal: Journal, wanted: str, *, but: str = "") -> str:
    """`wanted`, or “Sam (2)” where something else is called so already; `but` is the space that it is for."""
    return _told_apart(wanted, labels(journal, but=but))


def labels(journal: Journal, *, but: str = "") -> list[str]:
    """What those one shares with are called, without the space `but`."""
    return [space.label for name, space in journal.spaces.items() if name not in (PRIVATE, but)]


def _told_apart(label: str, taken: Iterable[str]) -> str:
    used = {each.casefold() for each in taken}
    number, free = 1, label
    while free and free.casefold() in used:
        number += 1
        free = f"{label} ({number})"
    return free
