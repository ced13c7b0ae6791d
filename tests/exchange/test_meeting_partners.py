"""Three files and four words, from the first to the shared space, and all that can go otherwise on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.exchange.by_three_files import found, join, now, words
from tests.exchange.meeting import CARD, Peer, exchange, people

from peerlog.domain.problem import Problem
from peerlog.errors import PeerlogError, Refused
from peerlog.exchange.handshake.refusals import AlreadyUsed, NotForMe, NotThisFile, OtherAnswer, OtherInvitation
from peerlog.journal.circle.circle_course import drop
from peerlog.journal.circle.circles import circle_named, circles
from peerlog.journal.first_meeting.meeting_partners import (
    accept_answer,
    answer_again,
    answer_invitation,
    make_invitation,
    open_invitations,
    take_acceptance,
    what_is,
    withdraw_invitation,
)


@pytest.fixture
def three(empty_vault: Path, tmp_path: Path) -> Iterator[tuple[Peer, Peer, Peer]]:
    with people(empty_vault, tmp_path, "Kim", "Sam", "Ann") as (kim, sam, ann):
        yield kim, sam, ann


Three = tuple[Peer, Peer, Peer]


def test_two_meet_and_share(three: Three) -> None:
    kim, sam, _ = three
    invitation = make_invitation(kim.journal, found(kim))
    answer = answer_invitation(sam.journal, invitation.file, {"offers": ("maps",), "seeks": ("order",)})
    acceptance, seen_by_kim = accept_answer(kim.journal, answer.file)
    seen_by_sam = take_acceptance(sam.journal, acceptance.file)
    assert seen_by_kim.words == seen_by_sam.words
    assert (seen_by_kim.name, seen_by_sam.name) == ("Sam", "Kim")
    assert seen_by_kim.card["offers"] == ("maps",)
    assert seen_by_sam.card["seeks"] == ("chairing",)
    assert (circle_named(kim.journal).label, circle_named(sam.journal).label) == ("Sam", "Kim")
    sam.space = sam.journal.spaces[circle_named(sam.journal).space]
    note = kim.write("note", text="Ask before advising.")
    exchange(kim, sam)
    assert sam.read(note)["text"] == "Ask before advising."
    assert circle_named(sam.journal).focus == "Chair meetings well"
    assert words(kim, "Sam") == words(sam, "Kim") == seen_by_kim.words
    assert len(words(kim, "Sam", longer=True)) == 8
    assert words(kim, "Sam", longer=True) == words(sam, "Kim", longer=True)


def test_each_file_twice_changes_nothing(three: Three) -> None:
    kim, sam, _ = three
    invitation = make_invitation(kim.journal, found(kim))
    answer = answer_invitation(sam.journal, invitation.file, CARD)
    again = answer_invitation(sam.journal, invitation.file, {"offers": ("x",), "seeks": ("y",), "title": "Other"})
    lost = answer_again(sam.journal, circle_named(sam.journal))
    assert [again.again, lost.again] == [True, True]
    first = accept_answer(kim.journal, answer.file)[1]
    acceptance, once_more = accept_answer(kim.journal, lost.file)
    assert acceptance.again
    assert first.words == once_more.words == accept_answer(kim.journal, again.file)[1].words
    assert take_acceptance(sam.journal, acceptance.file) == take_acceptance(sam.journal, acceptance.file)
    assert len(circle_named(sam.journal).members) == 2
    with pytest.raises(Refused, match="in this already"):
        answer_invitation(sam.journal, invitation.file, CARD)
    with pytest.raises(Refused, match="joined already"):
        answer_again(sam.journal, circle_named(sam.journal))


def test_an_invitation_is_for_one_person(three: Three) -> None:
    kim, sam, ann = three
    invitation = make_invitation(kim.journal, found(kim, seats=3))
    from_sam = answer_invitation(sam.journal, invitation.file, CARD)
    from_ann = answer_invitation(ann.journal, invitation.file, CARD)
    accept_answer(kim.journal, from_sam.file)
    with pytest.raises(AlreadyUsed):
        accept_answer(kim.journal, from_ann.file)
    assert [member.name for member in now(kim).members] == ["Kim", "Sam"]


def test_several_invitations_are_open_at_once_and_in_any_order(three: Three) -> None:
    kim, sam, ann = three
    circle = found(kim, seats=3)
    first, second = (make_invitation(kim.journal, circle) for _ in range(2))
    assert [each.seat for each in open_invitations(kim.journal, circle)] == [2, 3]
    from_ann = answer_invitation(ann.journal, second.file, CARD)
    from_sam = answer_invitation(sam.journal, first.file, CARD)
    to_ann, to_sam = (accept_answer(kim.journal, each.file)[0] for each in (from_ann, from_sam))
    with pytest.raises(NotForMe):
        take_acceptance(sam.journal, to_ann.file)
    take_acceptance(ann.journal, to_ann.file)
    take_acceptance(sam.journal, to_sam.file)
    assert [member.seat for member in circle_named(ann.journal).members] == [1, 3]  # Sam came later
    assert open_invitations(kim.journal, now(kim)) == ()
    with pytest.raises(Refused, match="All 3 seats are taken"):
        make_invitation(kim.journal, now(kim))


def test_a_seat_is_given_once(three: Three) -> None:
    kim, sam, ann = three
    circle = found(kim)
    lost, newer = (make_invitation(kim.journal, circle) for _ in range(2))
    assert [each.seat for each in open_invitations(kim.journal, circle)] == [2, 2]
    accept_answer(kim.journal, answer_invitation(sam.journal, newer.file, CARD).file)
    late = answer_invitation(ann.journal, lost.file, CARD)
    with pytest.raises(Refused, match="Somebody else has this seat"):
        accept_answer(kim.journal, late.file)
    drop(ann.journal, circle_named(ann.journal))
    assert circles(ann.journal, archived=True) == []


def test_an_invitation_that_was_withdrawn_takes_no_answer(three: Three) -> None:
    kim, sam, _ = three
    circle = found(kim)
    invitation = make_invitation(kim.journal, circle)
    withdraw_invitation(kim.journal, circle, open_invitations(kim.journal, circle)[0])
    answer = answer_invitation(sam.journal, invitation.file, CARD)
    with pytest.raises(NotForMe):
        accept_answer(kim.journal, answer.file)
    make_invitation(kim.journal, circle)
    with pytest.raises(OtherInvitation):
        accept_answer(kim.journal, answer.file)


def test_who_may_invite_and_whom(three: Three) -> None:
    kim, sam, _ = three
    invitation = make_invitation(kim.journal, found(kim, seats=3))
    with pytest.raises(Refused, match="your own"):
        answer_invitation(kim.journal, invitation.file, CARD)
    answer_invitation(sam.journal, invitation.file, CARD)
    with pytest.raises(Refused, match="Only Kim can invite"):
        make_invitation(sam.journal, circle_named(sam.journal))
    with pytest.raises(Refused, match="have answered an invitation of Kim"):
        answer_invitation(sam.journal, make_invitation(kim.journal, now(kim)).file, CARD)


def test_people_of_one_name_are_told_apart(three: Three) -> None:
    kim, sam, ann = three
    found(kim, seats=3)
    join(kim, sam)
    invitation = make_invitation(kim.journal, now(kim))
    with pytest.raises(Problem, match="called Kim too"):
        answer_invitation(ann.journal, invitation.file, {**CARD, "title": "kim"})
    assert circles(ann.journal) == []
    with pytest.raises(Refused, match="Somebody called SAM is there already"):
        join(kim, ann, name="SAM")
    drop(ann.journal, circle_named(ann.journal))
    assert join(kim, ann, name="Sam Other")[0].name == "Sam Other"
    found(kim)
    join(kim, sam)
    found(kim)
    join(kim, ann, name="Sam")
    assert sorted(each.label for each in circles(kim.journal)) == ["Chairing", "Sam", "Sam (2)"]


def test_a_joining_that_never_completes_is_dropped(three: Three) -> None:
    kim, sam, ann = three
    invitation = make_invitation(kim.journal, found(kim, seats=3))
    answer_invitation(sam.journal, invitation.file, CARD)
    drop(sam.journal, circle_named(sam.journal))
    assert circles(sam.journal) == []
    answered_anew = answer_invitation(sam.journal, invitation.file, CARD)
    acceptance, _ = accept_answer(kim.journal, answered_anew.file)
    take_acceptance(sam.journal, acceptance.file)
    with pytest.raises(Refused, match="Others share this"):
        drop(sam.journal, circle_named(sam.journal))
    found(ann)
    ann.write("note", text="Only mine so far")
    with pytest.raises(Refused, match="one entry there"):
        drop(ann.journal, now(ann))
    drop(ann.journal, now(ann), with_words=True)
    assert circles(ann.journal) == []


def test_an_acceptance_of_an_earlier_answer_is_told_apart(three: Three) -> None:
    kim, sam, _ = three
    invitation = make_invitation(kim.journal, found(kim))
    answer = answer_invitation(sam.journal, invitation.file, CARD)
    acceptance, _ = accept_answer(kim.journal, answer.file)
    drop(sam.journal, circle_named(sam.journal))
    answer_invitation(sam.journal, invitation.file, CARD)
    with pytest.raises((OtherAnswer, NotForMe)):
        take_acceptance(sam.journal, acceptance.file)


def test_a_file_is_known_for_what_it_is(three: Three) -> None:
    kim, sam, ann = three
    invitation = make_invitation(kim.journal, found(kim))
    answer = answer_invitation(sam.journal, invitation.file, CARD)
    acceptance, _ = accept_answer(kim.journal, answer.file)
    assert what_is(ann.journal, invitation.file) == "invitation"
    assert what_is(kim.journal, answer.file) == "answer"
    assert what_is(sam.journal, acceptance.file) == "acceptance"
    take_acceptance(sam.journal, acceptance.file)
    update = kim.send()[0]
    assert what_is(sam.journal, update) == "update"
    for file in (answer.file, acceptance.file, update, b"", b"age-encryption.org/v1\n", b"\0" * 100):
        assert what_is(ann.journal, file) == ""
    wrong: tuple[tuple[bytes, Peer], ...] = ((acceptance.file, sam), (b"letter", kim), (update, sam))
    for file, peer in wrong:
        with pytest.raises((NotThisFile, NotForMe)):
            accept_answer(peer.journal, file)
    with pytest.raises(PeerlogError):
        answer_invitation(ann.journal, answer.file, CARD)
