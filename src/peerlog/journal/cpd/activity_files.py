"""The files that show what an activity was: kept with it, or with the entry that it is an activity of."""

from __future__ import annotations

from collections.abc import Iterable

from ...domain.entry import Entry
from ...domain.kept_file import KeptFile
from ...domain.kinds import ACTIVITY
from ...domain.said_size import say_size
from ..evidence import all_files, of
from ..journal import Journal


def files_about(journal: Journal, entry: Entry) -> list[KeptFile]:
    """The files kept with an entry; of an activity also those kept with its entry, after its own."""
    own = of(journal, entry.id)
    return own + of(journal, entry.parent) if entry.kind == ACTIVITY.name and entry.parent else own


def files_by_activity(journal: Journal, activities: Iterable[Entry]) -> dict[str, list[KeptFile]]:
    """By the ids of activities what `files_about` gives for each, from one reading; those with none are left out."""
    by_entry: dict[str, list[KeptFile]] = {}
    for file in reversed(all_files(journal)):
        by_entry.setdefault(file.entry, []).append(file)
    found = {each.id: by_entry.get(each.id, []) + by_entry.get(each.parent, []) for each in activities}
    return {id_: files for id_, files in found.items() if files}


def say_file(file: KeptFile) -> str:
    """`certificate.pdf, 1.2 MB`."""
    return f"{file.name}, {say_size(file.size)}"
