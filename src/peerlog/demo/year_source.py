"""What somebody lets count as CPD, as it is written down: `<person>/cpd.toml`, where there is one.

`at` is when they sit down to it, by their own clock. Each `[[body]]` is one that they keep to, with fields of a
membership (`planned` as in `source.py`). Each `[[counts]]` names an `entry` of theirs by its key and holds fields of an
activity; each `[[done]]` is an activity of its own with a `when` and a `title`. Both can have `answers` by the names of
fields; a `certificate` of that name `by` somebody (`to` them, as others spell them), which is made and kept with it;
and `peer` tables with fields of another person's part, where `signs` is a text that they sign outside the journal. Each
`[[not]]` names an `entry` that does not count. `[record.BODY]` is a record that is begun, with its `answers` and `peer`
tables; `handed_in` is a day, and `period` one that lies in the period it is for, where that is not the present one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files

from ..domain.problem import Problem

_OF_ITEM = frozenset({"entry", "when", "answers", "certificate", "by", "to", "peer"})


@dataclass(frozen=True, slots=True)
class Body:
    """A body that is kept to; `fields` are those of a membership, without `scheme`."""

    scheme: str
    fields: Mapping[str, object]
    own_day: date | None
    planned: bool


@dataclass(frozen=True, slots=True)
class OtherPerson:
    """Another person's part; `fields` are those of a peer without `day`, `signs` is empty for what nobody signs."""

    name: str
    fields: Mapping[str, object]
    day: date | None
    signs: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Something that counts: the entry with the key `entry`, or what took place at `when` and stands nowhere else.

    `certificate` is what it is about, who wrote it, and to whom where they are spelt in another way there.
    """

    where: str
    entry: str
    when: datetime | None
    fields: Mapping[str, object]
    answers: Mapping[str, str]
    certificate: tuple[str, str, str] | None
    others: tuple[OtherPerson, ...]


@dataclass(frozen=True, slots=True)
class RecordWritten:
    """A record that is begun, for one body; `handed_in` is None where it is still being written."""

    scheme: str
    answers: Mapping[str, str]
    others: tuple[OtherPerson, ...]
    handed_in: date | None
    period: date | None


@dataclass(frozen=True, slots=True)
class Year:
    """All that one person lets count, and does with it."""

    at: datetime
    bodies: tuple[Body, ...]
    counts: tuple[Counts, ...]
    counts_not: tuple[str, ...]
    records: tuple[RecordWritten, ...]


def read_year(person: str) -> Year:
    """The year of a person who has one; raises `Problem` naming the file and what in it is amiss."""
    import tomllib

    where = f"{person}/cpd.toml"
    found = tomllib.loads((files(__package__) / person / "cpd.toml").read_text(encoding="utf-8"))
    try:
        return Year(
            _clock(where, found["at"]),
            tuple(_body(each) for each in found["body"]),
            tuple(
                _counts(f"{where}: {sort} {number}", each)
                for sort in ("done", "counts")
                for number, each in enumerate(found.get(sort, []), 1)
            ),
            tuple(str(each["entry"]) for each in found.get("not", [])),
            tuple(_record(where, scheme, each) for scheme, each in found.get("record", {}).items()),
        )
    except KeyError as error:
        raise Problem(f"{where}: {error} is missing.") from error


def _body(table: Mapping[str, object]) -> Body:
    return Body(
        str(table["scheme"]),
        {name: value for name, value in table.items() if name not in ("scheme", "own_day", "planned")},
        _day(table.get("own_day")),
        table.get("planned") is True,
    )


def _counts(where: str, table: Mapping[str, object]) -> Counts:
    entry, when = str(table.get("entry", "")), table.get("when")
    if bool(entry) == bool(when):
        raise Problem(f"{where}: expected either an entry or when it was.")
    given = "certificate" in table
    certificate = (str(table["certificate"]), str(table["by"]), str(table.get("to", ""))) if given else None
    return Counts(
        where,
        entry,
        _clock(where, when) if when else None,
        {name: value for name, value in table.items() if name not in _OF_ITEM},
        _answers(where, table),
        certificate,
        _others(where, table),
    )


def _record(where: str, scheme: str, table: Mapping[str, object]) -> RecordWritten:
    where = f"{where}: record {scheme}"
    answers = {f"{scheme}.{name}": text for name, text in _answers(where, table).items()}
    return RecordWritten(
        scheme, answers, _others(where, table), _day(table.get("handed_in")), _day(table.get("period"))
    )


def _answers(where: str, table: Mapping[str, object]) -> dict[str, str]:
    found = table.get("answers", {})
    if not isinstance(found, Mapping):
        raise Problem(f"{where}: answers: expected a table.")
    return {name: str(text).strip() for name, text in found.items()}


def _others(where: str, table: Mapping[str, object]) -> tuple[OtherPerson, ...]:
    found = table.get("peer", [])
    if not isinstance(found, list):
        raise Problem(f"{where}: peer: expected a list.")
    return tuple(
        OtherPerson(
            str(each["name"]),
            {name: value for name, value in each.items() if name not in ("name", "day", "signs")},
            _day(each.get("day")),
            str(each.get("signs", "")),
        )
        for each in found
    )


def _day(said: object) -> date | None:
    return date.fromisoformat(str(said)) if said else None


def _clock(where: str, said: object) -> datetime:
    try:
        return datetime.strptime(str(said), "%Y-%m-%d %H:%M")
    except ValueError as error:
        raise Problem(f"{where}: expected a day and a time, 2026-06-02 19:40, not {said}.") from error
