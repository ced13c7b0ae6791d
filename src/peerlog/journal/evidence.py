"""Files kept with entries, as evidence of what they say. They stay where their entry lives, and never leave.

A file that is removed can be brought back until it, or its entry, is erased for good. The files themselves, outside the
journal, are never touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..domain.entry import PRIVATE, Entry
from ..domain.kept_file import KeptFile
from ..errors import BadInput, PeerlogError, Refused
from ..vault.kept_files import CHUNK, KeptFiles
from .exported_files import write_chunks
from .exporting import require_text, warnings_about
from .home import expanded
from .journal import Journal
from .outside_files import look_at
from .safekeeping.unfinished import told_what_is_done
from .safekeeping.upkeep import renew_backups

LEAST = 7
"""The fewest digits of an id that are shown."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a copy was written, and sentences about who else may get to see it."""

    path: Path
    warnings: tuple[str, ...]


def keep(journal: Journal, entry_id: str, *paths: Path, until: date | None = None) -> list[KeptFile]:
    """Keep copies of these files with an entry: all of them, or none.

    `until` is the day up to which they are to be kept. Raises `Refused` for what cannot be kept and for an entry in
    the trash.
    """
    found = [look_at(expanded(path), CHUNK) for path in paths]
    day = until.isoformat() if until else ""
    with journal.writing(entry_id):
        entry = journal.entries.get(entry_id)
        if entry.deleted:
            raise Refused("This entry is in the trash.", "Bring it back first: “peerlog undelete”.")
        kept = _in(journal, entry.space)
        now = journal.time.stamp()
        return [kept.keep(entry.id, each.name, each.type.media, each.chunks(CHUNK), now, until=day) for each in found]


def of(journal: Journal, entry_id: str, *, removed: bool = False) -> list[KeptFile]:
    """The files kept with an entry, in the order in which they came; with `removed` those that were taken away."""
    found = (_in(journal, name).of(entry_id, removed=removed) for name in journal.spaces)
    return [file for files in found for file in files]


def all_files(journal: Journal, *, removed: bool = False, in_trash: bool = False) -> list[KeptFile]:
    """Every kept file, the newest first; with `removed` those that were taken away.

    Those whose entry is in the trash only with `in_trash`.
    """
    found = [file for name in journal.spaces for file in _in(journal, name).all(removed=removed)]
    here = [file for file in found if in_trash or not _is_in_trash(journal, file)]
    return sorted(here, key=lambda file: file.added, reverse=True)


def entries_with_files(journal: Journal) -> set[str]:
    """The ids of all entries with which a file is kept; none in the trash, no file that was removed."""
    return {entry for name in journal.spaces for entry in _in(journal, name).entries_with_files()}


def entry_of(journal: Journal, file: KeptFile) -> Entry | None:
    """The entry that a file is kept with; None where somebody else has erased it."""
    return journal.entries.find(file.entry)


def get(journal: Journal, id_: str) -> KeptFile:
    """The file with this full id; raises `Refused` when there is none."""
    for name in journal.spaces:
        if found := _in(journal, name).find(id_):
            return found
    return _in(journal, PRIVATE).get(id_)


def resolve(journal: Journal, prefix: str) -> KeptFile:
    """The file whose id begins so; raises `BadInput` or `Refused`."""
    found = [id_ for name in journal.spaces for id_ in _in(journal, name).beginning_with(prefix)]
    if len(found) > 1:
        raise BadInput(f"More than one file's id begins with {prefix}.", "Give more of its digits.")
    if not found:
        raise Refused(f"There is no file {prefix}.", "“peerlog evidence list” shows the ids.")
    return get(journal, found[0])


def short_ids(journal: Journal, files: Iterable[KeptFile]) -> dict[str, str]:
    """For each file's id its first digits, as many as it takes to name one."""
    known = sorted(file.id for gone in (False, True) for name in journal.spaces for file in _all(journal, name, gone))
    short = {}
    for file in files:
        length = LEAST
        while sum(1 for id_ in known if id_.startswith(file.id[:length])) > 1:
            length += 1
        short[file.id] = file.id[:length]
    return short


def write_to(journal: Journal, id_: str, path: Path, *, force: bool = False) -> Saved:
    """Write a copy of a file, readable for its owner alone, whole or not at all; into a folder under its own name.

    It is not encrypted there, and the journal notes where it is. Raises `Refused` for a place that is taken unless
    `force`, or that cannot be written; `Damaged`, and writes nothing, when it is not what was stored.
    """
    file = get(journal, id_)
    target = expanded(path).absolute()
    if target.is_dir():
        target /= file.written_name
    require_text(target)
    kept = _in(journal, file.space)
    write_chunks(target, kept.chunks(file), force=force)
    note_copy(journal, target, "The file was")
    return Saved(target, tuple(warnings_about(target)))


def remove(journal: Journal, id_: str) -> KeptFile:
    """Take a file away from its entry; `bring_back` undoes it."""
    return _in(journal, get(journal, id_).space).set_removed(id_, journal.time.stamp())


def bring_back(journal: Journal, id_: str) -> KeptFile:
    """Bring a file back that was removed."""
    return _in(journal, get(journal, id_).space).set_removed(id_, None)


def keep_until(journal: Journal, id_: str, until: date | None) -> KeptFile:
    """Note up to which day a file is to be kept, or that there is no such day."""
    return _in(journal, get(journal, id_).space).set_until(id_, until.isoformat() if until else "")


def erase(journal: Journal, *ids: str) -> list[str]:
    """Erase files for good, also from the automatic backups; where copies lie that may still hold them.

    Raises `Unfinished` when they are erased and the rest was not done.
    """
    by_space: dict[str, list[str]] = {}
    for file in [get(journal, id_) for id_ in ids]:
        by_space.setdefault(file.space, []).append(file.id)

    def erased() -> bool:
        return any(_in(journal, space).find(id_) is None for space, some in by_space.items() for id_ in some)

    with told_what_is_done(journal, "forget", erased, "Erased"):
        try:
            for space, some in by_space.items():
                _in(journal, space).erase(some)
        except PeerlogError:
            if erased():
                renew_backups(journal, "forget")  # traces in the journal's own file are no reason to leave the backups
            raise
        return renew_backups(journal, "forget")


def note_copy(journal: Journal, target: Path, what: str) -> None:
    """Remember where something was written that is not encrypted there; `what` begins the sentence if that fails."""
    from ..vault import copies

    try:
        copies.record_copy(journal.private, copies.EXPORT, target, journal.time.stamp())
    except PeerlogError as error:
        raise type(error)(
            f"{what} written to {target}, but the journal could not note where: {error.message}",
            f"{error.hint} When you erase it, that place will not be named.".strip(),
        ) from error


def _in(journal: Journal, space: str) -> KeptFiles:
    return KeptFiles(journal.spaces[space])


def _all(journal: Journal, space: str, removed: bool) -> list[KeptFile]:
    return _in(journal, space).all(removed=removed)


def _is_in_trash(journal: Journal, file: KeptFile) -> bool:
    entry = entry_of(journal, file)
    return entry is not None and entry.deleted is not None
