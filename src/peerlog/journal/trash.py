"""What was deleted and can be brought back."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.entry import Entry
from ..domain.selection import Selection
from .journal import Journal


def in_trash(journal: Journal, selection: Selection) -> Iterator[Entry]:
    """The deleted entries of a selection, the newest first. No index knows them, so each is looked at."""
    after = None
    deleted = Selection(deleted=True, with_parts=not selection.leaves_out_parts)
    while True:
        page = journal.entries.page(deleted, after=after, limit=500)
        yield from (entry for entry in page.entries if belongs(entry, selection))
        if page.after is None:
            return
        after = page.after


def belongs(entry: Entry, selection: Selection) -> bool:
    """Whether an entry of one of its spaces is of a selection, its words aside."""
    day = entry.when.day
    return (
        (not selection.kinds or entry.kind in selection.kinds)
        and (not selection.states or entry.state in selection.states)
        and selection.parent in (None, entry.parent)
        and {tag.casefold() for tag in selection.tags} <= {tag.casefold() for tag in entry.tags}
        and (selection.since is None or day >= selection.since)
        and (selection.until is None or day <= selection.until)
    )
