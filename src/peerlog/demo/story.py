"""Two journals as a plan: what each person's vault holds when the demo is built. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..domain.field import Field, Shape, Value, clean_fields
from ..domain.kinds import kind_named
from ..domain.problem import Problem
from ..domain.template import PageTemplate
from .calendar import LAST_DAY, Calendar
from .source import Written, read_person


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

    `key` names it within one person's story; `fields` are cleaned and hold everything but the links; `earlier` are
    the states that were saved before, oldest first; `links` are keys of entries of the same person, which may come
    later; `deleted` says that it ends in the trash.
    """

    key: str
    kind: str
    fields: dict[str, Value]
    earlier: tuple[dict[str, Value], ...] = ()
    links: tuple[str, ...] = ()
    deleted: bool = False


def story(person: str, templates: Mapping[str, PageTemplate], last_day: date | None = None) -> tuple[DemoEntry, ...]:
    """All entries of "kim" or "sam", oldest first.

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
    moments = {each.key: calendar.moment(each.clock, each.zone, planned=each.planned) for each in written}
    return tuple(
        _entry(each, str(moments[each.key].in_zone(home)), templates, calendar)
        for each in sorted(written, key=lambda each: moments[each.key].utc)
    )


def _entry(written: Written, when: str, templates: Mapping[str, PageTemplate], calendar: Calendar) -> DemoEntry:
    try:
        allowed = _allowed(written, templates)
        states = [
            _moved(clean_fields(state | {"when": when}, allowed), allowed, calendar)
            for state in (*written.earlier, written.fields)
        ]
    except Problem as problem:
        raise Problem(f"{written.where}: {problem.message}", problem.hint) from problem
    return DemoEntry(written.key, written.kind, states[-1], tuple(states[:-1]), written.links, written.deleted)


def _allowed(written: Written, templates: Mapping[str, PageTemplate]) -> dict[str, Field]:
    fields = kind_named(written.kind).all_fields
    name = written.fields.get("template")
    if name is None:
        return fields
    if name not in templates:
        raise Problem(f"there is no template “{name}”.")
    return fields | {field.name: field for field in templates[str(name)].fields}


def _moved(fields: dict[str, Value], allowed: Mapping[str, Field], calendar: Calendar) -> dict[str, Value]:
    return {
        name: calendar.day(date.fromisoformat(str(value))).isoformat() if allowed[name].shape is Shape.DAY else value
        for name, value in fields.items()
    }
