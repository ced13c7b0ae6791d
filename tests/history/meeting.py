"""People who edit apart from each other, and meet."""

from __future__ import annotations

from tests.history.peers import Known, Peer

from peerlog.history.view import View


def everybody(*names: str) -> list[Peer]:
    return [Peer(name) for name in names or ("kim", "sam")]


def meet(*peers: Peer) -> None:
    known = Known()
    for peer in peers:
        known.learn(peer.known)
    for peer in peers:
        peer.known.learn(known)


def seen(entry: str, *peers: Peer) -> View:
    """What all of these see, which is the same."""
    meet(*peers)
    (first, *others) = [peer.view(entry) for peer in peers]
    assert first is not None
    assert all(other == first for other in others)
    return first
