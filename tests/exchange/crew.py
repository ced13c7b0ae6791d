"""Journals of a few people as files: built once for each number of them, copied for each history, opened and closed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from tests.exchange.meeting import Peer, SteppingClock, exchange, join_device, meet, people
from tests.prebuilt import PASSPHRASE, build, honest_but_quick

from peerlog.domain.entry import PRIVATE
from peerlog.exchange.membership import roster_in
from peerlog.exchange.refreshing import Refresher
from peerlog.history.view import View
from peerlog.journal.home import Home
from peerlog.journal.opening import unlock
from peerlog.vault.changes import Changes
from peerlog.vault.entries import Entries

NAMES = ("Kim", "Sam", "Ada", "Lou", "Bo", "Ivy", "Max", "Noa")
LAPTOP = "Kim's laptop"

Trio = tuple[Peer, Peer, Peer]

_built: list[Path] = []


def quick_folder() -> Path:
    """Where many small files are written and removed again: in memory where there is such a place."""
    memory = Path("/dev/shm")
    return memory if os.access(memory, os.W_OK) else Path(gettempdir())


@cache
def crew(folder: Path, count: int, with_laptop: bool) -> Path:
    """The homes of `count` people who have met, the first of them with two devices if wished; to be copied."""
    if not _built:
        _built.append(build(folder / "one"))
    place = folder / f"{count}-{with_laptop}"
    names = [*NAMES[:count], *([LAPTOP] if with_laptop else [])]
    with people(_built[0], place, *names) as peers:
        meet(*peers[:count])
        if with_laptop:
            join_device(peers[0], peers[-1])
    return place


def open_peer(folder: Path, name: str, clock: SteppingClock) -> Peer:
    """The journal of this name in a copy of a crew."""
    journal = unlock(Home(folder / name, folder / name / "state"), PASSPHRASE, clock=clock)
    return Peer(name, journal, next(space for name, space in journal.spaces.items() if name != PRIVATE))


def save_copy(peer: Peer, place: Path) -> None:
    """The journal's folder as somebody backs it up by hand, without the note of how far it had got."""
    shutil.copytree(peer.journal.home.vault, place)


def contents(peer: Peer, without: Iterable[str] = ()) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the tables of the shared space but what counts transactions."""
    tables = [name for (name,) in peer.space.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    plain = [name for name in tables if not name.startswith(("search", "sqlite_")) and name not in without]
    return {
        name: sorted(
            (row for row in peer.space.rows(f"SELECT * FROM {name}") if row[0] != "writes"), key=lambda row: repr(row)
        )
        for name in plain
    }


def views(peer: Peer) -> dict[str, View | None]:
    """What the signed changes add up to, by entry."""
    refresher = Refresher(peer.space, roster_in(peer.space), peer.now)
    entries = {bytes(entry).hex() for (entry,) in peer.space.rows("SELECT DISTINCT entry FROM change")}
    return {entry: refresher.view(entry) for entry in sorted(entries)}


def rows(peer: Peer) -> dict[str, object]:
    """What is shown of each shared entry in which nothing waits to leave."""
    touched = set(Changes(peer.space).touched())
    unsettled = Changes(peer.space).two_versions()
    found: dict[str, object] = {}
    for (id_,) in peer.space.rows("SELECT id FROM entry"):
        entry = Entries(peer.space).get(bytes(id_).hex())
        if entry.id not in touched:
            two = {register for each, register, _ in unsettled if each == entry.id}
            found[entry.id] = (entry.kind, dict(entry.fields), bool(entry.deleted), two)
    return found


def knowledge(peer: Peer) -> tuple[object, ...]:
    """The signed changes, values and statements that are here, whatever order they came in."""
    return tuple(
        tuple(peer.space.rows(f"SELECT {what} ORDER BY 1, 2"))
        for what in (
            "id, entry FROM change",
            "c.id, register, salt, value FROM change_value JOIN change AS c ON c.number = change",
            "id, text FROM statement",
        )
    )


@contextmanager
def opened(crews: Path, count: int) -> Iterator[list[Peer]]:
    """So many people who have met, in a copy of theirs."""
    with TemporaryDirectory(dir=quick_folder()) as place, honest_but_quick(), ExitStack() as stack:
        folder = Path(place) / "homes"
        shutil.copytree(crew(crews, count, False), folder)
        clock = SteppingClock()
        found = [open_peer(folder, name, clock) for name in NAMES[:count]]
        for each in found:
            stack.callback(each.journal.close)
        yield found


@contextmanager
def three(crews: Path) -> Iterator[Trio]:
    """Three people who have met and read each other's cards."""
    with opened(crews, 3) as (kim, sam, ada):
        exchange(kim, sam, ada)
        yield kim, sam, ada
