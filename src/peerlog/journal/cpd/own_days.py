"""Private entries that somebody wants to keep up to a day of their own, and then to be asked about.

Nothing is ever erased by itself, but for notes that let off steam, which have a day of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...domain.entry import PRIVATE, Entry
from ...domain.kept_file import KeptFile
from ...domain.kept_until import say_kept_until
from ...domain.kinds import ACTIVITY, RECORD
from ...domain.problem import Problem
from ...domain.venting import is_vent
from ...errors import Refused
from ...vault.kept_files import KeptFiles
from ...vault.kept_until import all_kept_until, kept_until, set_kept_until
from ..journal import Journal
from .activities import activity_of
from .memberships import course_of, memberships


@dataclass(frozen=True, slots=True)
class Asked:
    """That a body wants something kept, up to which day: `label` is what its requirements are called."""

    label: str
    until: date

    def beyond(self, day: date) -> bool:
        return day < self.until


def own_day(journal: Journal, entry: Entry) -> date | None:
    """The last day on which an entry is to be kept, as its owner said."""
    day = kept_until(journal.private, entry.id) if entry.space == PRIVATE else ""
    return date.fromisoformat(day) if day else None


def own_day_in_words(journal: Journal, entry: Entry) -> str:
    """What stands on the entry; empty where nobody has said a day."""
    day = own_day(journal, entry)
    return say_kept_until(day, journal.time.today()) if day else ""


def require_own_day(entry: Entry) -> None:
    """Raise `Refused` for what cannot be kept up to a day of one's own."""
    if entry.space != PRIVATE:
        raise Refused("This is shared, so it is not kept by you alone.", "A day can be said for what is private.")
    if entry.deleted:
        raise Refused("This entry is in the trash.", "Bring it back first.")
    if is_vent(entry):
        raise Refused("A note that lets off steam has a day of its own.", "F4 chooses it while you write the note.")
    if entry.kind == RECORD.name:
        raise Refused("A record is kept for as long as its body asks.", "“peerlog cpd keep list” shows until when.")


def keep_entry_until(journal: Journal, id_: str, until: date | None) -> Entry:
    """Note the last day on which an entry is to be kept, on this device; None takes it away.

    Raises `Refused`, see `require_own_day`.
    """
    with journal.writing():
        entry = journal.entries.get(id_)
        if until is not None:
            require_own_day(entry)
        set_kept_until(journal.private, entry.id, until.isoformat() if until else "")
    return entry


def entries_with_own_day(journal: Journal) -> list[tuple[Entry, date]]:
    """The entries for which a day was said, the earliest first; none in the trash."""
    return _those(journal, all_kept_until(journal.private))


def reached(journal: Journal) -> int:
    """How many entries and files have been kept up to the day that their owner said."""
    today = journal.time.today().isoformat()
    files = sum(len(_here(journal, KeptFiles(space).kept_long_enough(today))) for space in journal.spaces.values())
    return files + len(_those(journal, all_kept_until(journal.private, before=today)))


def asked_to_keep(journal: Journal, entry: Entry) -> Asked | None:
    """Until when a body wants it kept, for what counts towards it; the latest where several do, None for none."""
    counting = entry if entry.kind == ACTIVITY.name else activity_of(journal, entry.id)
    if counting is None or counting.fields.get("counts_not"):
        return None
    found = []
    for membership in memberships(journal):
        try:
            until = course_of(membership, counting.when.day).keep_until
        except (Problem, Refused):
            continue  # its standing says why
        if until:
            found.append(Asked(membership.title, until))
    return max(found, key=lambda each: each.until, default=None)


def asked_to_keep_file(journal: Journal, file: KeptFile) -> Asked | None:
    """The same for a file: as for what it is kept with."""
    entry = journal.entries.find(file.entry)
    return asked_to_keep(journal, entry) if entry else None


def _those(journal: Journal, days: dict[str, str]) -> list[tuple[Entry, date]]:
    found = ((journal.entries.find(id_), day) for id_, day in days.items())
    return [(entry, date.fromisoformat(day)) for entry, day in found if entry and not entry.deleted]


def _here(journal: Journal, files: list[KeptFile]) -> list[KeptFile]:
    """Those whose entry is not in the trash."""
    found = ((file, journal.entries.find(file.entry)) for file in files)
    return [file for file, entry in found if entry is None or not entry.deleted]
