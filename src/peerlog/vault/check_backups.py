"""Whether the automatic backups can be read, the newest one to its last page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from ..domain.moment import utc_stamp
from ..errors import Busy, Damaged, PeerlogError, Refused
from .archive import Archive, extract, member_name, opened, read_archive
from .backup import automatic_backups, workshop
from .exclusion import BACKUPS as TURN
from .exclusion import Hold
from .finding import Finding
from .soundness import require_whole
from .vault import BACKUPS, Vault


@dataclass(frozen=True, slots=True)
class Rescue:
    """The newest backup that opens, and how many entries each of its spaces has, by name."""

    made: datetime
    path: Path
    entries: dict[str, int]

    def hint(self, space: str) -> str:
        """What restoring it would bring back of a space."""
        count = self.entries.get(space, 0)
        return (
            f"“peerlog restore {self.path}” brings back the {count:,} entr{'y' if count == 1 else 'ies'}"
            f" of {utc_stamp(self.made)}."
        )


def check_backups(vault: Vault) -> tuple[list[Finding], Rescue | None]:
    """What is to be said about the automatic backups, and the newest one that opens."""
    made = automatic_backups(vault.folder)
    if not made:
        return [Finding("note", "There is no automatic backup yet.", "One is made each day on which you write.")], None
    findings: list[Finding] = []
    rescue: Rescue | None = None
    try:
        with Hold.exclusive(vault.folder, TURN), workshop(vault.folder / BACKUPS) as work:
            for when, path in made:
                try:
                    with opened(path) as file:
                        archive = read_archive(file, path)
                        if rescue is None and _has_our_keys(archive, vault):
                            rescue = Rescue(when, path, _entries(vault, file, archive, work))
                except PeerlogError as error:
                    findings.append(Finding("problem", f"The backup {path.name} cannot be used. {error}"))
    except (Busy, Refused) as error:
        return [Finding("note", f"The backups were not checked. {error}")], None
    if rescue:
        findings.append(Finding("ok", f"The backup {rescue.path.name} can be read to its last page."))
    else:
        findings.append(Finding("note", "No automatic backup can be opened.", "“peerlog backup FILE” makes one."))
    return findings, rescue


def _has_our_keys(archive: Archive, vault: Vault) -> bool:
    """A backup from before the last rekey is opened by the passphrase of its day, and not by the key at hand."""
    return (archive.keys.vault_id, archive.keys.generation) == (vault.id, vault.keys.generation)


def _entries(vault: Vault, file: BinaryIO, archive: Archive, work: Path) -> dict[str, int]:
    entries: dict[str, int] = {}
    for name, member in archive.spaces.items():
        copy = work / "back.db"
        try:
            extract(file, member, copy)
            entries[name] = require_whole(copy, vault.key(name)).entries
        except Damaged:
            raise Damaged(f"It is damaged in its copy of {member_name(archive.keys.generation, name)}.") from None
        finally:
            copy.unlink(missing_ok=True)
    return entries
