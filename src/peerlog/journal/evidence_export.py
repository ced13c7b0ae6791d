"""Letting kept files out beside the entries that are exported, with a list of them that other programs read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..domain.entry import Entry
from ..domain.file_names import written_name
from ..domain.kept_file import KeptFile
from ..domain.selection import Selection
from ..errors import Damaged
from ..vault.kept_files import KeptFiles
from .evidence import all_files, entry_of, note_copy
from .exported_files import filling, require_place_for
from .exporting import require_text, warnings_about
from .home import expanded
from .journal import Journal
from .trash import belongs

FORMAT = "peerlog evidence"
VERSION = 1
LIST = "evidence.json"
SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class EvidenceWritten:
    """How many files were written into which folder, the names of those that are damaged and were left out, and
    sentences about who else may get to see it."""

    files: int
    path: Path
    damaged: tuple[str, ...]
    warnings: tuple[str, ...]


def evidence_of(journal: Journal, selection: Selection, *, with_trash: bool = False) -> list[KeptFile]:
    """The files kept with the entries of a selection, and for all entries those whose entry is erased already.

    None of a note that erases itself and whose day has come.
    """
    from .venting import due_to_go

    found, gone = [], set(due_to_go(journal))
    for file in all_files(journal, in_trash=with_trash):
        if file.entry in gone:
            continue
        entry = entry_of(journal, file)
        if _is_of(entry, selection) if entry else selection.is_everything:
            found.append(file)
    return sorted(found, key=lambda file: (file.added, file.name, file.id))


def require_free(target: Path, *, force: bool) -> None:
    """Raise `Refused` for a folder that `write_evidence` would refuse, before anything is written elsewhere."""
    target = expanded(target).absolute()
    require_text(target)
    require_place_for(target, force=force)


def write_evidence(
    journal: Journal, files: Sequence[KeptFile], target: Path, *, force: bool = False
) -> EvidenceWritten:
    """Write files into a folder under names that every system takes, with `evidence.json` and `SHA256SUMS` beside them.

    The folder appears when it is complete. Raises `Refused` for one that holds something unless `force`, or that cannot
    be written.
    """
    target = expanded(target).absolute()
    require_text(target)

    def content(file: KeptFile) -> Iterator[bytes]:
        return KeptFiles(journal.spaces[file.space]).chunks(file)

    written, damaged = write_listed(target, files, content, journal.time.stamp(), force=force)
    note_copy(journal, target, f"{len(written):,} {'file was' if len(written) == 1 else 'files were'}")
    names = tuple(file.name for file in damaged)
    return EvidenceWritten(len(written), target, names, tuple(warnings_about(target)))


def write_listed(
    target: Path, files: Sequence[KeptFile], content: Callable[[KeptFile], Iterable[bytes]], now: str, *, force: bool
) -> tuple[list[KeptFile], list[KeptFile]]:
    """Write files with their list and checksums into a folder: those that were written, and those that are damaged.

    `now` is the UTC stamp in the list.
    """
    written: list[tuple[str, KeptFile]] = []
    damaged: list[KeptFile] = []
    taken = {LIST.casefold(), SUMS.casefold()}
    with filling(target, force=force) as put:
        for file in files:
            name = _free_name(file, taken)
            try:
                put(name, content(file))
            except Damaged:
                damaged.append(file)
                continue
            taken.add(name.casefold())
            written.append((name, file))
        put(LIST, [_listed(now, written)])
        put(SUMS, ["".join(f"{file.sha256}  {name}\n" for name, file in written).encode()])
    return [file for _, file in written], damaged


def described_file(file: KeptFile) -> dict[str, object]:
    """A kept file for other programs; members are added, never renamed or removed."""
    return {
        "id": file.id,
        "entry": file.entry,
        "name": file.name,
        "type": file.media,
        "size": file.size,
        "sha256": file.sha256,
        "added": file.added,
        "until": file.until or None,
        "with": file.with_whom or None,
        "removed": file.removed or None,
    }


def _is_of(entry: Entry, selection: Selection) -> bool:
    return belongs(entry, selection) and selection.space in (None, entry.space)


def _free_name(file: KeptFile, taken: set[str]) -> str:
    number = 1
    while (name := written_name(file.name, file.type, number)).casefold() in taken:
        number += 1
    return name


def _listed(now: str, written: Sequence[tuple[str, KeptFile]]) -> bytes:
    document = {
        "format": FORMAT,
        "version": VERSION,
        "exported": now,
        "files": [{"file": name, **described_file(file)} for name, file in written],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
