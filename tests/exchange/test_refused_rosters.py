"""What an acceptance must not say, and what would not be written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.exchange.meeting_files import ANSWERED, INVITING, JOINING, KIM, acceptance_file, answer_file, take_answer
from tests.exchange.three_files import own_keys, says
from tests.history.founded import SPACE

from peerlog import age
from peerlog.exchange.handshake import refusals
from peerlog.exchange.handshake.acceptance import Opened
from peerlog.exchange.handshake.invitation import ToCircle
from peerlog.exchange.handshake.inviting import invite
from peerlog.exchange.handshake.joining import join
from peerlog.exchange.handshake.refusals import (
    ChangedOnTheWay,
    DoesNotHold,
    NoSeat,
    NotThisFile,
)
from peerlog.exchange.handshake.sealed import seal
from peerlog.history.encoding import b64
from peerlog.history.person import Person
from peerlog.history.statement import Seat


def test_the_roster_has_to_give_the_promised_seat() -> None:
    third = Seat(3, JOINING.answer.by, JOINING.answer.places[0].proof)
    for statements in ((), (KIM.first,), (KIM.first, says(KIM.keys, third)), KIM.statements(ANSWERED)[1:]):
        with pytest.raises(NoSeat):
            JOINING.take_acceptance(acceptance_file(roster=[[t.decode(), b64(s)] for t, s in statements]))
        with pytest.raises(NoSeat):
            ANSWERED.acceptance_file(KIM.keys.seed, [Opened(SPACE, "", KIM.founding, tuple(statements))])


def test_only_the_founder_invites() -> None:
    """A founding that is somebody else's: the one who invites has no seat to give."""
    eve = own_keys("Eve")
    to = ToCircle(SPACE, "Tuesday circle", "", 3, 2, KIM.founding)
    inviting = invite(eve.seed, Person("Eve", eve.public), to)
    joining = join(inviting.invitation, "Sam")
    inviting = inviting.take_answer(joining.answer_file(), eve.identity)
    assert inviting.answer is not None
    with pytest.raises(NoSeat):
        inviting.acceptance_file(eve.seed, [Opened(SPACE, "", KIM.founding, KIM.statements(inviting))])


@pytest.mark.parametrize("roster", [None, {}, [[]], [["x"]], [["x", "y"]], [[1, b64(bytes(64))]], "x"], ids=str)
def test_what_an_acceptance_must_not_say(roster: object) -> None:
    with pytest.raises(DoesNotHold):
        JOINING.take_acceptance(acceptance_file(roster=roster))


def test_an_answer_is_no_acceptance_even_inside() -> None:
    file = seal(JOINING.answer.by.keys.recipient, JOINING.answer.signed.file)
    with pytest.raises(NotThisFile, match="not an acceptance"):
        JOINING.take_acceptance(file)


def test_a_classic_recipient_beside_the_hybrid_one_is_refused() -> None:
    classic = age.X25519Identity.generate()
    file = b"".join(age.encrypt([classic.recipient], [JOINING.answer.signed.file]))
    with pytest.raises(ChangedOnTheWay):
        take_answer(file)


def test_what_would_be_too_large_is_not_written() -> None:
    large = {f"field_{number}": "x" * 2000 for number in range(40)}
    with pytest.raises(refusals.TooLong, match="too large for an answer"):
        join(INVITING.invitation, "Sam", large)
    with pytest.raises(refusals.TooLong, match="too large for an invitation"):
        invite(KIM.keys.seed, KIM.person, replace(KIM.to_circle, agreement=large))


def test_cards_are_cleaned() -> None:
    card = {"title": "Sam\x1b]0;x\x07", "offers": ["one\ntwo", "\u202ethree"], "seeks": [], "own": True, "stage": 3}
    answered = take_answer(answer_file(card=card))
    assert answered.answer is not None
    assert answered.answer.card == {
        "title": "Sam",
        "offers": ("one two", "three"),
        "seeks": (),
        "own": True,
        "stage": 3,
    }
