"""Spaces to share in, made as if somebody had met."""

from __future__ import annotations

from peerlog.domain.entry import Entry
from peerlog.journal.journal import Journal
from peerlog.vault.birth import create_space

SAM, ADA = "5am", "ada0"


def meet(journal: Journal, name: str = SAM, label: str = "Sam") -> str:
    """Open a shared space under this file name; its name."""
    settings = {"shared": "1", "label": label, "member": "me"}
    create_space(journal.vault.path(name), journal.vault.key(name), settings, journal.time.stamp())
    journal.open_new_spaces()
    return name


def written_by_them(journal: Journal, entry: Entry) -> Entry:
    """The entry, as one that came from somebody else."""
    space = journal.spaces[entry.space]
    theirs = space.foreign_device(b"\1" * 32)
    with space.write():
        space.run("UPDATE entry SET device = ? WHERE id = ?", (theirs, bytes.fromhex(entry.id)))
    return entry


def put_away(journal: Journal, name: str = SAM) -> None:
    journal.spaces[name].set_value("archived", journal.time.stamp())
