"""Where somebody stands with every body, what to say about it, and what counted last: for one look at all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ..journal import Journal
from .counted_entries import activities, counted_entries
from .course_notes import notes_about
from .gaps import gaps_of
from .memberships import memberships
from .spans import notes_on_spans
from .standing import Stand, where_i_stand
from .wanted_now import Need, wanted_now

if TYPE_CHECKING:
    from ...domain.scheme.cosign_rule import CosignRule
    from ...portfolio.standing import Standing, Status

LATEST = 8
_A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Body:
    """One body: where one stands with it, and sentences about that."""

    stand: Stand
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """`minutes` is what counts of the last twelve months, where there is no body to measure it."""

    bodies: tuple[Body, ...]
    latest: tuple[Entry, ...]
    minutes: int


def overview(journal: Journal) -> Overview:
    """Everything that one look at one's CPD shows."""
    kept, today = memberships(journal), journal.time.today()
    bodies = []
    for stand in where_i_stand(journal, kept):
        said: list[str] = []
        if stand.standing:
            said = notes_about(stand.standing, gaps_of(journal, stand.membership), today)
            said += notes_on_spans(journal, stand.standing)
        bodies.append(Body(stand, tuple(said)))
    latest = tuple(islice(activities(journal), LATEST))
    minutes = 0 if kept else sum(each.minutes for each in counted_entries(journal, today - _A_YEAR, today))
    return Overview(tuple(bodies), latest, minutes)


def people_for(standing: Standing, status: Status) -> tuple[CosignRule, ...]:
    """The rules by which somebody else is needed for what counts for a requirement."""
    rules = standing.course.item_cosigns
    names = (each.counts.cosign for each in standing.course.chain(status.requirement))
    return tuple(rules[name] for name in dict.fromkeys(names) if name)


@dataclass(frozen=True, slots=True)
class Outlook:
    """One requirement: where it stands, what could fill it, and the activities that count for it, the newest first."""

    standing: Standing
    status: Status
    need: Need | None
    fills: tuple[Entry, ...]


def requirement_outlook(
    journal: Journal, membership_id: str, name: str, first: date, shown: int = 50
) -> Outlook | None:
    """A requirement of a body in the part of its period that begins on `first`; None where it is not there any more."""
    kept = [each for each in memberships(journal) if each.id == membership_id]
    stands = where_i_stand(journal, kept)
    standing = stands[0].standing if stands else None
    if standing is None:
        return None
    (found,) = wanted_now(journal, stands, shown)
    for status in standing.statuses:
        if status.requirement.name == name and status.first == first:
            need = next((each for each in found.needs if each.status == status), None)
            fills = tuple(islice(filled_by(journal, standing, status), shown))
            return Outlook(standing, status, need, fills)
    return None


def filled_by(journal: Journal, standing: Standing, status: Status) -> Iterator[Entry]:
    """The activities that count for a requirement, the newest first."""
    from ...portfolio.matching import matches

    course = standing.course
    chain = [each.counts for each in course.chain(status.requirement)]
    ids = [
        each.id
        for each in counted_entries(journal, status.first, status.last)
        if all(matches(counts, each.traits, course.scheme.name, course.item_cosigns) for counts in chain)
    ]
    return (journal.entries.get(id_) for id_ in reversed(ids))
