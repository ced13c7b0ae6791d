"""Looking back on a month or a year."""

from __future__ import annotations

from dataclasses import replace

from ..domain.entry import Entry
from ..domain.kinds import ACTION, REFLECTION
from ..domain.looking_back import LookingBack, look_back
from ..domain.period import Period
from ..domain.selection import Selection
from .journal import Journal

_AT_ONCE = 1000


def looking_back(journal: Journal, period: Period) -> LookingBack:
    """Count what a period held, without others' words. Reads every entry of it, and every action done until then."""
    selection = Selection(since=period.first, until=period.last, with_parts=True)
    entries = {entry.id: entry for entry in _all(journal, selection)}
    done = Selection(kinds=frozenset({ACTION.name}), states=frozenset({"done"}), until=period.last)
    entries |= {entry.id: entry for entry in _all(journal, done)}
    found = look_back(period, entries.values(), journal.time.today())
    models = journal.forms.sets(REFLECTION.name) if found.reflections else {}
    named = {models[name].label if name in models else name: count for name, count in found.reflections.items()}
    return replace(found, reflections=named)


def _all(journal: Journal, selection: Selection) -> list[Entry]:
    found: list[Entry] = []
    after = None
    while True:
        page = journal.entries.page(selection, after=after, limit=_AT_ONCE)
        found += page.entries
        if page.after is None:
            return [entry for entry in found if not journal.entries.is_theirs(entry)]
        after = page.after
