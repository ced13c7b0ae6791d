"""Running a command and saying how long it took and how much memory it had."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RUNS = 5


@dataclass(frozen=True, slots=True)
class Taken:
    """Wall time in milliseconds and the peak of resident memory in MiB."""

    ms: float
    mib: float


@cache
def _runner() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("runner.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def run(command: Sequence[str], environ: Mapping[str, str]) -> Taken:
    """One run of a command that has to succeed."""
    runner = _runner()
    assert runner.stdin is not None
    assert runner.stdout is not None
    runner.stdin.write(json.dumps({"command": list(command), "environ": dict(environ)}) + "\n")
    runner.stdin.flush()
    answer = json.loads(runner.stdout.readline())
    if answer["status"]:
        raise SystemExit(f"{' '.join(command)} failed: {answer['said']}")
    return Taken(answer["ms"], answer["mib"])


def median_of(measure: Callable[[], Taken], runs: int = RUNS) -> Taken:
    """The medians of several runs after one that warms the disk's cache; a single run stands for itself."""
    if runs > 1:
        measure()
    taken = [measure() for _ in range(runs)]
    return Taken(statistics.median(each.ms for each in taken), statistics.median(each.mib for each in taken))


def in_process(call: Callable[[], object], runs: int = 21) -> float:
    """The median in milliseconds of a call in this process."""
    call()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000
