"""The story as it is written down: `<person>/*.toml`, each a list of `[[entry]]` tables.

Every entry has `key` (a name for links, unique for each person), `kind` and `when` (the clock that the writer sees,
`2026-06-02 19:40`). `clock` reads `when` on the clock of another zone, so that a meeting of two people stays one
instant. `links` are keys; `page`, `stages` and `clause` hold the further fields of a page, a reflection and an
agreement, without their prefix; `earlier` is what the entry said before it was edited, one table or several, oldest
first, by stored names, with "" for what was not yet there; `deleted` puts it into the trash; `planned` lets it and
the days in it lie ahead, whenever the demo is made; `parent` is the key of what it is a part of. Everything else is a
field of the kind.

Parts can also stand under their parent's key, by kind: `[parts.sam-02]`, `action = [{ title = "…" }]`. They need no
key of their own. A part without `when` bears the date of its parent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ..domain.kinds import AGREEMENT, PAGE, REFLECTION, Kind
from ..domain.problem import Problem

_FURTHER: Mapping[str, Kind] = {"page": PAGE, "stages": REFLECTION, "clause": AGREEMENT}
"""The tables that hold further fields, and the kinds that have these."""

_NOT_FIELDS = frozenset({"key", "kind", "when", "clock", "planned", "deleted", "links", "earlier", "parent", *_FURTHER})


@dataclass(frozen=True, slots=True)
class Written:
    """One entry, taken apart but not yet cleaned; `fields` are under their stored names, without `when`.

    `parent` is a key, empty for none. `when` is None for a part that bears the date of its parent.
    """

    where: str
    key: str
    kind: str
    when: datetime | None
    zone: str
    fields: dict[str, object]
    parent: str = ""
    earlier: tuple[dict[str, object], ...] = ()
    links: tuple[str, ...] = ()
    deleted: bool = False
    planned: bool = False


def read_person(person: str, home_zone: str) -> tuple[Written, ...]:
    """Everything that `person` wrote, in the order of the files; raises `Problem` naming file and entry."""
    import tomllib
    from importlib.resources import files

    folder = files(__package__) / person
    written: list[Written] = []
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if not file.name.endswith(".toml"):
            continue
        where = f"{person}/{file.name}"
        found = tomllib.loads(file.read_text(encoding="utf-8"))
        for number, table in enumerate(found.get("entry", []), start=1):
            written.append(_entry(f"{where}: entry {number}", table, home_zone))
        for parent, kinds in found.get("parts", {}).items():
            written += _parts(f"{where}: parts.{parent}", parent, kinds, home_zone)
    return tuple(written)


def _parts(where: str, parent: str, kinds: object, home_zone: str) -> list[Written]:
    if not isinstance(kinds, Mapping) or not all(isinstance(parts, list) for parts in kinds.values()):
        raise Problem(f"{where}: expected a list of parts for each kind.")
    return [
        _entry(
            f"{where}.{kind} {number}",
            {"key": f"{parent}/{kind}-{number}", **part, "kind": kind, "parent": parent},
            home_zone,
        )
        for kind, parts in kinds.items()
        for number, part in enumerate(parts, start=1)
    ]


def _entry(where: str, table: Mapping[str, object], home_zone: str) -> Written:
    for name in ("key", "kind", *(("parent",) if "parent" in table else ("when",))):
        if not isinstance(table.get(name), str):
            raise Problem(f"{where}: {name}: expected a text.")
    where = f"{where} ({table['key']})"
    fields = {name: value for name, value in table.items() if name not in _NOT_FIELDS}
    for name, kind in _FURTHER.items():
        further = table.get(name, {})
        if not isinstance(further, Mapping):
            raise Problem(f"{where}: {name}: expected a table.")
        fields |= {kind.further.prefix + each: value for each, value in further.items() if kind.further}
    return Written(
        where=where,
        key=str(table["key"]),
        kind=str(table["kind"]),
        when=_when(where, str(table["when"])) if "when" in table else None,
        zone=str(table.get("clock", home_zone)),
        fields=fields,
        parent=str(table.get("parent", "")),
        earlier=tuple(fields | change for change in _earlier(where, table.get("earlier", []))),
        links=_links(where, table.get("links", [])),
        deleted=table.get("deleted", False) is True,
        planned=table.get("planned", False) is True,
    )


def _when(where: str, written: str) -> datetime:
    try:
        return datetime.strptime(written, "%Y-%m-%d %H:%M")
    except ValueError as error:
        raise Problem(f"{where}: when: expected a day and a time, 2026-06-02 19:40.") from error


def _earlier(where: str, written: object) -> tuple[dict[str, object], ...]:
    states = written if isinstance(written, list) else [written]
    if not all(isinstance(state, dict) for state in states):
        raise Problem(f"{where}: earlier: expected one table or several.")
    return tuple(states)


def _links(where: str, written: object) -> tuple[str, ...]:
    if not isinstance(written, list) or not all(isinstance(key, str) for key in written):
        raise Problem(f"{where}: links: expected a list of keys.")
    return tuple(written)
