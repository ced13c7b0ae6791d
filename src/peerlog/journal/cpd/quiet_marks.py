"""What lists and pages say beside an entry that counts: for how long, and as what."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ...domain.entry import Entry
from ...domain.kinds import ACTIVITY, MEMBERSHIP
from ...domain.minutes import say_minutes
from ...domain.selection import Selection
from ..journal import Journal


@dataclass(frozen=True, slots=True)
class QuietMark:
    """`minutes` is None while nothing says how long; `type` is a name, empty for none."""

    minutes: int | None
    type: str

    @property
    def short(self) -> str:
        """`counts 1 h 30`."""
        return f"counts {say_minutes(self.minutes)}" if self.minutes else "counts"

    @property
    def in_words(self) -> str:
        """`counts: 1 h 30 · webinar`."""
        return f"counts: {say_counting(self.minutes, self.type)}"


def marks_of(journal: Journal, ids: Collection[str]) -> dict[str, QuietMark]:
    """By the ids of entries that count their marks, from one reading."""
    from ...vault.kind_fields import fields_of_parts

    found: dict[str, QuietMark] = {}
    for _, fields, _ in fields_of_parts(journal.private, ACTIVITY.name, ids):
        if not fields.get("counts_not"):
            found[fields["parent"]] = QuietMark(fields.get("minutes"), str(fields.get("type") or ""))
    return found


def mark_of(journal: Journal, entry: Entry) -> QuietMark | None:
    """The mark of one entry, or of an activity of its own."""
    if entry.kind == ACTIVITY.name:
        return None if entry.fields.get("counts_not") else QuietMark(entry.minutes, entry.line("type"))
    return marks_of(journal, (entry.id,)).get(entry.id)


def say_counting(minutes: int | None, type_: str) -> str:
    """`1 h 30 · webinar`, `no length yet · webinar`."""
    from .facet_fields import activity_type_names

    known = activity_type_names().get(type_)
    label = known.label if known else type_
    label = label[:1].lower() + label[1:] if label[1:2].islower() else label
    return " · ".join(each for each in (say_minutes(minutes) if minutes else "no length yet", label) if each)


def has_begun(journal: Journal) -> bool:
    """Whether anything counts, or somebody keeps to a body's requirements: from then on there is a place for it."""
    kinds = frozenset({ACTIVITY.name, MEMBERSHIP.name})
    after = None
    while True:
        page = journal.entries.page(Selection(kinds=kinds, space="private"), after=after, limit=50)
        if any(not each.fields.get("counts_not") for each in page.entries):
            return True
        if page.after is None:
            return False
        after = page.after
