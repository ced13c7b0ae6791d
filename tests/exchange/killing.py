"""A program that kills somebody's process in the midst of exchanging, and looks each time at what both have.

    python -m tests.exchange.killing FOLDER KILLS SEED

Kim writes and exchanges through a folder without a pause, and says on a pipe what was saved. After each kill -9 the
journal has to open; when both have exchanged once more, each has everything that was ever saved, once, and no device
has said two things under one number. Figures go to standard output as JSON. A program of its own because it forks,
which is safe only where there are no threads.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import NoReturn

from tests.exchange.crew import crew, open_peer, rows
from tests.exchange.meeting import Peer, SteppingClock
from tests.prebuilt import honest_but_quick

from peerlog.exchange.evidence import all_evidence
from peerlog.exchange.keys import device_in_use
from peerlog.journal.circle.circles import read_circle
from peerlog.journal.updates.exchanging import arrived_in_folder, preview, send, tidy_folder, use_folder


def exchange(peer: Peer, *, again: bool = False) -> None:
    """What one key does: take in what lies there, send what is due, remove what everybody has."""
    circle = read_circle(peer.space)
    for arrived in arrived_in_folder(peer.journal, circle):
        assert arrived.problem is None, arrived.problem
    shown = preview(peer.journal, circle)
    if shown.is_due or again:
        send(peer.journal, shown, again=again)
    tidy_folder(peer.journal, circle)


def work(homes: Path, clock: SteppingClock, number: int, writing: int) -> NoReturn:
    """Write and exchange until the end."""
    try:
        kim = open_peer(homes, "Kim", clock)
        os.write(writing, b"\n")
        done = 0
        while True:
            text = f"word-{number}-{done}-"
            id_ = kim.write("note", text=text)
            os.write(writing, f"{id_} {text}\n".encode())
            exchange(kim)
            if done % 2:
                kim.change(id_, title="Changed")
            exchange(kim, again=not done % 3)
            done += 1
    except BaseException as error:
        os.write(writing, f"error {error!r}\n".encode())
    os._exit(1)


def killed(homes: Path, clock: SteppingClock, number: int, seconds: float) -> dict[str, str]:
    """Let Kim work for some time and kill the process; what had been saved by then, by id."""
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        work(homes, clock, number, writing)
    os.close(writing)
    assert os.read(reading, 1) == b"\n"  # it is open
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    with open(reading, "rb") as told:
        said = told.read()
    assert b"error" not in said, said
    lines = [line.split(" ") for line in said.decode().split("\n")[:-1]]
    return dict(tuple(line) for line in lines)  # type: ignore[misc]


def verify(kim: Peer, sam: Peer, saved: dict[str, str], device: str) -> None:
    shown = rows(kim), rows(sam)
    assert shown[0] == shown[1]
    for peer in (kim, sam):
        texts = {entry.id: entry.text for entry in peer.journal.entries.of_kind("note", limit=10**6)}
        assert saved.items() <= texts.items(), "something is lost"
        assert len(set(texts.values())) == len(texts), "something is there twice"
        assert not all_evidence(peer.space)
        assert peer.space.rows("SELECT count(*) FROM change GROUP BY device, seq HAVING count(*) > 1") == []
    assert device_in_use(kim.space).id == device


def main(folder: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    clock = SteppingClock()
    homes, between = folder / "homes", folder / "between"
    saved: dict[str, str] = {}
    with honest_but_quick():
        shutil.copytree(crew(folder / "crew", 2, False), homes)
        between.mkdir()
        sam = open_peer(homes, "Sam", clock)
        with closing(open_peer(homes, "Kim", clock).journal) as journal:
            kim = Peer("Kim", journal, journal.spaces[next(name for name in journal.spaces if name != "private")])
            device = device_in_use(kim.space).id
            for peer in (kim, sam):
                use_folder(peer.journal, read_circle(peer.space), between)
        for number in range(kills):
            sam.write("note", text=f"sam-{number}-")
            exchange(sam)
            saved |= killed(homes, clock, number, chance.random() * 0.08)
            with closing((kim := open_peer(homes, "Kim", clock)).journal):
                for peer in (kim, sam, kim):
                    exchange(peer, again=True)
                verify(kim, sam, saved, device)
        sam.journal.close()
    print(json.dumps({"kills": kills, "saved": len(saved)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
