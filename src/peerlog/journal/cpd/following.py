"""Activities keep the day and the title of the entry that they count."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import ACTIVITY, KINDS, MEETING
from ...domain.meeting_name import meeting_name
from ...domain.text import shorten

if TYPE_CHECKING:
    from ..journal import Journal
    from ..space_entries import SpaceEntries

LONGEST_TITLE = 200


def named_after(entry: Entry) -> dict[str, object]:
    """What an activity has of its entry, kept beside it for the day when that is erased by somebody else."""
    name = meeting_name(entry) if entry.kind == MEETING.name else entry.headline
    kind = KINDS[entry.kind].label if entry.kind in KINDS else entry.kind
    return {"title": shorten(name or kind, LONGEST_TITLE), "when": entry.fields["when"]}


def has_moved(before: Entry, after: Entry) -> bool:
    """Whether activities of an entry are out of step once that has been saved."""
    return after.kind != ACTIVITY.name and named_after(before) != named_after(after)


def follow(private: SpaceEntries, entry: Entry) -> None:
    """Bring the activities of an entry, which are private wherever it lives, in step with it."""
    wanted = named_after(entry)
    for part in private.parts(entry.id):
        if part.kind == ACTIVITY.name and any(part.fields.get(name) != value for name, value in wanted.items()):
            private.change(part.id, wanted)


def follow_what_came(journal: Journal, ids: Iterable[str]) -> None:
    """The same for entries that others have changed. What they took away leaves its activity as it was."""
    from ...vault.kind_fields import parents_of_kind

    private = journal.entries.in_space(PRIVATE)
    for id_ in parents_of_kind(journal.private, ACTIVITY.name).intersection(ids):
        entry = journal.entries.find(id_)
        if entry and not entry.deleted:
            follow(private, entry)
