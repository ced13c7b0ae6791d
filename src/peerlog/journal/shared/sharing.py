"""Copying a chosen part of a private entry to where partners read it, after its writer has seen exactly what goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...domain.entry import PRIVATE, Entry
from ...domain.field import Value
from ...domain.kinds import STRUCTURE
from ...domain.problem import Problem
from ...errors import Refused
from ..circle.circles import Circle
from ..journal import Journal
from .shared_rules import is_for_nobody_else

_STAYS = frozenset({"links", "own", "vent", "erase_on", "cooled_on"})


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that is about to be made: of what, for whom, and its fields to the last letter."""

    of: Entry
    circle: Circle
    fields: Mapping[str, Value]


def choices(entry: Entry) -> tuple[str, ...]:
    """The fields of an entry that can be copied, by their stored names."""
    kept = STRUCTURE - {"template", "model", "clauses"}
    return tuple(name for name in entry.fields if name not in _STAYS and name not in kept and name != "when")


def prepare_copy(
    journal: Journal,
    id_: str,
    circle: Circle,
    fields: Mapping[str, object] | None = None,
    *,
    only: tuple[str, ...] = (),
) -> Copy:
    """What a copy would be: the entry's fields, those of `only`, or `fields` as its writer has cut them down.

    The date goes along, links and what it is a part of do not. Raises `Refused` for what can never be shared.
    """
    entry = journal.entries.get(id_)
    if entry.space != PRIVATE:
        raise Refused("This is shared already.", "“w” says who reads it.")
    if is_for_nobody_else(entry.kind, entry.fields):
        raise Refused("This can never be copied to anybody: you wrote it for yourself alone.")
    if entry.deleted:
        raise Refused("This entry is in the trash.", "Bring it back first.")
    possible = choices(entry)
    if unknown := [name for name in only if name not in possible]:
        raise Problem(f"There is no “{unknown[0]}” in this entry.", f"There is: {', '.join(possible)}.")
    chosen = only or possible
    raw: dict[str, object] = dict(fields) if fields is not None else {name: entry.fields[name] for name in chosen}
    cleaned = journal.forms.clean(entry.kind, {"when": entry.fields["when"], **raw})
    if not journal.forms.says_something(entry.kind, cleaned):
        raise Problem("There is nothing to copy.", "Choose at least one part that says something.")
    return Copy(entry, circle, cleaned)


def copy(journal: Journal, prepared: Copy) -> Entry:
    """Make the copy; it leaves with the next update, and its writer's own journal remembers where it came from."""
    with journal.writing():
        made = journal.entries.add(prepared.of.kind, prepared.fields, space=prepared.circle.space)
        remember_copy(journal, prepared.of, prepared.circle.space, made)
    return made


def remember_copy(journal: Journal, of: Entry, space: str, made: Entry) -> None:
    """Note in the private space that a copy was made; nothing of that ever leaves."""
    with journal.private.write():
        journal.private.run(
            "INSERT OR REPLACE INTO shared_copy(copy, entry, space, at) VALUES (?, ?, ?, ?)",
            (bytes.fromhex(made.id), bytes.fromhex(of.id), space, journal.time.stamp()),
        )
