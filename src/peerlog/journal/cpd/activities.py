"""Counting an entry as CPD: a private part of it says for how long and as what; or an activity of its own does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import ACTIVITY, KINDS
from ...domain.problem import Problem
from ...domain.text import shorten
from ...errors import Refused
from ..journal import Journal
from .guesses import guess_for

if TYPE_CHECKING:
    from ...portfolio.guess import Facet

_NEVER_COUNTS = frozenset({ACTIVITY.name, "answer", "membership", "gap", "record", "peer", "approval", "circle"})


def activity_of(journal: Journal, entry_id: str) -> Entry | None:
    """The activity that says that an entry counts; None where it does not, or was said not to."""
    return next((each for each in _parts(journal, entry_id) if not each.fields.get("counts_not")), None)


def was_looked_at(journal: Journal, entry_id: str) -> bool:
    """Whether somebody has said of an entry that it counts, or that it does not."""
    return bool(_parts(journal, entry_id))


def can_count(entry: Entry) -> bool:
    """Whether an entry is one that may count; what lets off steam never does."""
    return entry.kind not in _NEVER_COUNTS and not entry.fields.get("vent") and not entry.deleted


def count_it(
    journal: Journal, entry_id: str, minutes: int | None = None, facet: Mapping[str, object] | None = None
) -> Entry:
    """Let an entry count, for so long, as what it looks like; `facet` are fields of the activity that say otherwise.

    Without `minutes` it is as long as the entry. Raises `Problem` where neither says so, `Refused` for what cannot.
    """
    entry = journal.entries.get(entry_id)
    if not can_count(entry):
        kind = KINDS[entry.kind].label.lower() if entry.kind in KINDS else entry.kind
        raise Refused(f"This {kind} cannot count.", "Bring it back first." if entry.deleted else "")
    length = minutes or entry.minutes
    if length is None:
        raise Problem("How long did it take?", "For example 35, 90m, 1:30 or 1.5h.")
    fields: dict[str, object] = {
        **_fields_of(guess_for(journal, entry)),
        **(facet or {}),
        "title": shorten(entry.headline, 200),
        "when": entry.fields["when"],
        "minutes": length,
        "parent": entry.id,
        "counts_not": False,
    }
    with journal.writing(entry.id):
        before = next(iter(_parts(journal, entry.id)), None)
        if before is not None:
            return journal.entries.change(before.id, fields)
        return journal.entries.add(ACTIVITY.name, fields, space=PRIVATE)


def count_not(journal: Journal, entry_id: str) -> Entry:
    """Note that an entry does not count, so that nobody asks again; what was filled in stays for another time."""
    entry = journal.entries.get(entry_id)
    with journal.writing(entry.id):
        before = next(iter(_parts(journal, entry.id)), None)
        if before is not None:
            return journal.entries.change(before.id, {"counts_not": True})
        title = shorten(entry.headline, 200)
        fields = {"title": title, "when": entry.fields["when"], "parent": entry.id, "counts_not": True}
        return journal.entries.add(ACTIVITY.name, fields, space=PRIVATE)


def _parts(journal: Journal, entry_id: str) -> list[Entry]:
    return journal.entries.parts(entry_id, ACTIVITY.name, space=PRIVATE)


def _fields_of(facet: Facet) -> dict[str, object]:
    return {
        "type": facet.type,
        "categories": sorted(facet.categories),
        "participatory": facet.participatory,
        "planned": facet.planned,
    }
