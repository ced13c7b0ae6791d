"""What counts, as the rules see it: no words, only when, how long, as what, and who had a part in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import ACTIVITY
from ...domain.problem import Problem
from ...domain.selection import Selection
from ...errors import Refused
from ..journal import Journal
from .facts import Facts, points_in

if TYPE_CHECKING:
    from ...portfolio.counted import Counted
    from ...vault.kind_fields import Timed

_AT_ONCE = 500


def activities(journal: Journal, since: date | None = None, until: date | None = None) -> Iterator[Entry]:
    """Everything that counts, the newest first."""
    selection = Selection(kinds=frozenset({ACTIVITY.name}), since=since, until=until, space=PRIVATE)
    after = None
    while True:
        page = journal.entries.page(selection, after=after, limit=_AT_ONCE)
        yield from (each for each in page.entries if not each.fields.get("counts_not"))
        if page.after is None:
            return
        after = page.after


def counted_entries(journal: Journal, since: date, until: date, facts: Facts | None = None) -> Iterator[Counted]:
    """What counts from `since` to `until`, both included, in the order of days; `facts` where they are read already."""
    from ...vault.kind_fields import timed_of_kind

    return _counted(timed_of_kind(journal.private, ACTIVITY.name, since, until), facts or Facts(journal))


def counted_and_looked_at(journal: Journal, since: date, until: date) -> tuple[list[Counted], set[str]]:
    """What counts in these days, and what `looked_at` gives of them, from one reading."""
    from ...vault.kind_fields import timed_of_kind

    found = list(timed_of_kind(journal.private, ACTIVITY.name, since, until))
    return list(_counted(found, Facts(journal))), {each.parent for each in found if each.parent}


def looked_at(journal: Journal) -> set[str]:
    """The ids of all entries of which somebody has said that they count, or that they do not."""
    from ...vault.kind_fields import parents_of_kind

    return parents_of_kind(journal.private, ACTIVITY.name)


def _counted(activities: Iterable[Timed], facts: Facts) -> Iterator[Counted]:
    from ...portfolio.counted import Counted

    days: dict[str, date] = {}
    for id_, written, minutes, parent, fields in activities:
        if fields.get("counts_not"):
            continue
        day = days.get(written) or days.setdefault(written, date.fromisoformat(written))
        points = _points(id_, fields) if "points" in fields else None
        yield Counted(id_, day, minutes, points, facts.traits_of(id_, parent, fields))


def _points(id_: str, fields: Mapping[str, object]) -> int | None:
    """Raises `Refused` naming the activity, for the form of an entry takes any words."""
    try:
        return points_in(fields)
    except Problem as problem:
        mend = f"“peerlog cpd count {id_[:12]} --points 2” mends it."
        raise Refused(f"The points of {id_[:12]} cannot be read: {problem.message}", mend) from problem
