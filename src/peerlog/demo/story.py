"""Four journals as a plan: what each person writes, for whom and when. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from ..domain.field import Field, Shape, Value, clean_fields
from ..domain.kinds import kind_named
from ..domain.moment import Moment
from ..domain.problem import Problem
from .calendar import LAST_DAY, Calendar
from .family import moments, positions, written_down
from .source import PAIR as PAIR
from .source import Written, read_person
from .togetherness import check_keys, with_groups


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

    @property
    def called(self) -> str:
        """What the others call them."""
        return self.name.split()[0]


PEOPLE: dict[str, DemoPerson] = {
    "kim": DemoPerson("Kim Nguyễn-Ó Briain", "Europe/Dublin", "apricot bench teapot eleven seal hen"),
    "sam": DemoPerson("Sam Okonkwo-田中", "Australia/Brisbane", "parasol pelican trombone glass kelpie tea"),
    "ada": DemoPerson("Ada Feeney", "Europe/Dublin", "ferry kettle marker ledger plait yes"),
    "mohammed": DemoPerson("محمد الزهراني", "Europe/Dublin", "rose counter biscuit thirty label wall"),
}
"""The last one shares nothing with the others."""

BOX = "box"
GROUPS: dict[str, tuple[str, ...]] = {PAIR: ("kim", "sam"), BOX: ("kim", "sam", "ada")}
"""Who reads what is shared, whoever begins it first."""


@dataclass(frozen=True, slots=True)
class DemoEntry:
    """One entry to make.

    `key` names it among all that its writer can see; `fields` are cleaned and hold everything but the links and the
    parent; `earlier` are the states that were saved before, oldest first, and `until` says of each when the next was
    saved, None for whenever; `links` are keys; `parent` is the key of one that comes before, empty for none; `deleted`
    says that it ends in the trash. `shared` names the group that reads it, empty for what is private. `written` is when
    it was written down, where that is not just after it happened.
    """

    key: str
    kind: str
    fields: dict[str, Value]
    earlier: tuple[dict[str, Value], ...] = ()
    links: tuple[str, ...] = ()
    parent: str = ""
    deleted: bool = False
    shared: str = ""
    written: datetime | None = None
    until: tuple[datetime | None, ...] = ()

    @property
    def when(self) -> datetime:
        """When it happened, in UTC."""
        return Moment.parse(str(self.fields["when"])).utc


def last_day_before(now: datetime) -> date:
    """The last day that is over for everybody: one for both, so that they still meet at one instant."""
    return min(Moment.of(now, person.zone).day for person in PEOPLE.values()) - timedelta(days=1)


def story(person: str, sets: FieldSets, last_day: date | None = None) -> tuple[DemoEntry, ...]:
    """All entries that one of `PEOPLE` writes, oldest first, and what is a part of others after them.

    With `last_day` the whole story moves by weeks to end on that day or up to six days before it; weekdays stay, and
    so does everybody's clock in a meeting's own zone. Raises `Problem` naming the file and the entry when the text
    on disk does not fit the domain.
    """
    return stories(sets, last_day)[person]


def stories(sets: FieldSets, last_day: date | None = None) -> dict[str, tuple[DemoEntry, ...]]:
    """The story of each person, see `story`."""
    calendar = Calendar(last_day or LAST_DAY)
    written = with_groups({person: read_person(person, about.zone) for person, about in PEOPLE.items()}, GROUPS)
    return {person: _story_of(person, written, sets, calendar) for person in written}


def seen_by(person: str, told: Mapping[str, Sequence[DemoEntry]]) -> tuple[DemoEntry, ...]:
    """What a person can read of all that is told: their own, and what the others share with them."""
    return tuple(
        each
        for who, entries in told.items()
        for each in entries
        if who == person or person in GROUPS.get(each.shared, ())
    )


def _story_of(
    person: str, written: Mapping[str, Sequence[Written]], sets: FieldSets, calendar: Calendar
) -> tuple[DemoEntry, ...]:
    home = PEOPLE[person].zone
    mine = written[person]
    seen = [
        each
        for who, entries in written.items()
        for each in entries
        if who == person or person in GROUPS.get(each.shared or "", ())
    ]
    check_keys(mine, seen)
    happens, places = moments(seen, calendar), positions(seen)
    writes = written_down(seen, calendar)
    above_first = {key: number for number, key in enumerate(happens)}
    return tuple(
        replace(
            _entry(each, str(happens[each.key].in_zone(home)), places.get(each.key), sets, calendar),
            written=writes.get(each.key),
            until=tuple(calendar.moment(until, each.zone).utc if until else None for until in each.until),
        )
        for each in sorted(mine, key=lambda each: (happens[each.key].utc, above_first[each.key]))
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
        key=written.key,
        kind=written.kind,
        fields=states[-1],
        earlier=tuple(states[:-1]),
        links=written.links,
        parent=written.parent,
        deleted=written.deleted,
        shared=written.shared or "",
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
