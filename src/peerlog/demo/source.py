"""The story as it is written down: `<person>/*.toml`, each a list of `[[entry]]` tables.

Every entry has `key` (a name for links, unique for each person), `kind` and `when` (the clock that the writer sees,
`2026-06-02 19:40`). `zone` reads `when` on the clock of another zone, so that a meeting of two people stays one
instant. `links` are keys; `page` holds a page's own fields, without their prefix; `earlier` is what the entry said
before it was edited, one table or several, oldest first, by stored names, with "" for what was not yet there;
`deleted` puts it into the trash; `planned` lets it lie after the last day. Everything else is a field of the kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ..domain.problem import Problem
from ..domain.template import PREFIX

_NOT_FIELDS = frozenset({"key", "kind", "when", "zone", "planned", "deleted", "links", "earlier", "page"})


@dataclass(frozen=True, slots=True)
class Written:
    """One `[[entry]]`, taken apart but not yet cleaned; `fields` are under their stored names, without `when`."""

    where: str
    key: str
    kind: str
    clock: datetime
    zone: str
    fields: dict[str, object]
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
        entries = tomllib.loads(file.read_text(encoding="utf-8"))["entry"]
        written += [
            _entry(f"{person}/{file.name}: entry {number}", table, home_zone)
            for number, table in enumerate(entries, start=1)
        ]
    return tuple(written)


def _entry(where: str, table: Mapping[str, object], home_zone: str) -> Written:
    for name in ("key", "kind", "when"):
        if not isinstance(table.get(name), str):
            raise Problem(f"{where}: {name}: expected a text.")
    where = f"{where} ({table['key']})"
    fields = {name: value for name, value in table.items() if name not in _NOT_FIELDS}
    page = table.get("page", {})
    if not isinstance(page, Mapping):
        raise Problem(f"{where}: page: expected a table.")
    fields |= {PREFIX + name: value for name, value in page.items()}
    return Written(
        where=where,
        key=str(table["key"]),
        kind=str(table["kind"]),
        clock=_clock(where, str(table["when"])),
        zone=str(table.get("zone", home_zone)),
        fields=fields,
        earlier=tuple(fields | change for change in _earlier(where, table.get("earlier", []))),
        links=_links(where, table.get("links", [])),
        deleted=table.get("deleted", False) is True,
        planned=table.get("planned", False) is True,
    )


def _clock(where: str, written: str) -> datetime:
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
