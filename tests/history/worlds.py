"""Whole histories for Hypothesis: who wrote, deleted, forgot, met whom, and who lied."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256

from hypothesis import settings
from hypothesis import strategies as st
from tests.history.peers import Known, Peer
from tests.history.roster_of_tests import EVERYBODY, SPACE, Roster, device_id, key

from peerlog.domain.entry import entry_id
from peerlog.domain.field import Value
from peerlog.history.change import read_change
from peerlog.history.encoding import b64
from peerlog.history.value import digest, encode

many = settings(max_examples=max(200, settings().max_examples))
"""For each of the laws about whole histories: together more than 1,000 in every run, 20,000 in the long one."""

NAMES = ("kim", "kim-phone", "sam")
ROSTER = Roster(EVERYBODY.members, {device_id("ada"): 2})
"""Ada's device is retired: what it signs after its second change does not count."""

KINDS = ("goal", "note", "agenda-item", "action", "request")
EDITS: tuple[dict[str, Value | None], ...] = (
    {"title": "One"},
    {"title": "Two"},
    {"title": None},
    {"text": "Long ago"},
    {"text": "Longer ago"},
    {"tags": ("a",)},
    {"tags": ("a", "b")},
    {"tags": ("b", "c")},
    {"tags": None},
    {"state": "open", "due": "2026-12-01"},
    {"state": "done", "done_on": "2026-11-30"},
    {"minutes": 50},
    {"when": "2026-11-22T10:00:00+01:00"},
    {"position": "V"},
    {"position": "W"},
)
CLOCKS = ("2026-11-21T21:54:56Z", "1999-01-01T00:00:00Z", "2036-12-31T23:59:59Z")


@dataclass
class World:
    """Everything that was ever signed by anybody, and the peers with what each of them knows."""

    peers: list[Peer] = field(default_factory=lambda: [Peer(name, roster=ROSTER) for name in NAMES])
    entries: list[str] = field(default_factory=list)
    all: Known = field(default_factory=Known)
    lies: int = 0

    def play(self, step: Step) -> None:
        peer = self.peers[step.who % len(self.peers)]
        entry = self.entries[step.which % len(self.entries)] if self.entries else ""
        clock = CLOCKS[step.what % len(CLOCKS)]
        if step.does == "create" or not entry:
            self.entries.append(peer.create(KINDS[step.what % len(KINDS)], clock, **{"title": f"Entry {step.which}"}))
        elif step.does == "edit":
            peer.change(entry, clock, (), **EDITS[step.what % len(EDITS)])
        elif step.does == "settle" and (view := peer.view(entry)):
            peer.change(entry, clock, settled=view.two_versions)
        elif step.does == "delete":
            peer.delete(entry, clock)
        elif step.does == "forget" and step.what % 3 == 0:
            peer.forget(entry, clock)
        elif step.does == "meet":
            peer.known.learn(self.peers[step.what % len(self.peers)].known)
        elif step.does == "restore" and step.what % 2:
            self.peers.append(peer.copy())
        elif step.does == "lie":
            self._lie(peer, entry, step.what)
        self.all.learn(peer.known)

    def _lie(self, peer: Peer, entry: str, what: int) -> None:
        """A change that somebody signed with a changed program; the peer takes it in."""
        self.lies += 1
        liar = ("sam", "nobody", "ada", "kim")[what % 4]
        nonce = sha256(f"lie {self.lies}".encode()).digest()[:16]
        superseded = [b64(each) for each in list(self.all.changes)[: what % 5]] + [b64(sha256(nonce).digest())]
        value = LIES[what % len(LIES)]
        register = ("title", "tags/AAAAAAAAAAAAAAAAAAAAAA", "when", "deleted", "position", "state")[what % 6]
        said: dict[str, object] = {
            "v": 1,
            "space": SPACE if what % 7 else "0" * 32,
            "device": device_id(liar),
            "seq": 2 + what % 4,
            "prev": b64(sha256(b"before").digest()),
            "entry": (entry, entry, entry_id(SPACE, key("kim"), nonce), entry_id(SPACE, key(liar), nonce))[
                what // 4 % 4
            ],
            "kind": view.kind if what % 8 and (view := peer.view(entry)) else KINDS[what % len(KINDS)],
            "at": "2026-11-21T21:54:56Z",
            "sets": {name: [b64(digest((nonce, value))), superseded] for name in sorted({"when", register})},
        }
        if what // 4 % 4 > 1:
            said["nonce"] = b64(nonce)
        elif what % 5 == 0:
            del said["sets"]
            said["forget"] = True
        change = read_change(json.dumps(said).encode())
        kept = (nonce, value if what % 4 else f"{value} ")
        peer.known.changes[change.id] = change
        peer.known.values |= {(change.id, name): kept for name in change.sets}


LIES = (
    encode("Not mine"),
    encode(True),
    encode(["x", 2]),
    encode({"a": []}),
    '"\\u001b[31m red"',
    "[[[[[[[[[[[[]]]]]]]]]]]]",
    "1.5",
    "no JSON",
    "null",
    encode(-1),
)


@dataclass(frozen=True)
class Step:
    does: str
    who: int
    which: int
    what: int


_DOES = ("create", *["edit"] * 9, "settle", "delete", "forget", *["meet"] * 3, "restore", "lie", "lie")


def _step(number: int) -> Step:
    """A step from one number: Hypothesis draws and shrinks one integer in a quarter of the time of four."""
    number, does = divmod(number, len(_DOES))
    number, who = divmod(number, 7)
    what, which = divmod(number, 4)
    return Step(_DOES[does], who, which, what)


def _play(steps: list[int]) -> World:
    world = World()
    goal, note = world.peers[0].create("goal", title="To row"), world.peers[2].create("note", text="Long ago")
    world.entries += [goal, note]
    for peer in (*world.peers, *world.peers):
        world.all.learn(peer.known)
        peer.known.learn(world.all)
    for number in steps:
        world.play(_step(number))
    return world


worlds: st.SearchStrategy[World] = st.lists(st.integers(0, len(_DOES) * 7 * 4 * 60 - 1), min_size=3, max_size=30).map(
    _play
)
