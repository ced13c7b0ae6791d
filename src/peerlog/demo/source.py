"""The story as it is written down: `<person>/*.toml`, each a list of `[[entry]]` tables; `cpd.toml` is `year_source`’s.

Every entry has `key` (a name for links; of what is shared nobody else has the same), `kind` and `when` (the clock that
the writer sees, `2026-06-02 19:40`). `clock` reads `when` on the clock of another zone, so that a meeting of two people
stays one instant. `shared` says that others read it: `true` is Kim and Sam, a text names one of `story.GROUPS`; parts
are shared as what they belong to, give and take never is. `links` are keys, one's own or of what is shared. `page`,
`stages` and `clause` hold the further fields of a page, a reflection and an agreement, without their prefix. `earlier`
is what the entry said before it was edited, one table or several, oldest first, by stored names, with "" for what was
not yet there, and in `until` when that changed; `deleted` puts it into the trash. `planned` lets it and the days in it
lie ahead, whenever the demo is made; `written` is when it was written down then. `parent` is the key of what it is a
part of. Everything else is a field of the kind.

Parts can also stand under their parent's key, by kind: `[parts.sam-02]`, `action = [{ title = "…" }]`. They need no
key of their own. A part without `when` bears the date of its parent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ..domain.kinds import AGREEMENT, PAGE, PULSE, REFLECTION, Kind
from ..domain.problem import Problem

PAIR = "pair"
"""The group that is meant where something is simply shared."""

_FURTHER: Mapping[str, Kind] = {"page": PAGE, "stages": REFLECTION, "clause": AGREEMENT}
"""The tables that hold further fields, and the kinds that have these."""

_NOT_FIELDS = frozenset(
    ("key", "kind", "when", "clock", "planned", "deleted", "links", "earlier", "parent", "shared", "written", *_FURTHER)
)


@dataclass(frozen=True, slots=True)
class Written:
    """One entry, taken apart but not yet cleaned; `fields` are under their stored names, without `when`.

    `parent` is a key, empty for none. `when` is None for a part that bears the date of its parent. `shared` is the name
    of a group, empty for what is private, None for a part that is as its parent. `until` has a clock or None for each
    of `earlier`.
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
    shared: str | None = ""
    written: datetime | None = None
    until: tuple[datetime | None, ...] = ()


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
            written += _parts(f"{where}: parts.{parent}", person, parent, kinds, home_zone)
    return tuple(written)


def _parts(where: str, person: str, parent: str, kinds: object, home_zone: str) -> list[Written]:
    if not isinstance(kinds, Mapping) or not all(isinstance(parts, list) for parts in kinds.values()):
        raise Problem(f"{where}: expected a list of parts for each kind.")
    return [
        _entry(
            f"{where}.{kind} {number}",
            {"key": f"{parent}/{person}-{kind}-{number}", **part, "kind": kind, "parent": parent},
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
    earlier = [_state(where, state) for state in _earlier(where, table.get("earlier", []))]
    return Written(
        where=where,
        key=str(table["key"]),
        kind=str(table["kind"]),
        when=_when(where, str(table["when"])) if "when" in table else None,
        zone=str(table.get("clock", home_zone)),
        fields=fields,
        parent=str(table.get("parent", "")),
        earlier=tuple(fields | change for change, _ in earlier),
        links=_links(where, table.get("links", [])),
        deleted=table.get("deleted", False) is True,
        planned=table.get("planned", False) is True,
        shared=_shared(where, table),
        written=_when(where, str(table["written"]), "written") if "written" in table else None,
        until=tuple(until for _, until in earlier),
    )


def _shared(where: str, table: Mapping[str, object]) -> str | None:
    said = table.get("shared", None if "parent" in table else False)
    if table["kind"] == PULSE.name:
        return ""
    if said is None or isinstance(said, str):
        return said
    if not isinstance(said, bool):
        raise Problem(f"{where}: shared: expected true, false or the name of a group.")
    return PAIR if said else ""


def _when(where: str, written: str, name: str = "when") -> datetime:
    try:
        return datetime.strptime(written, "%Y-%m-%d %H:%M")
    except ValueError as error:
        raise Problem(f"{where}: {name}: expected a day and a time, 2026-06-02 19:40.") from error


def _earlier(where: str, written: object) -> tuple[dict[str, object], ...]:
    states = written if isinstance(written, list) else [written]
    if not all(isinstance(state, dict) for state in states):
        raise Problem(f"{where}: earlier: expected one table or several.")
    return tuple(states)


def _state(where: str, state: Mapping[str, object]) -> tuple[dict[str, object], datetime | None]:
    """What an earlier state changes, and until when it stood."""
    until = state.get("until")
    changes = {name: value for name, value in state.items() if name != "until"}
    return changes, _when(where, str(until), "until") if until is not None else None


def _links(where: str, written: object) -> tuple[str, ...]:
    if not isinstance(written, list) or not all(isinstance(key, str) for key in written):
        raise Problem(f"{where}: links: expected a list of keys.")
    return tuple(written)
