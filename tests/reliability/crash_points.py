"""A program that ends a process at each file operation of a task in turn, and looks each time at what is left.

    python -m tests.reliability.crash_points FOLDER TASK

Python reports every operation on files to audit hooks before it is done; what SQLite does between two of them is left
to `killing`. Figures go to standard output as JSON. A program of its own because it forks.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.vault.vaults import LATER, NOW, SECRET, add, new_vault, open_vault, seal, texts, unlock

from peerlog.crypto import slots
from peerlog.errors import WrongPassphrase
from peerlog.vault import watermark
from peerlog.vault.backup import automatic_backups, fresh_after, make_backup
from peerlog.vault.check import check
from peerlog.vault.entries import Entries
from peerlog.vault.keyfile import KeyFile
from peerlog.vault.rekey import rekey
from peerlog.vault.restore import restore
from peerlog.vault.vault import Vault

CRASHED = 77
WORDS = ["first words", "second words"]

FILE_EVENTS = frozenset(
    {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate", "os.scandir", "os.listdir"}
)


@dataclass(frozen=True)
class Task:
    """What is done, and what has to hold whenever it was cut short, given a folder with `journal` in it."""

    run: Callable[[Path], object]
    holds: Callable[[Path], None]


def whole(folder: Path, expected: list[str]) -> None:
    with closing(open_vault(folder)) as vault:
        report = check(vault, folder.parent / "state")
        assert report.is_clean, report.problems
        assert texts(vault) == expected


def still_there(root: Path) -> None:
    whole(root / "journal", WORDS)


def creating(root: Path) -> None:
    new_vault(root / "another")


def created_or_not(root: Path) -> None:
    """Whatever is left, the next attempt succeeds, unless this one had."""
    if (root / "another").exists():
        whole(root / "another", [])
    else:
        new_vault(root / "another")
    assert [path for path in root.iterdir() if path.name.startswith(".another")] == []


def rekeying(root: Path) -> None:
    with closing(open_vault(root / "journal")) as vault:
        rekey(vault, seal)


def one_generation(root: Path) -> None:
    still_there(root)
    with closing(open_vault(root / "journal")) as vault:
        rekey(vault, seal)
        assert texts(vault) == WORDS
    assert len(list((root / "journal").glob("gen-*"))) == 1


def another_secret(root: Path) -> None:
    with closing(open_vault(root / "journal")) as vault:
        vault.replace_slot(slots.seal_with_recovery(vault.vault_key, SECRET[::-1], vault.id))


def unlock_with_other(keys: KeyFile) -> bytes:
    return slots.open_with_recovery(keys.slots[0], SECRET[::-1], keys.vault_id)


def old_or_new_secret(root: Path) -> None:
    try:
        open_vault(root / "journal").close()
    except WrongPassphrase:
        with closing(Vault.open(root / "journal", unlock_with_other)) as vault:
            vault.replace_slot(seal(vault.vault_key, vault.id))
    still_there(root)


def backing_up(root: Path) -> None:
    with closing(open_vault(root / "journal")) as vault:
        fresh_after(vault, "passphrase", LATER.replace(year=2027))


def some_backup(root: Path) -> None:
    still_there(root)
    made = automatic_backups(root / "journal")
    for number, (_, path) in enumerate(made):
        assert restore(path, root / f"restored{number}", unlock, NOW).entries == len(WORDS)
    assert made
    with closing(open_vault(root / "journal")) as vault:
        make_backup(vault, root / "b.tar")
    assert not [path for path in (root / "journal" / "backups").iterdir() if path.name.startswith(".")]


def restoring(root: Path) -> None:
    ((_, path),) = automatic_backups(root / "journal")
    restore(path, root / "journal", unlock, NOW, replace=True)


def old_or_restored(root: Path) -> None:
    """One of the two is in place, or for a moment neither: then the old one lies beside it."""
    aside = list(root.glob("journal.replaced-*"))
    if not (root / "journal").exists():
        aside.pop().rename(root / "journal")
    still_there(root)
    for path in aside:
        whole(path, WORDS)


def forgetting(root: Path) -> None:
    with closing(open_vault(root / "journal")) as vault, closing(vault.space()) as space:
        ((id_,),) = space.rows("SELECT id FROM entry WHERE text = 'second words'")
        Entries(space).forget(bytes(id_).hex(), NOW)


def forgotten_or_not(root: Path) -> None:
    with closing(open_vault(root / "journal")) as vault:
        found = texts(vault)
    assert found in (WORDS, WORDS[:1])
    whole(root / "journal", found)


def noting(root: Path) -> None:
    with closing(open_vault(root / "journal")) as vault:
        watermark.keep(vault, root / "state")


TASKS = {
    "create": Task(creating, created_or_not),
    "rekey": Task(rekeying, one_generation),
    "slot": Task(another_secret, old_or_new_secret),
    "backup": Task(backing_up, some_backup),
    "restore": Task(restoring, old_or_restored),
    "forget": Task(forgetting, forgotten_or_not),
    "mark": Task(noting, still_there),
}


def crashes_at(point: int, run: Callable[[Path], object], root: Path) -> bool:
    """Run in a child that ends at its file operation of this number; whether it got that far."""
    process = os.fork()
    if not process:
        left = point

        def hook(event: str, _: object) -> None:
            nonlocal left
            if event in FILE_EVENTS:
                left -= 1
                if not left:
                    os._exit(CRASHED)

        try:
            sys.addaudithook(hook)
            run(root)
        except BaseException as error:
            os.write(2, f"{error!r}\n".encode())
            os._exit(1)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    assert status in (0, CRASHED), f"the task failed with status {status}"
    return status == CRASHED


def main(folder: Path, name: str) -> None:
    task = TASKS[name]
    base = folder / "base"
    new_vault(base / "journal")
    with closing(open_vault(base / "journal")) as vault:
        with closing(vault.space()) as space:
            for text in WORDS:
                add(space, text)
        fresh_after(vault, "passphrase", LATER)
    points = 0
    while True:
        root = folder / "now"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(base, root)
        crashed = crashes_at(points + 1, task.run, root)
        try:
            task.holds(root)
        except BaseException:
            os.write(2, f"{name}, crash point {points + 1}\n".encode())
            raise
        if not crashed:
            break
        points += 1
    print(json.dumps({"points": points}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
