"""What becomes of people who share: renamed, put away, left, apart, and a successor that a newcomer reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.exchange.by_three_files import found, join, now
from tests.exchange.meeting import Peer, exchange, people

from peerlog.domain.problem import Problem
from peerlog.domain.selection import Selection
from peerlog.errors import BadInput, Busy, Refused
from peerlog.exchange.enrolling import give_seat, proof, public_keys
from peerlog.exchange.keys import device_in_use
from peerlog.exchange.receiving import open_for
from peerlog.history.person import Person
from peerlog.journal.circle.circle_course import call_it, go_on_with, leave, put_away, rename_circle, take_up
from peerlog.journal.circle.circle_labels import relabel
from peerlog.journal.circle.circles import circle_named, circles
from peerlog.journal.circle.successor import carry_over, succeed, to_carry_over, what_goes
from peerlog.journal.updates.exchanging import arrived_in_folder, preview, send, use_folder
from peerlog.vault.space import Space

Three = tuple[Peer, Peer, Peer]


@pytest.fixture
def three(empty_vault: Path, tmp_path: Path) -> Iterator[Three]:
    with people(empty_vault, tmp_path, "Kim", "Sam", "Ann") as (kim, sam, ann):
        yield kim, sam, ann


@pytest.fixture
def group(three: Three) -> Three:
    kim, sam, ann = three
    found(kim, seats=3, name="Thursday set")
    join(kim, sam)
    join(kim, ann)
    exchange(kim, sam, ann)
    return three


def test_a_name_and_a_focus_reach_everybody_and_a_label_nobody(group: Three) -> None:
    kim, sam, _ = group
    rename_circle(sam.journal, now(sam), name="Friday set", focus="Publish")
    call_it(sam.journal, now(sam), "My set")
    exchange(kim, sam)
    relabel(kim.journal, kim.space)
    assert (now(kim).label, now(kim).name, now(kim).focus) == ("Friday set", "Friday set", "Publish")
    assert now(sam).label == "My set"
    assert call_it(sam.journal, now(sam), "").label == "Friday set"
    for bad in ("", " ", "x" * 61):
        with pytest.raises(Problem):
            rename_circle(sam.journal, now(sam), name=bad)
    found(sam, name="Pair")
    with pytest.raises(Problem, match="Something else"):
        call_it(sam.journal, now(sam), "friday set")


def test_what_was_put_away_rests(group: Three) -> None:
    kim, _, _ = group
    away = put_away(kim.journal, now(kim))
    assert circles(kim.journal) == []
    with pytest.raises(Refused, match="put away"):
        circle_named(kim.journal)
    with pytest.raises(Refused, match="put away"):
        preview(kim.journal, away)
    with pytest.raises(Refused, match="put away"):
        leave(kim.journal, away)
    assert not take_up(kim.journal, circle_named(kim.journal, archived=True)).archived
    assert preview(kim.journal, now(kim)).readers == ("Sam", "Ann")


def test_whoever_leaves_sends_one_last_update(group: Three, tmp_path: Path) -> None:
    kim, sam, ann = group
    folder = tmp_path / "folder"
    folder.mkdir()
    for peer in group:
        use_folder(peer.journal, now(peer), folder)
    last = ann.write("note", text="Thank you both")
    left = leave(ann.journal, now(ann))
    assert (left.left, left.archived) == (True, False)
    with pytest.raises(Refused, match="left already"):
        leave(ann.journal, left)
    assert len(send(ann.journal, preview(ann.journal, left))) == 1
    assert now(ann).archived
    with pytest.raises(Refused, match="your last update told them"):
        preview(ann.journal, now(ann))
    with pytest.raises(Refused, match="You have left"):
        take_up(ann.journal, now(ann))
    arrived_in_folder(kim.journal, now(kim))
    assert kim.read(last)["text"] == "Thank you both"
    gone = next(member for member in now(kim).members if member.name == "Ann")
    assert gone.left
    assert gone.left_at.startswith("2026-11-21T")
    assert [member.name for member in now(kim).others] == ["Sam"]
    kim.write("note", text="After Ann")
    assert all(open_for(ann.space, file) is None for file in kim.send())
    assert sam.journal.entries.find(last) is None


def test_who_reads_it_is_looked_up_each_time(three: Three, tmp_path: Path) -> None:
    kim, sam, ann = three
    found(kim, seats=3)
    join(kim, sam)
    stale = now(kim)
    shown = preview(kim.journal, stale)
    join(kim, ann)
    assert preview(kim.journal, stale).readers == ("Sam", "Ann")
    with pytest.raises(Busy, match="Somebody more"):
        send(kim.journal, shown, tmp_path)
    assert list(tmp_path.glob("*.peerlog")) == []


def test_a_partner_who_left_is_still_called_by_name(three: Three) -> None:
    kim, sam, _ = three
    found(kim)
    with pytest.raises(Refused, match="Nobody has joined"):
        leave(kim.journal, now(kim))
    join(kim, sam)
    exchange(kim, sam)
    leave(sam.journal, now(sam))
    kim.receive(*sam.send())
    relabel(kim.journal, kim.space)
    assert (now(kim).label, now(kim).others) == ("Sam", ())
    assert leave(kim.journal, now(kim)).archived  # nobody is left to tell


def test_a_smaller_group_is_said_with_names(group: Three) -> None:
    kim, sam, ann = group
    with pytest.raises(Problem, match="everybody"):
        go_on_with(kim.journal, now(kim), ["Sam", "Ann"])
    for nobody in ("Zoe", ""):
        with pytest.raises(Problem, match="There is no"):
            go_on_with(kim.journal, now(kim), [nobody])
    go_on_with(kim.journal, now(kim), ["sam"])
    go_on_with(ann.journal, now(ann), ["Sam"])
    exchange(kim, ann, sam)
    assert {each.sentence for each in now(sam).wishes} == {
        "Kim and Sam go on without Ann; you have not signed that yet.",
        "Sam and Ann go on without Kim; you have not signed that yet.",
    }
    go_on_with(sam.journal, now(sam), ["Ann"])
    ann.receive(*sam.send())
    assert [member.name for member in now(ann).others] == ["Sam"]
    assert now(ann).wishes == ()


def test_two_in_one_seat_are_shown(group: Three) -> None:
    kim, sam, ann = group
    stranger = device_in_use(found_elsewhere(ann))
    person = Person("Ben", public_keys(stranger))
    give_seat(kim.space, 3, person, proof(kim.space.id, person.member, stranger), kim.now)
    assert now(kim).split in (("Ann and Ben were both given seat 3.",), ("Ben and Ann were both given seat 3.",))
    sam.receive(*(file for file in kim.send() if open_for(sam.space, file)))
    assert now(sam).split == now(kim).split


def found_elsewhere(peer: Peer) -> Space:
    before = peer.space
    found(peer, name="Elsewhere")
    other, peer.space = peer.space, before
    return other


def test_a_newcomer_reads_only_what_was_carried_over(three: Three) -> None:
    kim, sam, ann = three
    found(kim, name="Pair")
    join(kim, sam)
    secret = kim.write("note", title="Secret", text="canary-3f9c of Kim, for Sam alone")
    meeting = kim.write("meeting", title="First", text="Carried")
    item = kim.write("agenda-item", title="Reading list", parent=meeting)
    of_sam = sam.write("minute", text="canary-77aa of Sam, for Kim alone", parent=meeting)
    exchange(kim, sam)
    exchange(kim, sam)
    of_sam = sam.write("minute", text="What Sam noted", parent=meeting)
    loose = sam.write("note", text="Sam's note")
    exchange(kim, sam)
    before = {peer.name: now(peer) for peer in (kim, sam)}
    new = succeed(kim.journal, before["Kim"], 3, "Trio")
    old = {peer.name: peer.space for peer in (kim, sam)}
    kim.space = kim.journal.spaces[new.space]
    join(kim, sam)
    join(kim, ann)
    chosen = to_carry_over(kim.journal, before["Kim"], now(kim))
    assert {secret, meeting, item} == {entry.id for entry in chosen.entries}
    goes = what_goes(chosen, [item, meeting])
    assert [each.of.id for each in goes] == [meeting, item]  # a whole before its parts
    carry_over(kim.journal, chosen, [item, meeting])
    assert {entry.id for entry in to_carry_over(kim.journal, before["Kim"], now(kim)).entries} == {secret}
    with pytest.raises(Refused, match="not yours"):
        carry_over(kim.journal, chosen, [of_sam])
    theirs = to_carry_over(sam.journal, before["Sam"], now(sam))
    assert of_sam in theirs.needs
    with pytest.raises(Refused, match="nothing without"):
        what_goes(theirs, [of_sam])
    exchange(kim, sam, ann)
    theirs = to_carry_over(sam.journal, before["Sam"], now(sam))
    assert theirs.needs == frozenset()
    carry_over(sam.journal, theirs, [of_sam, loose])
    files = [*sam.send(), *kim.send()]
    ann.receive(*files)
    in_the_meeting = next(e for e in ann.journal.entries.of_kind("meeting") if e.title == "First")
    parts = {part.kind: part.title or part.text for part in ann.journal.entries.parts(in_the_meeting.id)}
    assert parts == {"agenda-item": "Reading list", "minute": "What Sam noted"}
    assert not ann.journal.entries.page(Selection(with_parts=True), "canary").entries
    there_before = "SELECT count(*) FROM change_value WHERE value LIKE '%canary%'"
    assert old["Kim"].rows(there_before) == [(2,)]
    assert ann.space.rows(there_before) == [(0,)]
    raw = b"".join(opened.body for file in files if (opened := open_for(ann.space, file)))
    assert b"canary" not in raw
    assert secret.encode() not in raw


def test_carrying_over_needs_two_places(three: Three) -> None:
    kim, sam, _ = three
    found(kim)
    join(kim, sam)
    with pytest.raises(Refused, match="one and the same"):
        to_carry_over(kim.journal, now(kim), now(kim))
    found(kim)
    with pytest.raises(BadInput, match="More than one"):
        circle_named(kim.journal)
