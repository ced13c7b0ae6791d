"""Keeping a file of 20 MB, and writing it out again, beside a bare durable copy of it."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.ours import PASSPHRASE, made
from peerlog.journal import evidence
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock

_RUNS = 5
_SIZE = 20_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """Milliseconds; and MiB of memory beyond what the open journal takes, None where the system does not tell."""

    keeping: float
    writing: float
    copying: float
    more_memory: float | None


def keeping(folder: Path) -> Kept:
    """Medians of some runs in one process, with the journal open."""
    ours = made(folder, "evidence", lambda journal: None)
    scan, target = folder / "scan.pdf", folder / "copy.pdf"
    scan.write_bytes(b"%PDF-1.7\n" + secrets.token_bytes(_SIZE - 9))
    with unlock(ours.home, PASSPHRASE) as journal:
        entry = journal.entries.add("note", {"text": "A course"}).id
        _forget_peak()
        before = _memory("VmRSS")
        ids: list[str] = []
        stored = _taken(lambda: ids.append(evidence.keep(journal, entry, scan)[0].id))
        peak = _memory("VmHWM")
        written = _taken(lambda: _write(journal, ids[-1], target))
    copied = _taken(lambda: _copy(scan, target))
    more = (peak - before) / 1024 if peak is not None and before is not None else None
    return Kept(stored, written, copied, more)


def _taken(call: Callable[[], object]) -> float:
    times = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return median(times) * 1000


def _write(journal: Journal, id_: str, target: Path) -> None:
    evidence.write_to(journal, id_, target, force=True)


def _copy(scan: Path, target: Path) -> None:
    with open(scan, "rb") as source, open(target, "wb") as file:
        shutil.copyfileobj(source, file)
        file.flush()
        os.fsync(file.fileno())


def _forget_peak() -> None:
    """Let Linux count the peak of memory anew; deriving the key had more than what comes now."""
    if _memory("VmHWM") is not None:
        Path("/proc/self/clear_refs").write_text("5")


def _memory(name: str) -> int | None:
    """A figure of this process in KiB, from Linux."""
    status = Path("/proc/self/status")
    found = re.search(rf"^{name}:\s+(\d+) kB", status.read_text(), re.MULTILINE) if status.exists() else None
    return int(found[1]) if found else None
