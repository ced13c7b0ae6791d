"""Who sits where: what each statement does, and what nobody can do."""

from __future__ import annotations

import pytest
from tests.history.founded import SPACE, UNUSABLE, Hand, Signed, fold, founding

from peerlog.crypto import sshsig
from peerlog.history.person import DeviceKeys
from peerlog.history.roster import RivalGroups, RivalSeats, Roster, SmallerWish
from peerlog.history.statement import AddDevice, Found, Leave, Retire, Seat, Smaller, proof_text

KIM, SAM, ADA, EVE = Hand(1), Hand(2), Hand(3), Hand(4)
KIM_PHONE, SAM_PHONE, THIEF = Hand(11), Hand(12), Hand(13)
BEGUN = KIM.founds(3, "Kim")
THREE = (BEGUN, KIM.seats(2, SAM, "Sam"), KIM.seats(3, ADA, "Ada"))


def roster(*more: Signed, own: Hand = KIM, start: tuple[Signed, ...] = THREE) -> Roster:
    found, refused = fold((*start, *more), founding(start[0]), own.id)
    assert found is not None
    assert refused == ()
    return found


def refusals(*more: Signed) -> list[str]:
    found, refused = fold((*THREE, *more), founding(BEGUN))
    assert found == fold(THREE, founding(BEGUN))[0]
    return [each.why for each in refused]


def here(found: Roster) -> list[str]:
    return [found.names[member.id] for member in found.members if member.here]


def test_three_people_sit_where_the_founder_put_them() -> None:
    found = roster()
    assert [(found.names[member.id], member.seat) for member in found.members] == [("Kim", 1), ("Sam", 2), ("Ada", 3)]
    assert (found.space, found.founder, found.seats, found.open_seats) == (SPACE, KIM.member, 3, ())
    assert [device.keys for device in found.recipients()] == [KIM.keys, SAM.keys, ADA.keys]
    assert (found.splits, found.wishes) == ((), ())
    assert found.member_of(SAM.id) == SAM.member
    assert found.key_of(SAM.id) == SAM.keys.key
    assert found.last_of(SAM.id) is None
    assert (found.member_of(EVE.id), found.key_of(EVE.id), found.last_of(EVE.id)) == (None, None, None)
    assert found.member(EVE.member) is None
    assert roster(start=(BEGUN,)).open_seats == (2, 3)


def test_another_first_statement_is_no_roster() -> None:
    again = KIM.founds(2, "Kim")
    assert refusals(again) == ["it founds what has been founded"]
    assert refusals(EVE.founds(3, "Kim")) == ["it founds what has been founded"]
    assert fold(THREE, founding(again))[0] is None
    assert fold(THREE, founding(THREE[1]))[0] is None
    assert fold((), founding(BEGUN)) == (None, ())
    assert fold([(BEGUN[0], bytes(64))], founding(BEGUN))[0] is None
    not_own = EVE.says(Found(3, KIM.person("Kim")))
    assert fold([not_own, EVE.founds()], founding(not_own))[0] is None


def test_nobody_but_the_founder_gives_seats() -> None:
    assert refusals(SAM.seats(2, EVE)) == ["its signer may not say this"]
    assert refusals(EVE.seats(2, EVE)) == ["its signer may not say this"]
    assert refusals(KIM.seats(4, EVE)) == ["its signer may not say this"]
    assert refusals(KIM.seats(2, KIM)) == ["its signer may not say this"]
    phone = KIM.adds(KIM_PHONE, KIM.member)
    found = roster(phone, KIM_PHONE.seats(3, ADA), start=THREE[:2])
    assert found.open_seats == ()


def test_a_seat_needs_its_holder() -> None:
    stolen = KIM.says(Seat(3, SAM_PHONE.person("Eve"), EVE.proof(SAM_PHONE.member)))
    assert refusals(stolen) == ["the new device has not agreed to it"]
    swapped = KIM.says(Seat(3, EVE.person(), SAM.proof(SAM.member)))
    assert refusals(swapped) == ["the new device has not agreed to it"]


def test_a_member_has_several_devices_and_nobody_claims_one_of_another() -> None:
    found = roster(SAM.adds(SAM_PHONE, SAM.member))
    assert found.member_of(SAM_PHONE.id) == SAM.member
    assert [device.id for device in found.recipients()] == [KIM.id, SAM.id, SAM_PHONE.id, ADA.id]
    assert here(found) == here(roster())
    claimed = ADA.says(AddDevice(ADA.member, SAM_PHONE.keys, SAM_PHONE.proof(SAM.member)))
    assert refusals(claimed) == ["the new device has not agreed to it"]
    assert refusals(ADA.adds(SAM_PHONE, SAM.member)) == ["its signer may not say this"]
    assert refusals(EVE.adds(SAM_PHONE, EVE.member)) == ["nobody here has the device that signed it"]


def test_a_device_that_agreed_to_be_in_two_hands_is_in_one() -> None:
    both = (*THREE, SAM.adds(SAM_PHONE, SAM.member), ADA.adds(SAM_PHONE, ADA.member))
    found, refused = fold(both, founding(BEGUN))
    assert found is not None
    assert found.member_of(SAM_PHONE.id) == min(SAM.member, ADA.member)
    assert len(refused) == 1
    assert refusals(ADA.adds(SAM, ADA.member)) == ["its signer may not say this"]


def test_retiring() -> None:
    phone = SAM.adds(SAM_PHONE, SAM.member)
    found = roster(phone, SAM_PHONE.retires(SAM))
    assert (found.is_current(SAM.id), found.is_current(SAM_PHONE.id), found.last_of(SAM.id)) == (False, True, None)
    assert found.member_of(SAM.id) == SAM.member
    assert SAM.keys not in [device.keys for device in found.recipients()]
    cut = roster(phone, SAM_PHONE.retires(SAM, 41), SAM_PHONE.retires(SAM, 7), SAM_PHONE.retires(SAM))
    assert cut.last_of(SAM.id) == 7
    assert cut.is_current(SAM_PHONE.id)
    assert refusals(ADA.retires(SAM)) == refusals(KIM.retires(SAM, 0)) == ["its signer may not say this"]
    assert refusals(SAM.retires(SAM)) == refusals(SAM.retires(EVE)) == ["its signer may not say this"]


def test_whoever_holds_a_lost_device_adds_no_reader() -> None:
    """Before or after it was lost cannot be told, so what it added counts as far as who retired it stands for it."""
    laptop, phone, tablet = SAM, SAM_PHONE, Hand(14)
    added = (laptop.adds(phone, SAM.member), laptop.adds(tablet, SAM.member))
    retired = (*added, phone.retires(laptop, 9))
    assert not roster(*retired).is_current(tablet.id)
    vouch = roster(*added).to_vouch_for(laptop.id, phone.id)
    assert vouch == (AddDevice(SAM.member, tablet.keys, tablet.proof(SAM.member)),)
    settled = (*retired, *(phone.says(does) for does in vouch))
    found = roster(*settled, laptop.adds(THIEF, SAM.member), THIEF.adds(EVE, SAM.member))
    assert [found.is_current(hand.id) for hand in (laptop, phone, tablet, THIEF, EVE)] == [
        False,
        True,
        True,
        False,
        False,
    ]
    assert found.member_of(THIEF.id) is None
    assert found.to_vouch_for(laptop.id, phone.id) == ()


def test_the_keys_that_a_lost_device_had_before_it_was_restored_add_nobody_either() -> None:
    """They were retired without a cut, so they have to be cut off with it."""
    earlier, lost, phone = SAM, SAM_PHONE, Hand(14)
    restored = (earlier.adds(phone, SAM.member), earlier.adds(lost, SAM.member), lost.retires(earlier))
    start = roster(*restored)
    vouch = [phone.says(does) for each in (lost, earlier) for does in start.to_vouch_for(each.id, phone.id)]
    settled = (*restored, phone.retires(lost, 5), phone.retires(earlier, 9), *vouch)
    found = roster(*settled, earlier.adds(THIEF, SAM.member), lost.adds(THIEF, SAM.member))
    assert found.member_of(THIEF.id) is None
    assert [found.last_of(hand.id) for hand in (earlier, lost, phone)] == [9, 5, None]
    assert [found.member_of(hand.id) for hand in (earlier, lost, phone)] == [SAM.member] * 3


def test_whoever_holds_the_founders_lost_device_gives_no_seat() -> None:
    known = (*THREE[:2], KIM.adds(KIM_PHONE, KIM.member))
    vouched = [KIM_PHONE.says(does) for does in roster(start=known).to_vouch_for(KIM.id, KIM_PHONE.id)]
    found = roster(KIM_PHONE.retires(KIM, 3), *vouched, KIM.seats(3, EVE), start=known)
    assert (here(found), found.open_seats) == (["Kim", "Sam"], (3,))
    later = roster(KIM_PHONE.retires(KIM, 3), *vouched, KIM.seats(3, EVE), KIM_PHONE.seats(3, ADA, "Ada"), start=known)
    assert here(later) == ["Kim", "Sam", "Ada"]


def test_a_member_leaves_alone() -> None:
    found = roster(SAM.leaves())
    assert here(found) == ["Kim", "Ada"]
    member = found.member(SAM.member)
    assert member is not None
    assert member.left
    assert not found.is_current(SAM.id)
    assert found.member_of(SAM.id) == SAM.member
    assert refusals(ADA.says(Leave(SAM.member))) == refusals(KIM.leaves(SAM.member)) == ["its signer may not say this"]


def test_a_smaller_group_needs_all_in_it() -> None:
    wish = roster(KIM.goes_on_with(ADA))
    assert here(wish) == ["Kim", "Sam", "Ada"]
    pair = tuple(sorted((KIM.member, ADA.member)))
    assert wish.wishes == (SmallerWish(pair, (KIM.member,)),)
    both = (KIM.goes_on_with(ADA), ADA.goes_on_with(KIM))
    assert here(roster(*both)) == here(roster(*both, own=ADA)) == ["Kim", "Ada"]
    assert here(roster(*both, own=SAM)) == ["Sam"]
    assert (roster(*both).wishes, roster(*both).splits) == ((), ())
    assert refusals(SAM.says(Smaller(pair))) == ["its signer may not say this"]


def test_one_who_goes_on_alone_puts_nobody_else_out() -> None:
    found = roster(SAM.goes_on_with())
    assert here(found) == ["Kim", "Ada"]
    assert here(roster(SAM.goes_on_with(), own=SAM)) == ["Sam"]


def test_groups_that_go_on_apart_are_shown() -> None:
    found = roster(KIM.goes_on_with(ADA), ADA.goes_on_with(KIM), SAM.goes_on_with())
    groups = tuple(sorted([tuple(sorted((KIM.member, ADA.member))), (SAM.member,)]))
    assert found.splits == (RivalGroups(groups),)
    assert here(found) == ["Kim", "Ada"]
    smaller_still = roster(KIM.goes_on_with(ADA), ADA.goes_on_with(KIM), KIM.goes_on_with())
    assert smaller_still.splits == ()
    assert here(smaller_still) == ["Kim"]
    assert here(roster(KIM.goes_on_with(ADA), ADA.goes_on_with(KIM), KIM.goes_on_with(), own=ADA)) == ["Ada"]


def test_two_in_one_seat_are_shown_until_it_is_settled() -> None:
    rival = KIM.seats(3, EVE, "Eve")
    found = roster(rival)
    assert found.splits == (RivalSeats(3, tuple(sorted((ADA.member, EVE.member)))),)
    assert sorted(here(found)) == ["Ada", "Eve", "Kim", "Sam"]
    settled = roster(rival, EVE.leaves())
    assert settled.splits == ()
    assert here(settled) == ["Kim", "Sam", "Ada"]


def test_one_person_in_two_seats_has_the_lower() -> None:
    found = roster(KIM.seats(3, SAM), start=THREE[:2])
    assert [member.seat for member in found.members] == [1, 2]
    assert found.open_seats == (3,)


def test_two_of_one_name_are_told_apart() -> None:
    start = (BEGUN, KIM.seats(2, SAM, "kim"), KIM.seats(3, ADA, "Kim"))
    assert list(roster(start=start).names.values()) == ["Kim", "kim (2)", "Kim (3)"]
    tricky = (BEGUN, KIM.seats(2, SAM, "Kim"), KIM.seats(3, ADA, "Kim (2)"))
    assert list(roster(start=tricky).names.values()) == ["Kim", "Kim (2)", "Kim (2) (2)"]


def test_where_the_roster_is_seen_from() -> None:
    assert roster(own=SAM).own == SAM.member
    by_member = fold(THREE, founding(BEGUN), ADA.member)[0]
    assert by_member is not None
    assert by_member.own == ADA.member
    assert roster(own=EVE).own == KIM.member
    assert roster(KIM.leaves(), own=EVE).own == SAM.member


def test_what_belongs_elsewhere_is_refused() -> None:
    elsewhere = KIM.says(Retire(KIM_PHONE.id, None), space="f" * 32)
    assert refusals(elsewhere) == ["it belongs elsewhere"]
    assert refusals((THREE[1][0] + b" ", THREE[1][1])) == ["its signature does not fit"]
    assert refusals((b"{}", bytes(64))) == ["it does not say which version it is"]
    assert refusals(EVE.leaves()) == ["nobody here has the device that signed it"]


def test_a_device_to_which_nothing_can_be_encrypted_is_none() -> None:
    """Else its owner could keep everybody from sending anything."""
    keys = DeviceKeys(SAM_PHONE.keys.key, UNUSABLE)
    proof = sshsig.sign(SAM_PHONE.seed, sshsig.ROSTER, proof_text(SPACE, SAM.member, keys))
    assert refusals(SAM.says(AddDevice(SAM.member, keys, proof))) == [
        "nothing can be encrypted to the device that it names"
    ]


def test_a_bad_signature_beside_a_good_one_does_no_harm() -> None:
    text, _ = THREE[1]
    assert roster((text, bytes(64))) == roster()


@pytest.mark.parametrize("order", [THREE, THREE[::-1], THREE * 3])
def test_order_and_repetition_do_not_matter(order: tuple[Signed, ...]) -> None:
    assert fold(order, founding(BEGUN), KIM.id)[0] == roster()
