"""Meeting for the first time: three files, four words, and what each side keeps in between."""

from __future__ import annotations

import base64

import pytest
from tests.exchange.three_files import CARD, OTHER_SPACE, Founder, met, own_keys, says

from peerlog.errors import Damaged
from peerlog.exchange.handshake.acceptance import Opened
from peerlog.exchange.handshake.answer import additions
from peerlog.exchange.handshake.fields import Fields
from peerlog.exchange.handshake.invitation import ToCircle, ToDevice, read_invitation
from peerlog.exchange.handshake.inviting import Inviting, invite
from peerlog.exchange.handshake.joining import Joining, join
from peerlog.exchange.handshake.refusals import AlreadyUsed, NotThisFile
from peerlog.exchange.opening import Sent, kind_of
from peerlog.history.statement import AddDevice

KIM = Founder()


def test_both_see_the_same_four_words_and_the_same_roster() -> None:
    inviting, joining, _, _ = met(KIM, KIM.invites())
    assert inviting.words == joining.words
    assert inviting.words is not None
    assert len(inviting.words) == 4
    assert joining.acceptance is not None
    assert inviting.answer is not None
    assert inviting.answer.card == CARD
    assert joining.acceptance.card == {"title": "Kim"}
    (entered,) = joining.acceptance.spaces
    assert [(entered.roster.names[each.id], each.seat) for each in entered.roster.members] == [("Kim", 1), ("Sam", 2)]
    assert entered.roster.own == joining.answer.by.member
    assert (entered.space, entered.founding, entered.statements) == (KIM.space, KIM.founding, KIM.statements(inviting))


def test_words_differ_from_meeting_to_meeting() -> None:
    assert len({met(KIM, KIM.invites())[0].words for _ in range(20)}) == 20


def test_the_invitation_says_what_it_is_to() -> None:
    agreement: Fields = {"title": "How we work", "hours": 12, "people": ("Kim", "Sam")}
    to = ToCircle(KIM.space, "Tuesday circle", "Chair well", 2, 2, KIM.founding, agreement)
    inviting = invite(KIM.keys.seed, KIM.person, to)
    read = read_invitation(inviting.file)
    assert read == inviting.invitation
    assert (read.to, read.by, read.token) == (to, KIM.person, inviting.token)
    assert len(inviting.file) < 3000
    assert (kind_of(inviting.file), kind_of(inviting.file[1:])) == (Sent.INVITATION, Sent.NOTHING)


def test_the_nonce_is_nowhere_before_there_is_an_answer() -> None:
    inviting = KIM.invites()
    nonce = inviting.nonce
    for form in (nonce, nonce.hex().encode(), base64.urlsafe_b64encode(nonce)[:40], base64.b64encode(nonce)[:40]):
        assert form not in inviting.file
    assert nonce.hex() not in repr(inviting)
    assert repr(nonce) not in repr(inviting)
    assert inviting.words is None
    with pytest.raises(ValueError, match="before there is an answer"):
        inviting.acceptance_file(KIM.keys.seed, [])


def test_secrets_are_not_shown() -> None:
    _, joining, _, _ = met(KIM, KIM.invites())
    shown = repr(joining)
    for keys in joining.keys:
        assert repr(keys.seed) not in shown
        assert repr(keys.identity) not in shown


def test_what_is_kept_comes_back() -> None:
    inviting = KIM.invites()
    assert Inviting.from_json(inviting.to_json()) == inviting
    joining = join(read_invitation(inviting.file), "Sam", CARD)
    assert Joining.from_json(joining.to_json()) == joining
    joining = Joining.from_json(joining.to_json())
    inviting = KIM.takes(Inviting.from_json(inviting.to_json()), joining.answer_file())
    assert Inviting.from_json(inviting.to_json()) == inviting
    done = joining.take_acceptance(KIM.accepts(Inviting.from_json(inviting.to_json())))
    assert Joining.from_json(done.to_json()) == done
    assert Joining.from_json(done.to_json()).words == inviting.words


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"invitation":["{}","AA"],"nonce":"","answer":null}'])
def test_what_was_kept_and_broke_is_named(kept: str) -> None:
    with pytest.raises(Damaged, match="first time"):
        Inviting.from_json(kept)
    with pytest.raises(Damaged, match="first time"):
        Joining.from_json(kept)


def test_kept_keys_have_to_be_those_of_the_answer() -> None:
    invitation = read_invitation(KIM.invites().file)
    one, other = join(invitation, "Sam"), join(invitation, "Sam")
    mixed = Joining(invitation, one.answer, other.keys)
    with pytest.raises(Damaged):
        Joining.from_json(mixed.to_json())


def test_the_same_answer_again_is_no_matter_and_another_is_refused() -> None:
    inviting = KIM.invites()
    joining = join(read_invitation(inviting.file), "Sam")
    answered = KIM.takes(inviting, joining.answer_file())
    assert KIM.takes(answered, joining.answer_file()) is answered
    with pytest.raises(AlreadyUsed):
        KIM.takes(answered, join(read_invitation(inviting.file), "Sam").answer_file())
    done = joining.take_acceptance(KIM.accepts(answered))
    assert done.take_acceptance(KIM.accepts(answered)) is done


def test_one_file_is_not_taken_for_another() -> None:
    inviting, joining, answer, acceptance = met(KIM, KIM.invites())
    for file in (answer, acceptance, b"", b"\x00", b"{}"):
        with pytest.raises(NotThisFile, match="not an invitation"):
            read_invitation(file)
    with pytest.raises(NotThisFile, match="not an answer"):
        KIM.takes(inviting, inviting.file)
    with pytest.raises(NotThisFile, match="not an acceptance"):
        joining.take_acceptance(inviting.file)


def test_a_second_device_gets_a_place_everywhere() -> None:
    private = Founder(seats=1)
    shared = Founder(space=OTHER_SPACE, keys=own_keys("Kim elsewhere"))
    everywhere = {private.space: private, shared.space: shared}
    to = ToDevice(tuple((each.space, each.person.member) for each in everywhere.values()))
    inviting = invite(private.keys.seed, private.person, to)
    joining = join(read_invitation(inviting.file), "Kim")
    assert len({keys.public.key for keys in joining.keys}) == 2
    inviting = private.takes(inviting, joining.answer_file())
    assert inviting.answer is not None
    given = [
        Opened(
            space, "", everywhere[space].founding, (everywhere[space].first, says(everywhere[space].keys, does, space))
        )
        for space, does in additions(inviting.invitation, inviting.answer)
        if isinstance(does, AddDevice)
    ]
    done = joining.take_acceptance(inviting.acceptance_file(private.keys.seed, given))
    assert done.words == inviting.words
    assert done.acceptance is not None
    for entered, keys, founder in zip(done.acceptance.spaces, done.keys, everywhere.values(), strict=True):
        assert entered.roster.member_of(keys.public.device) == founder.person.member
        assert entered.roster.is_current(keys.public.device)
        assert entered.space == founder.space
    assert Joining.from_json(done.to_json()) == done
    assert Inviting.from_json(inviting.to_json()) == inviting
