"""Laws of the roster, for any statements by anybody: friends, strangers, thieves of a device, in any order."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.history.founded import Hand, Signed, founding
from tests.history.founded import fold as fold_all

from peerlog.history.roster import Roster, added_keys
from peerlog.history.statement import AddDevice, Seat, read_statement

FOUNDER = Hand(1)
BEGUN = FOUNDER.founds(3)
FIRST = founding(BEGUN)
PEOPLE = [FOUNDER, Hand(2), Hand(3)]
HANDS = [*PEOPLE, *(Hand(number) for number in range(4, 9))]
"""Three first devices, and five that anybody may add, seat, claim."""

hands = st.sampled_from(HANDS)
members = st.sampled_from(PEOPLE).map(lambda hand: hand.member)

statements = st.one_of(
    st.builds(lambda by, seat, who: by.seats(seat, who), hands, st.integers(2, 3), hands),
    st.builds(lambda by, who, member: by.adds(who, member), hands, hands, members),
    st.builds(lambda by, who, last: by.retires(who, last), hands, hands, st.none() | st.integers(0, 3)),
    st.builds(lambda by, member: by.leaves(member), hands, members),
    st.builds(lambda by, others: by.goes_on_with(*others), hands, st.lists(st.sampled_from(PEOPLE), max_size=3)),
)
START = (BEGUN, FOUNDER.seats(2, HANDS[1]))
histories = st.lists(statements, max_size=14).map(lambda more: [*START, *more])
EVERYBODY = [FOUNDER, *HANDS[1:3]]


def fold(signed: Sequence[Signed], own: str = "") -> Roster:
    found, _ = fold_all(signed, FIRST, own)
    assert found is not None
    return found


@given(histories, st.randoms(use_true_random=False), hands)
def test_order_and_repetition_do_not_matter(signed: list[Signed], random: object, own: Hand) -> None:
    import random as module

    assert isinstance(random, module.Random)
    again = [*signed, *signed[::2]]
    random.shuffle(again)
    assert fold_all(again, FIRST, own.id) == fold_all(signed, FIRST, own.id)


@given(histories)
def test_only_the_founder_seats(signed: list[Signed]) -> None:
    found = fold(signed)
    founders = {device.id for member in found.members if member.id == found.founder for device in member.devices}
    seated = {
        (device, does.member.member) for device, does in found.added if isinstance(does, Seat) and device in founders
    }
    for member in found.members:
        assert member.id == found.founder or any(who == member.id for _, who in seated)
    assert {device for device, does in found.added if isinstance(does, Seat)} <= founders


@given(histories, st.lists(statements, max_size=6), st.sampled_from(PEOPLE))
def test_nobody_speaks_for_the_devices_of_another(signed: list[Signed], more: list[Signed], person: Hand) -> None:
    """Whatever others say, a member's own devices are what those have signed and what has agreed to be one of them."""
    before, after = fold(signed), fold([*signed, *more])
    own = {device for device, _, _ in devices(before, person.member) + devices(after, person.member)}
    said = [read_statement(text) for text, _ in more]
    added = {added_keys(each.does).device for each in said if isinstance(each.does, Seat | AddDevice)}
    if before.member(person.member) is not None and not own & ({each.device for each in said} | added):
        assert devices(after, person.member) == devices(before, person.member)


def devices(found: Roster, member: str) -> list[tuple[str, bool, int | None]]:
    who = found.member(member)
    return [(each.id, each.retired, each.last) for each in who.devices] if who else []


@given(histories, st.sampled_from(PEOPLE))
def test_nobody_makes_another_leave(signed: list[Signed], person: Hand) -> None:
    found = fold(signed)
    who = found.member(person.member)
    if who is not None and who.left:
        theirs = {device.id for device in who.devices}
        assert any(read_statement(text).device in theirs for text, _ in signed[2:])


@given(histories, st.sampled_from(EVERYBODY))
def test_who_is_out_has_signed_it_or_one_has_signed_it_oneself(signed: list[Signed], own: Hand) -> None:
    """A smaller group binds those who signed it: nobody is put out for me by others alone."""
    found = fold(signed, own.id)
    mine = {device.id for member in found.members if member.id == found.own for device in member.devices}
    for member in found.members:
        if not member.here:
            theirs = {device.id for device in member.devices}
            assert any(read_statement(text).device in mine | theirs for text, _ in signed[2:])


@given(histories, st.sampled_from(PEOPLE))
def test_one_more_device_changes_no_membership(signed: list[Signed], person: Hand) -> None:
    before = fold(signed, person.id)
    after = fold([*signed, person.adds(Hand(60), person.member)], person.id)
    assert [(each.id, each.seat, each.left, each.here) for each in after.members] == [
        (each.id, each.seat, each.left, each.here) for each in before.members
    ]
    assert after.splits == before.splits


@given(histories)
def test_every_device_is_of_one_member_and_a_retired_one_is_sent_nothing(signed: list[Signed]) -> None:
    found = fold(signed)
    ids = [device.id for member in found.members for device in member.devices]
    assert len(ids) == len(set(ids))
    assert [found.member_of(device) for device in ids] == [
        member.id for member in found.members for _ in member.devices
    ]
    assert all(found.is_current(device.id) and not device.retired for device in found.recipients())
    assert {device for device in ids if found.is_current(device)} == {device.id for device in found.recipients()}


@given(histories)
@settings(max_examples=150)
def test_a_device_that_is_cut_off_adds_no_reader_any_more(signed: list[Signed]) -> None:
    found = fold(signed)
    cut = {
        device.id
        for member in found.members
        for device in member.devices
        if device.retired and device.last is not None and member.id == Hand(2).member
    }
    for device in cut:
        thief = Hand(50)
        holder = next(hand for hand in HANDS if hand.id == device)
        more = holder.adds(thief, Hand(2).member)
        assert thief.id not in {each.id for each in fold([*signed, more]).recipients()}


texts = st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))


@given(st.lists(st.tuples(texts, st.binary(max_size=70)), max_size=5), histories)
def test_hostile_texts_change_nothing_and_raise_nothing(hostile: list[Signed], signed: list[Signed]) -> None:
    found, refused = fold_all([*hostile, *signed], FIRST)
    assert found == fold(signed)
    assert {founding(each) for each in hostile} <= {each.id for each in refused}


@given(histories)
def test_what_was_added_is_known_by_its_signer(signed: list[Signed]) -> None:
    found = fold(signed)
    for device, does in found.added:
        assert found.member_of(device) is not None
        assert isinstance(does, Seat | AddDevice)


@given(histories, st.lists(statements, max_size=4), st.randoms(use_true_random=False))
def test_what_was_ever_claimed_only_grows(signed: list[Signed], more: list[Signed], random: Random) -> None:
    before = fold(signed).claimed
    again = [*more, *signed, *signed[::2]]
    random.shuffle(again)
    after = fold(again).claimed
    assert after == fold([*signed, *more]).claimed
    for member, claimed in before.items():
        assert claimed.names <= after[member].names
        assert claimed.keys <= after[member].keys


@given(histories)
def test_who_has_a_place_was_claimed(signed: list[Signed]) -> None:
    roster = fold(signed)
    for member in roster.members:
        assert member.name in roster.claimed[member.id].names
        assert {device.key for device in member.devices} <= roster.claimed[member.id].keys
