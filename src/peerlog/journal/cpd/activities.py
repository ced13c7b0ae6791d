"""Counting an entry as CPD: a private part of it says for how long and as what; or an activity of its own does."""

from __future__ import annotations

from collections.abc import Mapping

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import ACTIVITY, KINDS
from ...domain.problem import Problem
from ...errors import Refused
from ..journal import Journal
from .facet_fields import clean_facet
from .following import named_after
from .guesses import fields_of, guess_for, with_its_type

_NEVER_COUNTS = frozenset({ACTIVITY.name, "answer", "membership", "gap", "record", "peer", "approval", "circle"})
_HOW_LONG = ("How long did it take?", "For example 35, 90m, 1:30 or 1.5h.")


def activity_of(journal: Journal, entry_id: str) -> Entry | None:
    """The activity that says that an entry counts; None where it does not, or was said not to."""
    return next((each for each in _parts(journal, entry_id) if not each.fields.get("counts_not")), None)


def activity_meant(journal: Journal, entry: Entry) -> Entry:
    """An activity itself, or the one that says that `entry` counts; raises `Refused` where nothing does."""
    found = entry if entry.kind == ACTIVITY.name else activity_of(journal, entry.id)
    if found is None or found.fields.get("counts_not"):
        raise Refused("This does not count yet.", "“peerlog cpd count” lets it count; in the app “c”.")
    return found


def was_looked_at(journal: Journal, entry_id: str) -> bool:
    """Whether somebody has said of an entry that it counts, or that it does not."""
    return bool(_parts(journal, entry_id))


def can_count(entry: Entry) -> bool:
    """Whether an entry is one that may count; what lets off steam never does."""
    return entry.kind not in _NEVER_COUNTS and not entry.fields.get("vent") and not entry.deleted


def require_countable(journal: Journal, entry: Entry) -> None:
    """Raises `Refused` for an entry that cannot count, or not yet."""
    if not can_count(entry):
        kind = KINDS[entry.kind].label.lower() if entry.kind in KINDS else entry.kind
        raise Refused(f"This {kind} cannot count.", "Bring it back first." if entry.deleted else "")
    if entry.when.day > journal.time.today():
        raise Refused("This lies ahead and cannot count yet.", "Let it count once it has taken place.")


def count_it(
    journal: Journal,
    entry_id: str,
    minutes: int | None = None,
    facet: Mapping[str, object] | None = None,
    *,
    length_later: bool = False,
) -> Entry:
    """Let an entry count, for so long, as what it looks like; `facet` are fields of the activity that say otherwise.

    Without `minutes` it is as long as before, or as the entry; with `length_later` it may have no length yet. What was
    said of it before stays. Raises `Problem` where nothing says how long, `Refused` for what cannot count.
    """
    entry = journal.entries.get(entry_id)
    require_countable(journal, entry)
    said = clean_facet(journal, facet or {})
    with journal.writing(entry.id):
        before = next(iter(_parts(journal, entry.id)), None)
        length = minutes or (before.minutes if before else None) or entry.minutes
        if length is None and not length_later:
            raise Problem(*_HOW_LONG)
        fields = {**said, **named_after(entry), "minutes": length, "counts_not": False}
        if before is not None and before.line("type") + "".join(before.members("categories")):
            return journal.entries.change(before.id, with_its_type(before.fields, fields))
        fields = {**fields_of(guess_for(journal, entry, said.get("type"))), **fields, "parent": entry.id}
        if before is not None:
            return journal.entries.change(before.id, fields)
        return journal.entries.add(ACTIVITY.name, fields, space=PRIVATE)


def count_not(journal: Journal, entry_id: str) -> Entry:
    """Note that an entry does not count, so that nobody asks again; what was filled in stays for another time."""
    entry = journal.entries.get(entry_id)
    if entry.kind == ACTIVITY.name:
        raise Refused("This is in your journal only because it counts.", "“peerlog delete” removes it.")
    with journal.writing(entry.id):
        before = next(iter(_parts(journal, entry.id)), None)
        if before is not None:
            return journal.entries.change(before.id, {"counts_not": True})
        fields = {**named_after(entry), "parent": entry.id, "counts_not": True}
        return journal.entries.add(ACTIVITY.name, fields, space=PRIVATE)


def look_again(journal: Journal, entry_id: str) -> None:
    """Take back whatever was said of an entry, so that it is asked about again."""
    with journal.writing(entry_id):
        for each in _parts(journal, entry_id):
            journal.entries.delete(each.id)


def _parts(journal: Journal, entry_id: str) -> list[Entry]:
    return journal.entries.parts(entry_id, ACTIVITY.name, space=PRIVATE)
