"""What a list calls an entry that nobody has given a title or words of its own."""

from __future__ import annotations

from ..domain.entry import Entry
from ..domain.meeting_name import meeting_name
from ..domain.text import clean_line


def name_of(entry: Entry) -> str:
    """Its headline; a meeting without one is called by how and with whom, an agreement without a title by its focus."""
    if entry.kind == "meeting":
        return entry.headline or meeting_name(entry)
    if entry.kind == "agreement":
        people = ", ".join(entry.members("people"))
        return clean_line(entry.title) or clean_line(entry.line("focus")) or f"Agreement with {people or 'nobody yet'}"
    return entry.headline
