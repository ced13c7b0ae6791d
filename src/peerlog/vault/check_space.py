"""One space's database: its pages, its structure, its search index, and what it holds."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain.entry import PRIVATE
from ..errors import Damaged, PeerlogError, Refused
from .check_entries import EVERY, check_entries
from .check_files_kept import check_kept_files
from .check_files_kept import portions as portions_of_files
from .check_shared import check_shared, portions
from .connection import connect, translated
from .finding import Finding
from .salvage import label_in, salvage
from .soundness import damaged_pages
from .vault import Vault

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

Step = Callable[[], None]


def check_space(vault: Vault, name: str, restore_hint: str, step: Step) -> list[Finding]:
    """Everything that there is to say about a space; `step` is called after each part and every so many entries.

    `restore_hint` says what a backup would bring back. The file is only read.
    """
    path, key = vault.path(name), vault.key(name)
    label = space_label(vault, name)
    try:
        with closing(connect(path, key)) as connection, translated(path):
            damaged = damaged_pages(connection)
            step()
            if damaged:
                return [_damage(label, path, key, restore_hint)]
            findings = _structure(connection, label, restore_hint)
            step()
            findings += _search_index(connection, label)
            step()
        with closing(vault.space(name, read_only=True)) as space:
            findings += check_entries(space, label, step)
            findings += check_kept_files(space, label, step)
            return findings + check_shared(space, label, restore_hint, step)
    except Refused as error:
        return [Finding("problem", f"{label}: {error}", error.hint)]
    except Damaged:
        return [_damage(label, path, key, restore_hint)]


def space_label(vault: Vault, name: str) -> str:
    """What a space is called in a finding: by whom it is shared with, or by its file where that cannot be told."""
    if name == PRIVATE:
        return "Private"
    label = label_in(vault.path(name), vault.key(name))
    return f"With {label}" if label else f"circles/{name}.db"


def count_portions(vault: Vault, name: str) -> int:
    """How many portions of entries, files and changes a space has, for showing progress; 0 when it cannot be told."""
    try:
        with closing(vault.space(name, read_only=True)) as space:
            entries = -(-int(space.rows("SELECT count(*) FROM entry")[0][0]) // EVERY)
            return entries + portions_of_files(space) + portions(space)
    except PeerlogError:
        return 0


def _damage(label: str, path: Path, key: str, restore_hint: str) -> Finding:
    if not path.is_file():
        return Finding("problem", f"{label}: its file {path.name} is missing.", restore_hint)
    found = salvage(path, key)
    if found is None or not found.readable:
        return Finding("problem", f"{label}: its file is damaged; no entry in it can be read.", restore_hint)
    lost = found.total - found.readable
    if lost:
        what = f"{found.readable:,} of its {found.total:,} entries can still be read"
    else:
        what = f"all {found.total:,} entries can still be read, but not all that belongs to them"
    hint = f"Do not write in it. {_ways_out(found.readable, restore_hint)}"
    return Finding("problem", f"{label}: its file is damaged; {what}.", hint)


def _ways_out(readable: int, restore_hint: str) -> str:
    entries = f"{readable:,} entr{'y' if readable == 1 else 'ies'}"
    return (
        f"First “peerlog restore --salvage FILE.json” writes the {entries} that can be read to a file, not encrypted."
        f" Then {restore_hint} “peerlog import json FILE.json” adds what it lacks."
    )


def _structure(connection: Connection, label: str, restore_hint: str) -> list[Finding]:
    said = connection.execute("PRAGMA integrity_check(5)").fetchall()
    findings = []
    if said != [("ok",)]:
        findings.append(Finding("problem", f"{label}: the database contradicts itself: {said[0][0]}.", restore_hint))
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        findings.append(Finding("problem", f"{label}: entries name a key that is not there.", restore_hint))
    return findings


def _search_index(connection: Connection, label: str) -> list[Finding]:
    """FTS5's own check, with the texts compared (rank 1). It is phrased as a write, and changes nothing."""
    from sqlcipher3 import dbapi2

    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
    except dbapi2.DatabaseError as error:
        name = str(getattr(error, "sqlite_errorname", ""))
        if "READONLY" in name or "CANTOPEN" in name:
            return [Finding("note", f"{label}: the search index was not checked, for its folder can only be read.")]
        if "CORRUPT" not in name:
            raise
        return [
            Finding(
                "problem",
                f"{label}: the search index does not match what is written.",
                "No entry is lost, but a search may miss some.",
            )
        ]
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return []
