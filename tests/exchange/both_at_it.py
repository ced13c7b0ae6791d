"""Two who work on the same entry, and what each sees of it."""

from __future__ import annotations

from tests.exchange.meeting import Peer, exchange

from peerlog.journal.versions.two_versions import all_two_versions

Pair = tuple[Peer, Peer]


def goal_of_both(kim: Peer, sam: Peer, **fields: object) -> str:
    id_ = kim.write("goal", **{"title": "Chair well", "why": "once", **fields})
    exchange(kim, sam)
    return id_


def said(peer: Peer, register: str = "why") -> set[str]:
    """The versions of a field as a peer sees them; empty for one that agrees."""
    found = [each for each in all_two_versions(peer.journal) if each.register == register]
    return {version.said for each in found for version in each.versions}


def registers(peer: Peer) -> list[str]:
    return [each.register for each in all_two_versions(peer.journal)]


def meet_again(*pair: Peer) -> None:
    for _ in range(2):
        exchange(*pair)


def alike(kim: Peer, sam: Peer, id_: str) -> dict[str, object]:
    """What both read of an entry after they have exchanged everything."""
    meet_again(kim, sam)
    one, other = kim.row(id_), sam.row(id_)
    assert (one.fields, bool(one.deleted)) == (other.fields, bool(other.deleted))
    assert registers(kim) == registers(sam)
    return kim.read(id_)
