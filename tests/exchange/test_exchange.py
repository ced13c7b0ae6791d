"""What one writes, the others read: through updates that come, come twice, or come late."""

from __future__ import annotations

from tests.exchange.meeting import Peer, exchange


def test_what_one_writes_the_other_reads(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    note = kim.write("note", text="Ask before advising.", tags=("chairing", "sets"), title="Sets")
    sam.receive(*kim.send())
    assert sam.read(note) == kim.read(note)


def test_nothing_leaves_twice(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    kim.write("note", text="Once.")
    (first,) = kim.outgoing()
    assert kim.outgoing() == []
    assert [each.already for each in sam.receive(first.file, first.file)] == [False, True]


def test_a_lost_update_is_made_up_for(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    exchange(kim, sam)
    first = kim.write("note", text="This one gets lost.")
    kim.send()
    second = kim.write("note", text="This one comes.")
    (taken,) = sam.receive(*kim.send())
    assert sam.read(first)["text"] == "This one gets lost."
    assert sam.read(second)["text"] == "This one comes."
    assert taken.missing == 1


def test_two_people_change_different_fields(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    goal = kim.write("goal", title="Chair well", why="For the set")
    exchange(kim, sam)
    kim.change(goal, why="For all of us")
    sam.change(goal, title="Chair meetings well")
    exchange(kim, sam)
    exchange(kim, sam)
    for peer in pair:
        assert peer.read(goal)["title"] == "Chair meetings well"
        assert peer.read(goal)["why"] == "For all of us"


def test_two_people_change_one_field(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    goal = kim.write("goal", title="Chair well")
    exchange(kim, sam)
    kim.change(goal, title="Chair meetings well")
    sam.change(goal, title="Chair the set well")
    sam.receive(*kim.send())
    assert sam.read(goal)["title"] == "Chair the set well"
    kim.receive(*sam.send())
    for peer in pair:
        found = peer.space.rows("SELECT entry, register FROM two_versions")
        assert [(bytes(entry).hex(), register) for entry, register in found] == [(goal, "title")]


def test_deleting_beside_an_edit_drops_nothing(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    goal = kim.write("goal", title="Chair well")
    exchange(kim, sam)
    kim.journal.entries.delete(goal)
    sam.change(goal, title="Chair the set well")
    exchange(kim, sam)
    exchange(kim, sam)
    for peer in pair:
        assert peer.read(goal)["title"] == "Chair the set well"
        assert not peer.journal.entries.get(goal).deleted
        assert peer.space.rows("SELECT register FROM two_versions") == [("deleted",)]


def test_what_its_author_forgets_is_gone_everywhere(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    note = kim.write("note", text="Better not said.")
    files = kim.send()
    sam.receive(*files)
    kim.journal.entries.forget(note)
    sam.receive(*kim.send())
    assert sam.journal.entries.find(note) is None
    assert sam.space.rows("SELECT count(*) FROM change_value WHERE value LIKE '%Better%'") == [(0,)]
