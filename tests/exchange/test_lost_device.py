"""A lost device is retired in real journals: what it added before stands, what it adds later does not."""

from __future__ import annotations

from pathlib import Path

from tests.exchange.meeting import Peer, join_device, meet, people, settle
from tests.exchange.three_files import own_keys, says

from peerlog.crypto import sshsig
from peerlog.exchange.enrolling import add_device, enrol_anew, proof, public_keys, retire_device
from peerlog.exchange.handshake.joining import OwnKeys
from peerlog.exchange.keys import device_in_use
from peerlog.exchange.membership import roster_in
from peerlog.history.statement import AddDevice, proof_text
from peerlog.vault.check_shared import check_shared
from peerlog.vault.statements import all_statements, keep_statements


def agreed(keys: OwnKeys, space: str, member: str) -> bytes:
    return sshsig.sign(keys.seed, sshsig.ROSTER, proof_text(space, member, keys.public))


def second_device(owner: Peer, other: Peer) -> str:
    """Make the journal `other` one more device of the owner's; its id."""
    made = other.journal.vault.create_circle({"label": "Kim", "space": owner.space.id}, other.now)
    other.journal.open_new_spaces()
    other.space = other.journal.spaces[made]
    keys = device_in_use(other.space)
    member = roster_in(owner.space).member_of(device_in_use(owner.space).id)
    assert member is not None
    add_device(owner.space, public_keys(keys), proof(owner.space.id, member, keys), owner.now)
    return keys.id


def learn(peer: Peer, source: Peer) -> None:
    with peer.space.write():
        keep_statements(peer.space, all_statements(source.space), 1)
        peer.space.set_value("founding", source.space.value("founding"))
        peer.space.set_value("shared", "1")


def test_what_a_lost_device_added_before_stands(empty_vault: Path, tmp_path: Path) -> None:
    with people(empty_vault, tmp_path, "Kim", "Sam", "Sam's phone") as (kim, sam, phone):
        meet(kim, sam)
        member = roster_in(sam.space).member_of(device_in_use(sam.space).id)
        assert member is not None
        phone_id = second_device(sam, phone)
        tablet, thief = own_keys("tablet"), own_keys("thief")
        add_device(sam.space, tablet.public, agreed(tablet, sam.space.id, member), sam.now)
        before = device_in_use(sam.space)
        sam.space.add_device(sam.now)
        assert enrol_anew(sam.space, sam.now)
        lost = device_in_use(sam.space)
        learn(phone, sam)
        retire_device(phone.space, lost.id, phone.now)
        learn(kim, phone)
        for keys in (before, lost):
            stolen = OwnKeys(keys.seed, keys.identity)
            later = says(stolen, AddDevice(member, thief.public, agreed(thief, sam.space.id, member)), sam.space.id)
            with kim.space.write():
                keep_statements(kim.space, [later], 1)
        roster = roster_in(kim.space)
        devices = (before.id, lost.id, phone_id, tablet.public.device, thief.public.device)
        assert [roster.is_current(each) for each in devices] == [False, False, True, True, False]
        assert [roster.member_of(each) for each in devices] == [member] * 4 + [None]


def test_what_came_from_a_lost_device_before_that_was_known_goes_to_the_trash(
    empty_vault: Path, tmp_path: Path
) -> None:
    with people(empty_vault, tmp_path, "Kim", "Sam", "Kim's laptop") as (kim, sam, laptop):
        meet(kim, sam)
        join_device(kim, laptop)
        settle(kim, sam, laptop)
        retire_device(kim.space, device_in_use(laptop.space).id, kim.now)
        told = kim.send()
        late = laptop.write("goal", title="Written by whoever has it")
        sam.receive(*laptop.send())
        assert sam.row(late).deleted is None
        (taken,) = sam.receive(*told)
        assert [(each.entry, each.deleted) for each in taken.entries if each.entry == late] == [(late, True)]
        assert sam.row(late).deleted is not None
        assert [each.severity for each in check_shared(sam.space, "With Kim", "", lambda: None)] == ["ok"]
        assert sam.read(late)["title"] == "Written by whoever has it"
        sam.journal.entries.undelete(late)
        assert sam.send() == []
