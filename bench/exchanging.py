"""What an exchange costs in a circle with much in it, beside checking signatures and other writers of age files."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from bench import corpus, timing
from bench.ours import PASSPHRASE, ZONE, Ours, made
from peerlog.age import HybridIdentity, X25519Identity, decrypt, encrypt
from peerlog.crypto import sshsig
from peerlog.domain.entry import PRIVATE
from peerlog.domain.moment import Moment
from peerlog.exchange.bundle import carried_in
from peerlog.exchange.enrolling import give_seat, proof, public_keys
from peerlog.exchange.keys import device_in_use
from peerlog.exchange.receiving import open_for, take_in
from peerlog.exchange.sending import Sender
from peerlog.history.person import Person
from peerlog.journal.circle.circles import circle_named, create_circle
from peerlog.journal.home import Home
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock
from peerlog.journal.updates.exchanging import preview
from peerlog.vault.indexing import writing_many
from peerlog.vault.space import Space
from peerlog.vault.statements import all_statements, keep_statements

AT_ONCE = 10_000
"""Edits of one update, as many as it may hold."""

_CARD = {"offers": ("listening",), "seeks": ("chairing",)}


@dataclass(frozen=True, slots=True)
class Received:
    """Seconds to take in one update of `AT_ONCE` edits, and to check their signatures on one thread."""

    into: int
    taking_in: float
    checking: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Due:
    """Milliseconds until it is known what would leave a circle with so many changes."""

    changes: int
    ms: float


@dataclass(frozen=True, slots=True)
class Weights:
    """Bytes of an update with ten edits for eight devices, and what one device more or less changes."""

    eight: int
    each: float


def build(folder: Path, count: int, due: int) -> None:
    """Two journals that share `count` notes, one of them as it was with `due`, and an update that is yet to come.

    Made when they are not there yet; everything goes from one to the other in updates.
    """
    if (folder / "next.peerlog").exists():
        return
    shutil.rmtree(folder, ignore_errors=True)
    with _people(folder, "Kim", "Sam") as (kim, sam):
        written = corpus.journal(count + AT_ONCE)
        for done in range(AT_ONCE, count + AT_ONCE + 1, AT_ONCE):
            _write(sam, islice(written, AT_ONCE))
            (file,) = [each.file for each in Sender(_shared(sam), sam.time.stamp()).send()]
            if done > count:
                (folder / "next.peerlog").write_bytes(file)
                break
            _take_in(_shared(kim), file, kim.time.stamp())
            _take_in(_shared(sam), Sender(_shared(kim), kim.time.stamp()).send(again=True)[0].file, sam.time.stamp())
            if done == due:
                shutil.copytree(folder / "Kim", folder / "due" / "Kim")
        shutil.copytree(folder / "Kim", folder / "ready" / "Kim")


def receiving(folder: Path, runs: int = 3) -> Received:
    """Take in the update that is to come, each time into a fresh copy; medians."""
    file = (folder / "next.peerlog").read_bytes()
    both: list[tuple[float, float]] = []
    into = 0
    for _ in range(runs):
        with _copy(folder / "ready") as journal:
            space = _shared(journal)
            into = space.rows("SELECT count(*) FROM change")[0][0]
            start = time.perf_counter()
            _take_in(space, file, journal.time.stamp())
            taken = time.perf_counter() - start
            both.append((taken, _checking(space, file)))
    taken, checked = (sorted(each)[runs // 2] for each in zip(*both, strict=True))
    return Received(into, taken, checked, len(file) / 1e6)


def _checking(space: Space, file: bytes) -> float:
    """Seconds to verify the signatures of an update's edits, one after the other."""
    opened = open_for(space, file)
    assert opened is not None
    key = space.rows("SELECT key FROM device WHERE own = 0")[0][0]
    signed = [(bytes(key), sshsig.CHANGE, each.text, each.signature) for each in carried_in(opened)]
    start = time.perf_counter()
    good = sshsig.verify_all(signed, threads=1)
    taken = time.perf_counter() - start
    assert all(good)
    return taken


def due(folder: Path) -> Due:
    """What it takes to know what would leave a circle, with one new note in it."""
    with _copy(folder / "due") as journal:
        count = _shared(journal).rows("SELECT count(*) FROM change")[0][0]
        circle = circle_named(journal)
        journal.entries.add("note", {"text": "Something new for the others."}, space=circle.space)
        return Due(count, timing.in_process(lambda: preview(journal, circle), runs=7))


def weights(folder: Path) -> Weights:
    """What ten short edits weigh, for seven devices and for eight."""
    sizes = []
    for count in (7, 8):
        with tempfile.TemporaryDirectory(dir=folder) as place, _people(Path(place), *map(str, range(count))) as peers:
            for sender in peers:
                file = Sender(_shared(sender), sender.time.stamp()).send(again=True)[0].file
                for other in peers:
                    if other is not sender:
                        _take_in(_shared(other), file, other.time.stamp())
            # What is new of the circle itself travels in three updates.
            for _ in range(3):
                Sender(_shared(peers[0]), peers[0].time.stamp()).send(again=True)
            for sender in peers[1:]:
                file = Sender(_shared(sender), sender.time.stamp()).send(again=True)[0].file
                _take_in(_shared(peers[0]), file, peers[0].time.stamp())
            for number in range(10):
                text = f"Note {number}: ask first, then listen, and only then say what you would do."
                peers[0].entries.add("note", {"text": text}, space=_shared(peers[0]).name)
            sizes.append(len(Sender(_shared(peers[0]), peers[0].time.stamp()).send()[0].file))
    return Weights(sizes[1], sizes[1] - sizes[0])


def age_ms(folder: Path) -> dict[str, tuple[float, float] | str]:
    """Milliseconds to encrypt and decrypt the bytes of the update for one device, by each writer that is here."""
    data = (folder / "next.peerlog").read_bytes()
    found: dict[str, tuple[float, float] | str] = {}
    ours: dict[str, HybridIdentity | X25519Identity]
    ours = {"hybrid": HybridIdentity.generate(), "X25519": X25519Identity.generate()}
    for name, identity in ours.items():
        lock = partial(_locked, identity, data)
        opening = partial(decrypt, [identity], lock())
        found[f"peerlog, {name}"] = timing.in_process(lock, runs=7), timing.in_process(opening, runs=7)
    found["pyrage, X25519"] = _pyrage(data) if find_spec("pyrage") else "not installed here"
    found["age, X25519"] = _age(folder, data) if shutil.which("age") else "not installed here"
    return found


def _locked(identity: HybridIdentity | X25519Identity, data: bytes) -> bytes:
    return b"".join(encrypt([identity.recipient], [data]))


def _pyrage(data: bytes) -> tuple[float, float]:
    import pyrage  # type: ignore[import-not-found, unused-ignore]

    identity = pyrage.x25519.Identity.generate()
    locked = pyrage.encrypt(data, [identity.to_public()])
    return (
        timing.in_process(lambda: pyrage.encrypt(data, [identity.to_public()]), runs=7),
        timing.in_process(lambda: pyrage.decrypt(locked, [identity]), runs=7),
    )


def _age(folder: Path, data: bytes) -> tuple[float, float]:
    key, plain, locked = folder / "age.key", folder / "age.plain", folder / "age.locked"
    key.unlink(missing_ok=True)
    subprocess.run(["age-keygen", "-o", str(key)], check=True, capture_output=True)
    plain.write_bytes(data)

    def run(*arguments: str) -> None:
        subprocess.run(["age", *arguments], check=True, stdout=subprocess.DEVNULL)

    to_lock = ("-e", "-i", str(key), "-o", str(locked), str(plain))
    run(*to_lock)
    return (
        timing.in_process(lambda: run(*to_lock), runs=7),
        timing.in_process(lambda: run("-d", "-i", str(key), "-o", "/dev/null", str(locked)), runs=7),
    )


def _take_in(space: Space, file: bytes, now: str) -> None:
    opened = open_for(space, file)
    assert opened is not None
    take_in(space, file, opened, now)


def _write(journal: Journal, written: Iterator[corpus.Written]) -> None:
    """Short notes, as people write to each other."""
    space = _shared(journal)
    with writing_many(space):
        for each in written:
            fields = {"title": each.title, "text": each.text[:200], "when": Moment.at_local(each.when, ZONE)}
            journal.entries.add("note", fields, space=space.name)


def _shared(journal: Journal) -> Space:
    return next(space for name, space in journal.spaces.items() if name != PRIVATE)


@contextmanager
def _people(folder: Path, *names: str) -> Iterator[list[Journal]]:
    """Open journals that share a circle, the founder's first."""
    with ExitStack() as stack:
        journals = [stack.enter_context(unlock(_made(folder, name).home, PASSPHRASE)) for name in names]
        founder = journals[0]
        now = founder.time.stamp()
        circle = create_circle(founder, "Thursday set", len(names), "", _CARD)
        space = founder.spaces[circle.space]
        for seat, journal in enumerate(journals[1:], 2):
            journal.vault.create_circle({"label": "Thursday set", "space": space.id}, now)
            journal.open_new_spaces()
            keys = device_in_use(_shared(journal))
            person = Person(names[seat - 1], public_keys(keys))
            give_seat(space, seat, person, proof(space.id, person.member, keys), now)
        for journal in journals[1:]:
            theirs = _shared(journal)
            with theirs.write():
                keep_statements(theirs, all_statements(space), 1)
                theirs.set_value("founding", space.value("founding"))
                theirs.set_value("shared", "1")
        yield journals


def _made(folder: Path, name: str) -> Ours:
    return made(folder, name, lambda journal: None)


@contextmanager
def _copy(folder: Path) -> Iterator[Journal]:
    """Kim's journal as it was kept there, in a copy of its own."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        shutil.copytree(folder / "Kim", Path(place) / "Kim")
        with unlock(Home(Path(place) / "Kim", Path(place) / "state"), PASSPHRASE) as journal:
            yield journal
