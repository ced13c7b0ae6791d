"""Two journals as a plan: what each person's vault holds when the demo is built. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from ..domain.field import Field, Shape, Value, clean_fields
from ..domain.kinds import kind_named
from ..domain.moment import Moment
from ..domain.problem import Problem
from .calendar import LAST_DAY, Calendar
from .family import moments, positions
from .source import Written, read_person


class FieldSet(Protocol):
    """Further fields that go together: a page template, a reflection model, a set of clauses."""

    @property
    def fields(self) -> tuple[Field, ...]: ...


FieldSets = Mapping[str, Mapping[str, FieldSet]]
"""By the name of the kind that they are for, and by their own."""


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody whose journal the demo builds. The passphrase is public: it stands in the documentation."""

    name: str
    zone: str
    passphrase: str


PEOPLE: dict[str, DemoPerson] = {
    "kim": DemoPerson("Kim Nguyễn-Ó Briain", "Europe/Dublin", "apricot bench teapot eleven seal hen"),
    "sam": DemoPerson("Sam Okonkwo-田中", "Australia/Brisbane", "parasol pelican trombone glass kelpie tea"),
}


@dataclass(frozen=True, slots=True)
class DemoEntry:
    """One entry to make.

    `key` names it within one person's story; `fields` are cleaned and hold everything but the links and the parent;
    `earlier` are the states that were saved before, oldest first; `links` are keys of entries of the same person,
    which may come later; `parent` is the key of one that comes before, empty for none; `deleted` says that it ends in
    the trash.
    """

    key: str
    kind: str
    fields: dict[str, Value]
    earlier: tuple[dict[str, Value], ...] = ()
    links: tuple[str, ...] = ()
    parent: str = ""
    deleted: bool = False


def last_day_before(now: datetime) -> date:
    """The last day that is over for everybody: one for both, so that they still meet at one instant."""
    return min(Moment.of(now, person.zone).day for person in PEOPLE.values()) - timedelta(days=1)


def story(person: str, sets: FieldSets, last_day: date | None = None) -> tuple[DemoEntry, ...]:
    """All entries of "kim" or "sam", oldest first, and what is a part of others after them.

    With `last_day` the whole story moves by weeks to end on that day or up to six days before it; weekdays stay, and
    so does everybody's clock in a meeting's own zone. Raises `Problem` naming the file and the entry when the text
    on disk does not fit the domain.
    """
    calendar = Calendar(last_day or LAST_DAY)
    written = read_person(person, PEOPLE[person].zone)
    keys = [each.key for each in written]
    for each in written:
        if keys.count(each.key) > 1:
            raise Problem(f"{each.where}: the key is used twice.")
        if missing := set(each.links) - set(keys):
            raise Problem(f"{each.where}: links: there is no entry “{min(missing)}”.")
    home = PEOPLE[person].zone
    happens, places = moments(written, calendar), positions(written)
    above_first = {key: number for number, key in enumerate(happens)}
    return tuple(
        _entry(each, str(happens[each.key].in_zone(home)), places.get(each.key), sets, calendar)
        for each in sorted(written, key=lambda each: (happens[each.key].utc, above_first[each.key]))
    )


def _entry(written: Written, when: str, place: str | None, sets: FieldSets, calendar: Calendar) -> DemoEntry:
    set_here = {"when": when, "position": place} if place else {"when": when}
    try:
        allowed = _allowed(written, sets)
        starts_with = kind_named(written.kind).starts_with
        states = [
            _moved(clean_fields({**starts_with, **state, **set_here}, allowed), allowed, calendar, written.planned)
            for state in (*written.earlier, written.fields)
        ]
    except Problem as problem:
        raise Problem(f"{written.where}: {problem.message}", problem.hint) from problem
    return DemoEntry(
        written.key, written.kind, states[-1], tuple(states[:-1]), written.links, written.parent, written.deleted
    )


def _allowed(written: Written, sets: FieldSets) -> dict[str, Field]:
    kind = kind_named(written.kind)
    name = written.fields.get(kind.further.chosen_by) if kind.further else None
    if kind.further is None or name is None:
        return kind.all_fields
    known = sets.get(kind.name, {})
    if name not in known:
        raise Problem(f"there is no {kind.further.chosen_by} “{name}”.")
    return kind.all_fields | {field.name: field for field in known[str(name)].fields}


def _moved(
    fields: dict[str, Value], allowed: Mapping[str, Field], calendar: Calendar, planned: bool
) -> dict[str, Value]:
    days = {name: date.fromisoformat(str(fields[name])) for name in fields if allowed[name].shape is Shape.DAY}
    return fields | {name: calendar.day(day, planned=planned).isoformat() for name, day in days.items()}
