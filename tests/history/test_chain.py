"""The chain of a device: gaps, forks and false links are found whatever the order."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.history.worlds import World, worlds

from peerlog.history.chain import Chain, Link, chains_of


def link(seq: int, name: str = "", after: str = "", device: str = "D") -> Link:
    def id_(seq: int, name: str) -> bytes:
        return f"{seq}{name}".encode()

    return device, seq, id_(seq, name), id_(seq - 1, after) if seq > 1 else None


def test_a_whole_chain() -> None:
    links = [link(seq) for seq in (3, 1, 2, 2)]
    assert chains_of(links) == {"D": Chain((3, b"3"), (), {}, ())}
    assert chains_of([]) == {}


def test_gaps() -> None:
    links = [link(seq) for seq in (1, 2, 5, 9)]
    assert chains_of(links) == {"D": Chain((2, b"2"), ((3, 4), (6, 8)), {}, ())}
    assert chains_of([link(4)]) == {"D": Chain(None, ((1, 3),), {}, ())}


def test_a_fork_and_what_follows_its_halves() -> None:
    links = [link(1), link(2), link(2, "x"), link(3, after="x"), link(4)]
    assert chains_of(links) == {"D": Chain((4, b"4"), (), {2: (b"2", b"2x")}, ())}
    longer = [*links, link(3, "y"), link(4, "z", after="y")]
    assert chains_of(longer)["D"] == Chain((4, b"4"), (), {2: (b"2", b"2x"), 3: (b"3", b"3y"), 4: (b"4", b"4z")}, ())
    two_firsts = chains_of([link(1), link(1, "x")])["D"]
    assert two_firsts == Chain((1, b"1"), (), {1: (b"1", b"1x")}, ())


def test_a_link_to_what_is_not_there_is_a_stray() -> None:
    links = [link(1), link(2, after="x"), link(3)]
    assert chains_of(links) == {"D": Chain((1, b"1"), (), {}, (b"2",))}


def test_devices_have_chains_of_their_own() -> None:
    found = chains_of([link(1), link(2, device="E"), link(1, "x", device="E")])
    assert found["D"].head == (1, b"1")
    assert found["E"] == Chain((1, b"1x"), (), {}, (b"2",))


@given(worlds, st.integers(0, 2**32))
def test_order_and_repetition_do_not_matter(world: World, seed: int) -> None:
    links = [(each.device, each.seq, each.id, each.prev) for each in world.all.changes.values()]
    again = [*links, *links[::2]]
    Random(seed).shuffle(again)
    chains = chains_of(links)
    assert chains_of(again) == chains
    for peer in world.peers[:3]:
        if peer.seq and not world.lies and len(world.peers) == 3:
            assert chains[peer.device] == Chain((peer.seq, peer.prev or b""), (), {}, ())
