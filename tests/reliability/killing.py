"""A program that kills processes in the midst of their writing, and looks each time at what they leave.

    python -m tests.reliability.killing FOLDER TASK KILLS SEED

A worker acknowledges on a pipe what it has committed. After each kill -9 the journal has to open, to be whole, and to
hold everything that was acknowledged. Figures go to standard output as JSON. A program of its own because it forks,
which is safe only where there are no threads.
"""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any, NoReturn

from tests.vault.vaults import LATER, NOW, fields, new_vault, open_vault, seal, unlock

from peerlog.crypto import slots
from peerlog.domain.entry import Draft
from peerlog.vault.backup import automatic_backups, fresh_after, make_backup
from peerlog.vault.check import check
from peerlog.vault.drafts import Drafts
from peerlog.vault.entries import Entries
from peerlog.vault.kept_files import CHUNK, KeptFiles
from peerlog.vault.origins import Origins
from peerlog.vault.rekey import rekey
from peerlog.vault.restore import restore
from peerlog.vault.space import Space

Acknowledge = Callable[..., None]

BATCH = 25
FRESH_AFTER = 20
"""Kills after which a new vault is begun, so that looking at it stays quick."""


def save(folder: Path, chance: random.Random, acknowledge: Acknowledge) -> None:
    """What somebody does who writes: new entries, edits, drafts, the trash."""
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        entries, drafts = Entries(space), Drafts(space)
        ids = [bytes(id_).hex() for (id_,) in space.rows("SELECT id FROM entry WHERE deleted IS NULL")]
        kept = max([int(str(draft.fields["number"])) for draft in drafts.all()], default=0)
        while True:
            what = chance.choice(["add", "add", "edit", "edit", "draft", "delete", "forget"])
            text = f"{chance.random()} " * chance.choice([1, 30, 400]) + "end"
            if what == "draft":
                kept += 1
                drafts.keep(Draft("d", "note", {"text": text, "number": kept}, NOW))
                acknowledge("draft", kept)
            elif what == "add" or not ids:
                ids.append(entries.add("note", fields(text, tags=("one", "two")), NOW).id)
                acknowledge("entry", ids[-1], 1, text)
            elif what == "edit":
                id_ = chance.choice(ids)
                day = chance.randrange(1, 28)
                saved = entries.save(id_, "note", fields(text, when=f"2026-01-{day:02}T10:00:00+00:00"), NOW)
                acknowledge("entry", id_, saved.version, text)
            elif chance.random() < 0.3:
                id_ = ids.pop(chance.randrange(len(ids)))
                if what == "delete":
                    entries.delete(id_, NOW)
                else:
                    acknowledge("forgetting", id_)
                    entries.forget(id_, NOW)
                acknowledge(what, id_)


def batches(folder: Path, chance: random.Random, acknowledge: Acknowledge) -> None:
    """An import: many entries in one transaction, and where each came from."""
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        entries, origins = Entries(space), Origins(space)
        while True:
            name = f"{chance.random()}"
            with space.write():
                for number in range(BATCH):
                    entry = entries.add("note", fields(f"{name} {number} " + "imported " * 20 + "end"), NOW)
                    origins.remember(f"{name}:{number}", entry.id)
            acknowledge("batch", name)


def files(folder: Path, chance: random.Random, acknowledge: Acknowledge) -> None:
    """Files kept with entries, some large enough to leave SQLite's memory before they are whole"""
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        kept, entry = KeptFiles(space), Entries(space).add("note", fields("kept"), NOW).id
        while True:
            pieces = [chance.randbytes(chance.choice([10, CHUNK])) for _ in range(chance.choice([1, 3, 12]))]
            file = kept.keep(entry, "scan.pdf", "application/pdf", pieces, NOW)
            acknowledge("file", file.id, file.sha256)


def rekeys(folder: Path, chance: random.Random, acknowledge: Acknowledge) -> None:
    with closing(open_vault(folder)) as vault:
        while True:
            with closing(vault.space()) as space:
                text = f"{chance.random()}"
                acknowledge("entry", Entries(space).add("note", fields(text), NOW).id, 1, text)
            acknowledge("generation", rekey(vault, seal).generation)


def upkeep(folder: Path, chance: random.Random, acknowledge: Acknowledge) -> None:
    """Backups, restored in the journal's place, and slots that come and go."""
    now = LATER
    while True:
        with closing(open_vault(folder)) as vault:
            with closing(vault.space()) as space:
                text = f"{chance.random()}"
                acknowledge("entry", Entries(space).add("note", fields(text), NOW).id, 1, text)
            now += timedelta(seconds=1 + chance.randrange(1000))
            fresh_after(vault, "passphrase", now)
            acknowledge("backup")
            vault.replace_slot(slots.seal_with_keyring(vault.vault_key, b"k" * 32, vault.id))
            vault.remove_slot("keyring")
            target = folder.with_name(f"{chance.random()}.tar")
            make_backup(vault, target)
        acknowledge("restoring")
        moved = restore(target, folder, unlock, NOW, replace=True).moved
        acknowledge("restored")
        target.unlink()
        shutil.rmtree(moved or "")


TASKS = {task.__name__: task for task in (save, batches, files, rekeys, upkeep)}


class Known:
    """What was acknowledged, and so has to be there."""

    def __init__(self) -> None:
        self.versions: dict[str, dict[int, str]] = {}
        self.maybe_gone: set[str] = set()
        self.gone: set[str] = set()
        self.draft = 0
        self.batches: set[str] = set()
        self.files: dict[str, str] = {}
        self.generation = 1
        self.backup = False
        self.between = False

    def learn(self, what: str, *rest: Any) -> None:
        if what == "entry":
            self.versions.setdefault(rest[0], {})[rest[1]] = rest[2]
        elif what == "forgetting":
            self.maybe_gone.add(rest[0])
        elif what == "forget":
            self.gone.add(rest[0])
        elif what == "draft":
            self.draft = rest[0]
        elif what == "batch":
            self.batches.add(rest[0])
        elif what == "file":
            self.files[rest[0]] = rest[1]
        elif what == "generation":
            self.generation = rest[0]
        elif what == "backup":
            self.backup = True
        elif what in ("restoring", "restored"):
            self.backup, self.between = False, what == "restoring"

    def verify(self, folder: Path) -> None:
        """Raises AssertionError when something that was acknowledged is not there, or the journal is not whole."""
        self._mend_restore(folder)
        with closing(open_vault(folder)) as vault:
            report = check(vault)
            assert report.is_clean, report.problems
            assert vault.keys.generation in (self.generation, self.generation + 1)
            assert not self.backup or automatic_backups(folder)
            with closing(vault.space()) as space:
                self._verify_entries(space)
                self._verify_batches(space)
                here = {file.id: file.sha256 for file in KeptFiles(space).all()}
                assert self.files.items() <= here.items(), "a file is gone"
                kept = [draft.fields["number"] for draft in Drafts(space).all()]
                assert kept in ([self.draft], [self.draft + 1]) or not (kept or self.draft), "the draft is gone"
                self.draft = int(str(kept[0])) if kept else 0
            self.generation = vault.keys.generation

    def _mend_restore(self, folder: Path) -> None:
        """The one moment in which no journal is in its place: it lies beside it, as the documentation says."""
        if not folder.exists():
            assert self.between
            (aside,) = folder.parent.glob(f"{folder.name}.replaced-*")
            aside.rename(folder)
        for path in [*folder.parent.glob(f".{folder.name}.*.new"), *folder.parent.glob(f"{folder.name}.replaced-*")]:
            shutil.rmtree(path)
        for path in folder.parent.glob("*.tar*"):
            path.unlink()
        self.between = False

    def _verify_entries(self, space: Space) -> None:
        entries = Entries(space)
        for id_, versions in self.versions.items():
            entry = entries.find(id_)
            if entry is None:
                assert id_ in self.maybe_gone, f"{id_[:8]} is gone"
                continue
            assert id_ not in self.gone, f"{id_[:8]} is back"
            texts = {version.number: version.fields["text"] for version in entries.versions(id_)}
            texts[entry.version] = entry.text
            for number, text in versions.items():
                assert texts[number] == text

    def _verify_batches(self, space: Space) -> None:
        rows = space.rows("SELECT substr(source, 1, instr(source, ':') - 1), count(*) FROM origin GROUP BY 1")
        assert {many for _, many in rows} <= {BATCH}, "half a batch"
        assert self.batches <= {name for name, _ in rows}


def start(task: Callable[..., None], folder: Path, seed: float) -> tuple[int, int]:
    """Fork a worker: its process id and the end of the pipe to read its acknowledgements from."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    work(task, folder, seed, writing)


def work(task: Callable[..., None], folder: Path, seed: float, writing: int) -> NoReturn:
    def acknowledge(*facts: object) -> None:
        line = json.dumps(facts).encode() + b"\n"
        while line:
            line = line[os.write(writing, line) :]

    try:
        task(folder, random.Random(seed), acknowledge)
    except BaseException as error:
        acknowledge("error", repr(error))
    os._exit(1)


def read_for(reading: int, seconds: float, lines: int) -> Iterator[bytes]:
    """What comes down the pipe until so many lines have come, and then for some time more."""
    received = 0
    deadline: float | None = None
    while deadline is None or time.perf_counter() < deadline:
        if deadline is None and received >= lines:
            deadline = time.perf_counter() + seconds
            continue
        timeout = 20.0 if deadline is None else max(0.0, deadline - time.perf_counter())
        ready, _, _ = select.select([reading], [], [], timeout)
        if not ready:
            assert deadline is not None, "the worker does nothing"
            return
        data = os.read(reading, 65536)
        if not data:
            return
        received += data.count(b"\n")
        yield data


def main(folder: Path, task: str, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    known = Known()
    acknowledged = 0
    pause = 0.03 if task in ("rekeys", "upkeep") else 0.008
    for number in range(kills):
        if number % FRESH_AFTER == 0:
            shutil.rmtree(folder.parent, ignore_errors=True)
            new_vault(folder)
            known = Known()
        process, reading = start(TASKS[task], folder, chance.random())
        received = b"".join(read_for(reading, chance.random() * pause, chance.randrange(6)))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        while rest := os.read(reading, 65536):
            received += rest
        os.close(reading)
        lines = received.split(b"\n")[:-1]  # a line that was cut short was not acknowledged
        for line in lines:
            facts = json.loads(line)
            assert facts[0] != "error", facts
            known.learn(*facts)
        acknowledged += len(lines)
        known.verify(folder)
    print(json.dumps({"kills": kills, "acknowledged": acknowledged}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
