"""A program that takes in files, each in a process of its own, and says what each cost.

    python -m tests.exchange.one_by_one HOMES NAME FILE...

Prints JSON: of each file why it was refused (null when it was not), its exit status, the seconds of processor time,
and the most memory that the process had, in bytes, the derivation of the key among it (0 where the system, being no
Linux, does not tell). A program of its own because it forks, which is safe only where there are no threads.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from tests.exchange.crew import open_peer
from tests.exchange.meeting import SteppingClock

from peerlog.journal.updates.exchanging import arrived_files


def main() -> None:
    homes, name, *files = sys.argv[1:]
    open_peer(Path(homes), name, SteppingClock()).journal.close()  # everything is loaded then
    print(json.dumps([_apart(Path(homes), name, Path(file)) for file in files]))


def _apart(homes: Path, name: str, file: Path) -> dict[str, Any]:
    reading, writing = os.pipe()
    if not os.fork():
        os.close(reading)
        os.write(writing, json.dumps(_take_in(homes, name, file)).encode())
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as told:
        found: dict[str, Any] = json.load(told)
    os.wait()
    return found


def _take_in(homes: Path, name: str, file: Path) -> dict[str, Any]:
    peer = open_peer(homes, name, SteppingClock())
    start = time.process_time()
    (arrived,) = arrived_files(peer.journal, [file])
    took = time.process_time() - start
    peer.journal.close()
    message, status = (arrived.problem.message, arrived.problem.exit_code) if arrived.problem else (None, 0)
    return {"name": file.name, "said": message, "status": status, "took": took, "peak": _peak()}


def _peak() -> int:
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return next(int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    main()
