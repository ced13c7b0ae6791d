"""Journals of people who share a space, for tests. They met without the three files, which have tests of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.prebuilt import PASSPHRASE, honest_but_quick, place

from peerlog.domain.entry import Entry
from peerlog.exchange.enrolling import add_device, give_seat, proof, public_keys
from peerlog.exchange.keys import device_in_use
from peerlog.exchange.membership import roster_in
from peerlog.exchange.receiving import TakenIn, open_for, take_in
from peerlog.exchange.sending import Outgoing, Sender
from peerlog.history.person import Person
from peerlog.journal.circle.circle_labels import update_label
from peerlog.journal.circle.circles import create_circle
from peerlog.journal.home import Home
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock
from peerlog.vault.space import Space
from peerlog.vault.statements import all_statements, keep_statements

CARD = {"offers": ("listening",), "seeks": ("chairing",)}


@dataclass
class SteppingClock:
    """A clock that goes on by a minute with each look at it."""

    at: datetime = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at


@dataclass
class Peer:
    """Somebody with an open journal, and the space that is shared with the others."""

    name: str
    journal: Journal
    space: Space = field(repr=False, default=None)  # type: ignore[assignment]

    @property
    def now(self) -> str:
        return self.journal.time.stamp()

    def write(self, kind: str = "note", **fields: object) -> str:
        """A new shared entry; its id."""
        return self.journal.entries.add(kind, fields, space=self.space.name).id

    def change(self, id_: str, **fields: object) -> None:
        self.journal.entries.change(id_, fields)

    def send(self, *, again: bool = False) -> list[bytes]:
        """Let everything leave that is due; the files."""
        return [each.file for each in self.outgoing(again=again)]

    def outgoing(self, *, again: bool = False) -> list[Outgoing]:
        sender = Sender(self.space, self.now)
        made = sender.send(again=again)
        for each in made:
            sender.handed_over(each, f"update-{each.number}.peerlog")
        return made

    def receive(self, *files: bytes) -> list[TakenIn]:
        taken = []
        for file in files:
            opened = open_for(self.space, file)
            assert opened is not None, "not for me"
            taken.append(take_in(self.space, file, opened, self.now))
        return taken

    def row(self, id_: str) -> Entry:
        """An entry as everybody has it, every name spelt out."""
        return self.journal.entries.in_space(self.space.name).stored.get(id_)

    def read(self, id_: str) -> dict[str, object]:
        return dict(self.journal.entries.get(id_).fields)


@contextmanager
def people(vault: Path, folder: Path, *names: str) -> Iterator[list[Peer]]:
    """Open journals of their own, copies of a prebuilt `vault` with other names."""
    with ExitStack() as stack, honest_but_quick():
        found = []
        for name in names:
            home = place(vault, Home(folder / name, folder / name / "state"))
            journal = stack.enter_context(unlock(home, PASSPHRASE, clock=SteppingClock()))
            journal.private.set_value("name", name)
            found.append(Peer(name, journal))
        yield found


def meet(founder: Peer, *others: Peer, name: str = "Thursday set") -> None:
    """Let them share a space, the founder first."""
    circle = create_circle(founder.journal, name, max(2, 1 + len(others)), "Chair meetings well", CARD)
    founder.space = founder.journal.spaces[circle.space]
    for seat, other in enumerate(others, 2):
        made = other.journal.vault.create_circle({"label": founder.name, "space": founder.space.id}, other.now)
        other.journal.open_new_spaces()
        other.space = other.journal.spaces[made]
        keys = device_in_use(other.space)
        person = Person(other.name, public_keys(keys))
        give_seat(founder.space, seat, person, proof(founder.space.id, person.member, keys), founder.now)
    for other in others:
        with other.space.write():
            keep_statements(other.space, all_statements(founder.space), 1)
            other.space.set_value("founding", founder.space.value("founding"))
            other.space.set_value("shared", "1")
        other.journal.entries.add("card", {"title": other.name, **CARD}, space=other.space.name)
        update_label(other.space)
    update_label(founder.space)


def join_device(owner: Peer, device: Peer) -> None:
    """Let another journal be a second device of its owner in the space that they share with others."""
    made = device.journal.vault.create_circle({"label": owner.space.label, "space": owner.space.id}, device.now)
    device.journal.open_new_spaces()
    device.space = device.journal.spaces[made]
    keys = device_in_use(device.space)
    member = roster_in(owner.space).own
    add_device(owner.space, public_keys(keys), proof(owner.space.id, member, keys), owner.now)
    with device.space.write():
        keep_statements(device.space, all_statements(owner.space), 1)
        device.space.set_value("founding", owner.space.value("founding"))
        device.space.set_value("shared", "1")


def exchange(*peers: Peer) -> None:
    """Everybody sends, everybody takes in."""
    for sender in peers:
        made = sender.outgoing()
        for other in peers:
            if other is not sender:
                other.receive(*(each.file for each in made if device_in_use(other.space).id in each.to))


def settle(*peers: Peer) -> None:
    """Let everybody send as often as it takes until each has told the others what they lack."""
    for _ in range(5):
        for sender in peers:
            files = sender.send(again=True)
            for other in peers:
                for file in files if other is not sender else ():
                    if opened := open_for(other.space, file):
                        take_in(other.space, file, opened, other.now)
