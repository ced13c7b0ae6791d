"""Well signed and still refused: what each of the three files must not say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.meeting_files import (
    INVITING,
    JOINING,
    KIM,
    KIMS,
    SAMS,
    TAKERS,
    answer_file,
    invitation_file,
    said_by,
    take_answer,
)
from tests.exchange.three_files import OTHER_SPACE, Founder
from tests.history.founded import SPACE

from peerlog.crypto.ed25519_points import LOW_ORDER
from peerlog.errors import PeerlogError
from peerlog.exchange.handshake.invitation import read_invitation
from peerlog.exchange.handshake.inviting import invite
from peerlog.exchange.handshake.joining import join
from peerlog.exchange.handshake.refusals import (
    ChangedOnTheWay,
    DoesNotHold,
    NewerVersion,
    OtherInvitation,
    UnfitKey,
    UnfitName,
)
from peerlog.exchange.handshake.sealed import seal
from peerlog.history.encoding import b64
from peerlog.history.person import Person

BAD_NAMES = ["", " ", "Sam\n", " Sam", "Sam\x1b[31m", "S\u202eam", "\x00", "x" * 61, "Sam\u2028Ada", "S\ud7ffam\ufeff"]


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
