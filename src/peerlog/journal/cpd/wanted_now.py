"""What is still asked for, what of one's own could fill it, who is needed, and who may not be that person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ..journal import Journal
from .counted_entries import counted_and_looked_at
from .standing import Stand
from .sweep import Candidate, candidates

if TYPE_CHECKING:
    from ...domain.scheme.cosign_rule import CosignRule
    from ...portfolio.counted import Counted
    from ...portfolio.filling import Fill, Wanted
    from ...portfolio.standing import Signed, Standing, Status

LOOKED_THROUGH = 500
"""So many of the newest entries that could count are looked at; beyond that a sweep is the better way."""


@dataclass(frozen=True, slots=True)
class Filler:
    """An entry that could fill what is missing, once it has what it `lacks` (see `portfolio.filling.Fill`).

    `counts` is whether it counts already, but not for this; then `activity` is what says so.
    """

    entry: Entry
    lacks: tuple[str, ...]
    counts: bool
    activity: Entry | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """A requirement that is not met: what kind of entry it takes, and those at hand, the nearest first.

    `more` is how many there are besides.
    """

    status: Status
    wanted: Wanted
    fillers: tuple[Filler, ...]
    more: int

    @property
    def people(self) -> tuple[CosignRule, ...]:
        """Whose part it takes."""
        return self.wanted.cosigns


@dataclass(frozen=True, slots=True)
class WantedNow:
    """All that is open with one body: requirements, and signatures under the whole record."""

    stand: Stand
    needs: tuple[Need, ...]
    signatures: tuple[Signed, ...]


def wanted_now(journal: Journal, stands: Sequence[Stand], shown: int = 5) -> list[WantedNow]:
    """What is open with each body; one whose standing cannot be told has nothing. `shown` are the fillers of each."""
    standings = [each.standing for each in stands if each.standing]
    if not any(each.open for each in standings):
        return [WantedNow(each, (), _signatures(each.standing)) for each in stands]
    first = min(each.course.period.first for each in standings)
    last = max(each.course.period.last for each in standings)
    activities, known = counted_and_looked_at(journal, first, last)
    counted = _alike(activities)
    new = {each.entry.id: each for each in islice(candidates(journal, first, last, known), LOOKED_THROUGH)}
    return [
        WantedNow(each, _needs(journal, each.standing, counted, new, shown), _signatures(each.standing))
        for each in stands
    ]


def _alike(items: Iterable[Counted]) -> list[list[Counted]]:
    """Activities in groups: of those in one, all count for a requirement or none does, apart from their days."""
    groups: dict[tuple[object, ...], list[Counted]] = {}
    for each in items:
        groups.setdefault((each.traits, bool(each.minutes), each.points is None), []).append(each)
    return list(groups.values())


def _needs(
    journal: Journal,
    standing: Standing | None,
    counted: Sequence[Sequence[Counted]],
    new: Mapping[str, Candidate],
    shown: int,
) -> tuple[Need, ...]:
    if standing is None:
        return ()
    from ...portfolio.filling import could_fill, wanted

    offered, found = [each.counted for each in new.values()], []
    for status in standing.open:
        if not status.missing:
            continue
        at_hand = [item for group in counted if _could_be(standing, status, group[0]) for item in group]
        fills = could_fill(standing.course, status, [*offered, *at_hand])
        fillers = tuple(_filler(journal, each, new) for each in fills[:shown])
        found.append(Need(status, wanted(standing.course, status), fillers, max(0, len(fills) - shown)))
    return tuple(found)


def _could_be(standing: Standing, status: Status, one: Counted) -> bool:
    """Whether activities like this one would do and do not yet: what counts already lacks nothing."""
    from ...portfolio.filling import could_fill

    fills = could_fill(standing.course, status, [one._replace(day=status.first)])
    return bool(fills and fills[0].lacks)


def _filler(journal: Journal, fill: Fill, new: Mapping[str, Candidate]) -> Filler:
    if fill.item.id in new:
        return Filler(new[fill.item.id].entry, fill.lacks, counts=False)
    activity = journal.entries.get(fill.item.id)
    whole = journal.entries.find(activity.parent) if activity.parent else None
    return Filler(whole if whole and not whole.deleted else activity, fill.lacks, counts=True, activity=activity)


def _signatures(standing: Standing | None) -> tuple[Signed, ...]:
    return tuple(each for each in standing.signed if not each.met) if standing else ()
