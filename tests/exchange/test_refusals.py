"""Well signed and still refused: what each file must not say, and the sentence that each refusal has."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.three_files import CARD, OTHER_SPACE, Founder, own_keys, says
from tests.history.founded import SPACE
from tests.test_screen_words import CODE_WORDS

from peerlog import age
from peerlog.crypto.ed25519_points import LOW_ORDER
from peerlog.errors import PeerlogError
from peerlog.exchange.handshake import refusals
from peerlog.exchange.handshake.acceptance import Opened
from peerlog.exchange.handshake.invitation import ToCircle, read_invitation
from peerlog.exchange.handshake.inviting import Inviting, invite
from peerlog.exchange.handshake.joining import join
from peerlog.exchange.handshake.refusals import (
    ChangedOnTheWay,
    DoesNotHold,
    NewerVersion,
    NoSeat,
    NotThisFile,
    OtherInvitation,
    UnfitKey,
    UnfitName,
)
from peerlog.exchange.handshake.sealed import seal
from peerlog.exchange.handshake.signed_lines import sign_text
from peerlog.history.encoding import b64
from peerlog.history.person import Person
from peerlog.history.statement import Seat

KIM = Founder(seats=3)
INVITING = KIM.invites()
JOINING = join(INVITING.invitation, "Sam", CARD)
ANSWERED = KIM.takes(INVITING, JOINING.answer_file())
BAD_NAMES = ["", " ", "Sam\n", " Sam", "Sam\x1b[31m", "S\u202eam", "\x00", "x" * 61, "Sam\u2028Ada", "S\ud7ffam\ufeff"]


def said_by(text: bytes) -> dict[str, Any]:
    return {name: value for name, value in json.loads(text).items() if name not in ("peerlog", "v")}


def invitation_file(**changed: object) -> bytes:
    said = {**said_by(INVITING.invitation.signed.text), **changed}
    return sign_text("invitation", {k: v for k, v in said.items() if v is not None}, KIM.keys.seed, 1 << 20).file


def answer_file(**changed: object) -> bytes:
    said = {**said_by(JOINING.answer.signed.text), **changed}
    signed = sign_text("answer", {k: v for k, v in said.items() if v is not None}, JOINING.keys[0].seed, 1 << 20)
    return seal(KIM.keys.public.recipient, signed.file)


def acceptance_file(**changed: object) -> bytes:
    said: dict[str, object] = {
        "answer": b64(JOINING.answer.digest),
        "nonce": b64(INVITING.nonce),
        "card": {},
        "roster": [[text.decode(), b64(signature)] for text, signature in KIM.statements(ANSWERED)],
    }
    said |= changed
    signed = sign_text("acceptance", {k: v for k, v in said.items() if v is not None}, KIM.keys.seed, 1 << 20)
    return seal(JOINING.answer.by.keys.recipient, signed.file)


def take_answer(file: bytes) -> Inviting:
    return KIM.takes(INVITING, file)


TAKERS: dict[str, tuple[Callable[..., bytes], Callable[[bytes], object]]] = {
    "invitation": (invitation_file, read_invitation),
    "answer": (answer_file, take_answer),
    "acceptance": (acceptance_file, JOINING.take_acceptance),
}
KIMS = KIM.person.fields()
SAMS = JOINING.answer.by.fields()


@pytest.mark.parametrize("name", TAKERS)
def test_unchanged_each_is_taken(name: str) -> None:
    write, take = TAKERS[name]
    assert take(write())


@pytest.mark.parametrize("bad", BAD_NAMES)
def test_names_that_cannot_be_shown(bad: str) -> None:
    for file, take in (
        (invitation_file(by=KIMS | {"name": bad}), read_invitation),
        (invitation_file(name=bad), read_invitation),
        (answer_file(by=SAMS | {"name": bad}), take_answer),
    ):
        with pytest.raises(UnfitName):
            take(file)
    with pytest.raises(UnfitName):
        invite(KIM.keys.seed, Person(bad, KIM.keys.public), KIM.to_circle)
    with pytest.raises(UnfitName):
        join(INVITING.invitation, bad)


@pytest.mark.parametrize("low", sorted(LOW_ORDER), ids=bytes.hex)
def test_keys_of_low_order(low: bytes) -> None:
    for what, (write, take) in {name: TAKERS[name] for name in ("invitation", "answer")}.items():
        with pytest.raises(UnfitKey, match=what):
            take(write(by=KIMS | {"key": b64(low)}))


@pytest.mark.parametrize("recipient", [bytes(1216), b"\xff" * 1216])
def test_recipients_that_are_none(recipient: bytes) -> None:
    with pytest.raises(UnfitKey):
        read_invitation(invitation_file(by=KIMS | {"recipient": b64(recipient)}))
    with pytest.raises(UnfitKey):
        take_answer(answer_file(by=SAMS | {"recipient": b64(recipient)}))


def test_the_inviters_own_keys_are_no_answer() -> None:
    with pytest.raises(UnfitKey):
        take_answer(answer_file(by=SAMS | {"recipient": KIMS["recipient"]}))


@pytest.mark.parametrize("name", TAKERS)
def test_a_newer_version_is_named_whatever_it_says(name: str) -> None:
    text = b'{"peerlog":"' + name.encode() + b'","v":2,"new":[]}\n{"signature":"' + b"A" * 86 + b'"}\n'
    reader = {"answer": KIM.keys.public.recipient, "acceptance": JOINING.answer.by.keys.recipient}
    file = seal(reader[name], text) if name in reader else text
    with pytest.raises(NewerVersion, match="newer peerlog"):
        TAKERS[name][1](file)


BAD_INVITATIONS: list[dict[str, object]] = [
    {"purpose": "friendship"},
    {"purpose": None},
    {"purpose": "device"},
    {"purpose": "device", "spaces": []},
    {"space": "x" * 32},
    {"space": 5},
    {"seats": 9},
    {"seats": True},
    {"seat": 1},
    {"seat": 4},
    {"seat": "2"},
    {"token": "short"},
    {"token": 5},
    {"commitment": b64(bytes(31))},
    {"commitment": None},
    {"founding": []},
    {"focus": None},
    {"agreement": []},
    {"agreement": {"Title": "x"}},
    {"agreement": {"title": None}},
    {"agreement": {"title": {}}},
    {"agreement": {"people": [1]}},
    {"agreement": {f"f{number}": "" for number in range(65)}},
    {"more": 1},
    {"by": KIMS | {"more": 1}},
]


@pytest.mark.parametrize("changed", BAD_INVITATIONS, ids=str)
def test_what_an_invitation_must_not_say(changed: dict[str, object]) -> None:
    with pytest.raises(DoesNotHold, match="invitation does not hold together"):
        read_invitation(invitation_file(**changed))


@pytest.mark.parametrize(
    "spaces",
    [
        [],
        {},
        [[SPACE]],
        [[SPACE, KIM.person.member], [SPACE, KIM.person.member]],
        [[SPACE, "me"]],
        [["x", KIM.person.member]],
        [[SPACE, KIM.person.member]] * 201,
    ],
    ids=str,
)
def test_what_an_invitation_of_a_device_must_not_say(spaces: object) -> None:
    gone = dict.fromkeys(("space", "name", "focus", "seats", "seat", "founding"))
    with pytest.raises(DoesNotHold):
        read_invitation(invitation_file(**gone, purpose="device", spaces=spaces))


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"invitation": b64(bytes(32))}, OtherInvitation),
        ({"invitation": None}, OtherInvitation),
        ({"token": b64(bytes(16))}, OtherInvitation),
        ({"nonce": b64(bytes(31))}, DoesNotHold),
        ({"nonce": None}, DoesNotHold),
        ({"proof": b64(bytes(64))}, DoesNotHold),
        ({"proof": None}, DoesNotHold),
        ({"card": []}, DoesNotHold),
        ({"card": {"offers": ["x"] * 101}}, DoesNotHold),
        ({"spaces": []}, DoesNotHold),
        ({"by": KIMS}, ChangedOnTheWay),
        ({"by": None}, ChangedOnTheWay),
    ],
)
def test_what_an_answer_must_not_say(changed: dict[str, object], refusal: type[PeerlogError]) -> None:
    with pytest.raises(refusal):
        take_answer(answer_file(**changed))


def test_a_proof_for_another_place_is_none() -> None:
    other = Founder(space=OTHER_SPACE, seats=3)
    elsewhere = join(other.invites().invitation, "Sam")
    with pytest.raises(DoesNotHold, match="agreed to the place"):
        take_answer(answer_file(proof=b64(elsewhere.answer.places[0].proof)))


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


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10) | st.sampled_from([SPACE, KIMS, b64(bytes(32))]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@given(st.sampled_from(sorted(TAKERS)), st.data())
def test_anything_in_any_place_is_taken_or_refused(name: str, data: st.DataObject) -> None:
    write, take = TAKERS[name]
    keys = {"invitation": INVITING.invitation.signed.text, "answer": JOINING.answer.signed.text}
    fields = sorted(said_by(keys[name])) if name in keys else ["answer", "nonce", "card", "roster"]
    try:
        take(write(**{data.draw(st.sampled_from(fields)): data.draw(json_values)}))
    except PeerlogError:
        return


def classes() -> list[type[PeerlogError]]:
    found = [each for _, each in inspect.getmembers(refusals, inspect.isclass) if issubclass(each, PeerlogError)]
    return [each for each in found if each.__module__ == refusals.__name__]


@pytest.mark.parametrize("refusal", classes(), ids=lambda each: each.__name__)
def test_each_refusal_has_a_plain_sentence_and_a_hint(refusal: type[PeerlogError]) -> None:
    arguments = ["invitation" if name == "what" else "why" for name in list(inspect.signature(refusal).parameters)]
    error = refusal(*arguments)
    for text in (error.message, error.hint):
        assert text.endswith(".")
        assert "!" not in text
        assert not CODE_WORDS.search(text)
    assert error.exit_code in (1, 4)


def test_each_refusal_has_its_own_sentence() -> None:
    messages = [refusal(*["answer"] * len(inspect.signature(refusal).parameters)).message for refusal in classes()]
    assert len(set(messages)) == len(messages) == 14
