"""Where members do not agree on who is there, and what some of them have signed and others not yet: in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.said_names import listed

if TYPE_CHECKING:
    from ...history.roster import RivalGroups, RivalSeats, Roster


@dataclass(frozen=True, slots=True)
class Wish:
    """A smaller group that not all in it have signed yet.

    `members` are the ids of those who would go on, `names` theirs; `waits_for_me` says that my signature is missing.
    """

    members: tuple[str, ...]
    names: tuple[str, ...]
    without: tuple[str, ...]
    signed: tuple[str, ...]
    missing: tuple[str, ...]
    waits_for_me: bool
    sentence: str


def split_sentences(roster: Roster) -> tuple[str, ...]:
    """One sentence for each thing on which members do not agree."""
    return tuple(_split(roster, each) for each in roster.splits)


def wishes_in(roster: Roster) -> tuple[Wish, ...]:
    """Every smaller group that somebody has signed and that can still come about and would change something."""
    here = {member.id for member in roster.members if member.here}
    return tuple(
        _wish(roster, each.members, each.signed)
        for each in roster.wishes
        if set(each.members) <= here and set(each.members) != here
    )


def _split(roster: Roster, split: RivalSeats | RivalGroups) -> str:
    from ...history.roster import RivalSeats

    if isinstance(split, RivalSeats):
        who = listed(_names(roster, split.members))
        return f"{who} were {'both' if len(split.members) == 2 else 'all'} given seat {split.seat}."
    groups = [_names(roster, group) for group in split.groups]
    return f"{'; '.join(f'{listed(group)} {_goes(len(group))} on' for group in groups)}: apart from each other."


def _wish(roster: Roster, members: tuple[str, ...], signed: tuple[str, ...]) -> Wish:
    without = _names(roster, (each.id for each in roster.members if each.here and each.id not in members))
    names, missing = _names(roster, members), _names(roster, (each for each in members if each not in signed))
    mine = roster.own in members and roster.own not in signed
    waiting = [each for each in missing if each != roster.names[roster.own]] if mine else list(missing)
    who = listed([*waiting, "you"] if mine else waiting)
    have = "have" if mine or len(waiting) > 1 else "has"
    sentence = f"{listed(names)} {_goes(len(names))} on without {listed(without)}; {who} {have} not signed that yet."
    sentence = sentence[0].upper() + sentence[1:]
    return Wish(members, names, without, _names(roster, signed), missing, mine, sentence)


def _names(roster: Roster, members: Iterable[str]) -> tuple[str, ...]:
    """In the order of the seats."""
    wanted = set(members)
    return tuple(roster.names[member.id] for member in roster.members if member.id in wanted)


def _goes(people: int) -> str:
    return "goes" if people == 1 else "go"
