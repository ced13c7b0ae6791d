"""Two who have changed the same thing apart from each other."""

from __future__ import annotations

from tests.exchange.meeting import Peer, exchange

from peerlog.journal.versions.two_versions import TwoVersions, all_settled, all_two_versions


def apart(kim: Peer, sam: Peer, kind: str = "goal", **three: tuple[object, object, object]) -> str:
    """Something whose fields were one thing, then another for Kim and another for Sam; both know of both."""
    id_ = kim.write(kind, **{name: value[0] for name, value in three.items()})
    exchange(kim, sam)
    kim.change(id_, **{name: value[1] for name, value in three.items()})
    sam.change(id_, **{name: value[2] for name, value in three.items()})
    exchange(kim, sam)
    kim.receive(*sam.send(again=True))
    return id_


def the_only(peer: Peer) -> TwoVersions:
    (found,) = all_two_versions(peer.journal)
    return found


def agreed(kim: Peer, sam: Peer) -> None:
    exchange(kim, sam)
    exchange(kim, sam)
    for peer in (kim, sam):
        assert all_two_versions(peer.journal) == []
        assert all_settled(peer.journal) == []
    every = kim.space.rows("SELECT id FROM entry")
    assert {bytes(id_) for (id_,) in every} == {bytes(id_) for (id_,) in sam.space.rows("SELECT id FROM entry")}
    for (id_,) in every:
        one, other = (peer.row(bytes(id_).hex()) for peer in (kim, sam))
        assert (one.fields, bool(one.deleted)) == (other.fields, bool(other.deleted))
