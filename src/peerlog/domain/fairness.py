"""How people share their time: who came, who presented, what each brought. Counts by name, and no order but that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .entry import Entry
from .kinds.agenda_item import SORTS
from .kinds.meeting import WRITTEN

_SEVERAL = 3
"""From so many on, a difference is worth an offer."""
_MYSELF = frozenset({"me", "i", "myself"})


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting that took place, with its turns and agenda items."""

    meeting: Entry
    parts: Sequence[Entry] = ()


@dataclass(slots=True)
class Share:
    """One person's part: meetings they came to, apologies, turns as presenter, and what they brought by its sort."""

    name: str
    came: int = 0
    apologies: int = 0
    presented: int = 0
    brought: dict[str, int] = field(default_factory=lambda: {sort.value: 0 for sort in SORTS})

    @property
    def gave(self) -> int:
        """Items that offer something: knowledge and ideas."""
        return self.brought["knowledge"] + self.brought["idea"]

    @property
    def asked(self) -> int:
        """Items that ask for something."""
        return self.brought["question"]


@dataclass(frozen=True, slots=True)
class Trend:
    """One's own pulses, oldest first, each from 1 to 5; None where a question was left out."""

    gave: tuple[int | None, ...] = ()
    got: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Balance:
    """`mine` first, the `others` by name; `meetings` are those with an hour, written contact has no attendance."""

    meetings: int
    mine: Share
    others: tuple[Share, ...]
    trend: Trend

    @property
    def everybody(self) -> tuple[Share, ...]:
        return (self.mine, *self.others)


def balance(me: str, people: Sequence[str], held: Sequence[Held], pulses: Sequence[Entry] = ()) -> Balance:
    """How `me` and the `people` of an agreement share these meetings. Whoever else came to one is left out."""
    mine = Share(me)
    shares = {name.casefold(): Share(name) for name in people if name.casefold() != me.casefold()}
    attended = [each for each in held if each.meeting.line("channel") not in WRITTEN]
    for each in attended:
        _attend(each.meeting, me, mine, shares)
    for each in held:
        for part in each.parts:
            _take_part(part, me, mine, shares)
    others = tuple(sorted(shares.values(), key=lambda share: (share.name.casefold(), share.name)))
    ordered = sorted(pulses, key=lambda pulse: pulse.when.utc)
    trend = Trend(tuple(each.number("gave") for each in ordered), tuple(each.number("got") for each in ordered))
    return Balance(len(attended), mine, others, trend)


def _attend(meeting: Entry, me: str, mine: Share, shares: Mapping[str, Share]) -> None:
    sorry = {name.casefold() for name in meeting.members("apologies")}
    away = me.casefold() in sorry or bool(sorry & _MYSELF)
    mine.apologies += away
    mine.came += not away
    for name in {name.casefold() for name in meeting.members("people")} | sorry:
        if name in shares:
            shares[name].apologies += name in sorry
            shares[name].came += name not in sorry


def _take_part(part: Entry, me: str, mine: Share, shares: Mapping[str, Share]) -> None:
    field_name = {"turn": "presenter", "agenda-item": "by"}.get(part.kind)
    if field_name is None:
        return
    name = part.line(field_name).casefold()
    is_mine = name == me.casefold() or name in _MYSELF or (not name and part.kind == "agenda-item")
    share = mine if is_mine else shares.get(name)
    if share is None:
        return
    if part.kind == "turn":
        share.presented += 1
    elif part.line("sort") in share.brought:
        share.brought[part.line("sort")] += 1


def offers(found: Balance) -> tuple[str, ...]:
    """What one might do next, as offers to oneself; empty when nothing stands out. Nobody is named."""
    said: list[str] = []
    mine, others = found.mine, found.others
    if mine.gave >= _SEVERAL and mine.asked == 0:
        said.append("You have given a good deal. Bring a question of your own next time?")
    if mine.asked >= _SEVERAL and mine.gave == 0:
        said.append("You have asked a good deal. Bring something that you know or would like to try?")
    brought = mine.gave + mine.asked
    if others and brought >= _SEVERAL and any(each.gave + each.asked == 0 for each in others):
        said.append("Ask what they would like to bring.")
    turns = [each.presented for each in found.everybody]
    if max(turns) - min(turns) >= 2:
        said.append("Swap roles: let somebody present who has done so less often.")
    return tuple(said)
