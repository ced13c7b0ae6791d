"""Answers to the fields of a record: for one activity, or for the whole record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import ANSWER
from ...domain.problem import Problem
from ...domain.text import brief
from ..journal import Journal
from ..practice_files import requirement_sets
from .memberships import memberships
from .peers import item_meant

if TYPE_CHECKING:
    from ...domain.scheme.record_part import RecordField


def answers_of(journal: Journal, item_id: str) -> dict[str, Entry]:
    """The answers that belong to an activity or a record, by the full names of their fields."""
    return {each.line("field"): each for each in journal.entries.parts(item_id, ANSWER.name, space=PRIVATE)}


def set_answer(journal: Journal, entry: Entry, field: str, text: str) -> Entry | None:
    """Write what a field says, for an entry that counts or for a record; None where an empty text took it away.

    `field` is a full name such as `swe.peer`, or a short one of a body that one keeps to. Raises `Problem` for a field
    that there is not, `Refused` for an entry that does not count.
    """
    item, name = item_meant(journal, entry), field_named(journal, field)
    with journal.writing(item.id):
        before = answers_of(journal, item.id).get(name)
        if not text.strip():
            if before:
                journal.entries.delete(before.id)
            return None
        if before:
            return journal.entries.change(before.id, {"text": text})
        fields = {"field": name, "text": text, "parent": item.id}
        return journal.entries.add(ANSWER.name, fields, space=PRIVATE)


def field_named(journal: Journal, said: str) -> str:
    """The full name of a record's field; raises `Problem` naming those that there are."""
    every = record_fields()
    wanted = said.strip().casefold()
    found = [name for name in every if wanted in (name, name.partition(".")[2])]
    kept = {each.line("scheme") for each in memberships(journal)}
    found = [name for name in found if name == wanted] or [each for each in found if each.partition(".")[0] in kept]
    if len(found) == 1:
        return found[0]
    if found:
        raise Problem(f"“{brief(said)}” is a field of several bodies.", f"Say which: {', '.join(found)}.")
    own = [name for name in every if name.partition(".")[0] in kept]
    hint = f"There is: {', '.join(own)}." if own else "“peerlog cpd body add” keeps to a body first."
    raise Problem(f"There is no field “{brief(said)}”.", hint)


def record_fields() -> Mapping[str, RecordField]:
    """Every field of every body's record by its full name, as its newest requirements have it."""
    packs, _ = requirement_sets()
    found: dict[str, RecordField] = {}
    for name, scheme in packs.items():
        for version in reversed(scheme.versions):
            for part in version.parts:
                for field in part.fields:
                    found.setdefault(f"{name}.{field.name}", field)
    return found
