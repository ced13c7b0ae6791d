"""A backup that is restored, and a folder that is copied: new keys by themselves, and nothing signed twice."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.exchange.crew import opened
from tests.exchange.meeting import Peer, SteppingClock
from tests.exchange.test_devices import exchange_all
from tests.prebuilt import PASSPHRASE

from peerlog.exchange.evidence import all_evidence
from peerlog.exchange.keys import device_in_use
from peerlog.journal.circle.circles import circle_named, keep_newest
from peerlog.journal.home import Home
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock
from peerlog.journal.own_devices.adding_devices import invite_device, take_device_answer
from peerlog.journal.own_devices.device_words import confirm_words
from peerlog.journal.own_devices.devices import devices
from peerlog.journal.own_devices.joining_device import join_as_device, take_device_acceptance
from peerlog.journal.safekeeping.upkeep import backup_to, change_keys, change_passphrase, restore_backup
from peerlog.journal.updates.exchanging import enrol_if_behind, preview


@pytest.fixture
def two(crews: Path, tmp_path: Path) -> Iterator[tuple[Peer, Peer, Path, ExitStack]]:
    folder = tmp_path / "folder"
    folder.mkdir()
    with opened(crews, 2) as (kim, sam), ExitStack() as stack:
        keep_newest(sam.journal)
        yield kim, sam, folder, stack


def reopened(journal: Journal, stack: ExitStack) -> Journal:
    return stack.enter_context(unlock(journal.home, PASSPHRASE, clock=SteppingClock()))


def forks(journal: Journal) -> list[str]:
    return [each.what for space in journal.spaces.values() for each in all_evidence(space) if each.what == "fork"]


def test_a_restored_backup_goes_on_with_keys_of_its_own(two: tuple[Peer, Peer, Path, ExitStack]) -> None:
    kim, sam, folder, stack = two
    early = sam.write("note", text="early")
    exchange_all(sam.journal, folder)
    exchange_all(kim.journal, folder)
    unsent = sam.write("note", text="written before the backup, sent after it")
    backup = backup_to(sam.journal, folder.parent / "sam.tar")
    late = sam.write("note", text="late")
    sam.change(early, text="early, changed later")
    exchange_all(sam.journal, folder)
    exchange_all(kim.journal, folder)
    sam.journal.close()
    restored = restore_backup(sam.journal.home, backup, passphrase=PASSPHRASE, replace=True)
    assert restored.moved is not None
    again = reopened(sam.journal, stack)
    assert [member.name for member in circle_named(again).members if member.is_me] == ["Sam"]
    assert again.entries.find(late) is None
    new = again.entries.add("note", {"text": "new"}, space=circle_named(again).space)
    exchange_all(again, folder)
    exchange_all(kim.journal, folder)
    exchange_all(again, folder)
    for journal in (again, kim.journal):
        assert journal.entries.get(early).text == "early, changed later"
        assert journal.entries.get(unsent).text == "written before the backup, sent after it"
        assert journal.entries.get(late).text == "late"
        assert journal.entries.get(new.id).text == "new"
        assert forks(journal) == []
    (partner,) = circle_named(kim.journal).others
    assert (partner.name, partner.devices) == ("Sam", 1)


def test_what_was_lost_comes_back_from_the_partner_too(two: tuple[Peer, Peer, Path, ExitStack]) -> None:
    kim, sam, folder, stack = two
    backup = backup_to(sam.journal, folder.parent / "sam.tar")
    late = sam.write("note", text="late")
    exchange_all(sam.journal, folder)
    exchange_all(kim.journal, folder)
    for file in folder.glob("update-*"):
        file.unlink()
    sam.journal.close()
    restore_backup(sam.journal.home, backup, passphrase=PASSPHRASE, replace=True)
    again = reopened(sam.journal, stack)
    for _ in range(4):
        exchange_all(again, folder)
        kim.write("note", text="more")
        exchange_all(kim.journal, folder)
    exchange_all(again, folder)
    assert again.entries.get(late).text == "late"


def test_what_was_written_under_earlier_keys_goes_to_another_device(
    two: tuple[Peer, Peer, Path, ExitStack], tmp_path: Path
) -> None:
    _, sam, folder, stack = two
    early = sam.journal.entries.add("note", {"text": "before the backup"})
    backup = backup_to(sam.journal, tmp_path / "sam.tar")
    sam.journal.close()
    restore_backup(sam.journal.home, backup, passphrase=PASSPHRASE, replace=True)
    again = reopened(sam.journal, stack)
    home = Home(tmp_path / "laptop", tmp_path / "laptop" / "state")
    invitation = invite_device(again, "desktop")
    laptop, answer = join_as_device(home, invitation.file, PASSPHRASE, zone="UTC", device="laptop")
    stack.enter_context(laptop)
    acceptance, words = take_device_answer(again, answer.file)
    confirm_words(laptop, take_device_acceptance(laptop, acceptance.file))
    confirm_words(again, words)
    exchange_all(again, folder)
    exchange_all(laptop, folder)
    assert laptop.entries.get(early.id).text == "before the backup"
    assert [each.name for each in devices(laptop)] == ["laptop", "desktop"]


def test_a_copied_folder_takes_keys_of_its_own(two: tuple[Peer, Peer, Path, ExitStack], tmp_path: Path) -> None:
    kim, sam, folder, stack = two
    sam.write("note", text="before")
    exchange_all(sam.journal, folder)
    exchange_all(kim.journal, folder)
    elsewhere = Home(tmp_path / "elsewhere", tmp_path / "elsewhere" / "state")
    shutil.copytree(sam.journal.home.vault, elsewhere.vault)
    elsewhere.data.chmod(0o700)
    copy = stack.enter_context(unlock(elsewhere, PASSPHRASE, clock=SteppingClock()))
    mine = sam.write("note", text="on the one")
    theirs = copy.entries.add("note", {"text": "on the other"}, space=circle_named(copy).space)
    for journal in (sam.journal, copy, kim.journal, copy):
        exchange_all(journal, folder)
    for each in (mine, theirs.id):
        assert kim.journal.entries.find(each) is not None
        assert copy.entries.find(each) is not None
    assert forks(kim.journal) == []


def test_an_older_copy_put_back_takes_keys_of_its_own(two: tuple[Peer, Peer, Path, ExitStack], tmp_path: Path) -> None:
    kim, sam, folder, stack = two
    home = sam.journal.home
    shutil.copytree(home.vault, tmp_path / "older")
    lost = sam.write("note", text="signed, then lost")
    exchange_all(sam.journal, folder)
    exchange_all(kim.journal, folder)
    sam.journal.close()
    shutil.rmtree(home.vault)
    shutil.copytree(tmp_path / "older", home.vault)
    again = reopened(sam.journal, stack)
    new = again.entries.add("note", {"text": "new"}, space=circle_named(again).space)
    exchange_all(again, folder)
    exchange_all(kim.journal, folder)
    assert kim.journal.entries.get(new.id).text == "new"
    assert again.entries.get(lost).text == "signed, then lost"
    assert forks(kim.journal) == []


def test_upkeep_changes_no_keys_where_nothing_was_put_back(two: tuple[Peer, Peer, Path, ExitStack]) -> None:
    _, sam, folder, stack = two
    sam.write("note", text="as always")
    exchange_all(sam.journal, folder)
    before = device_in_use(sam.space).id
    change_passphrase(sam.journal, "another walnut lantern harbour quilt")
    assert not enrol_if_behind(sam.journal)
    name = sam.space.name
    change_keys(sam.journal, PASSPHRASE)
    again = reopened(sam.journal, stack)
    assert preview(again, circle_named(again)).readers == ("Kim",)
    assert device_in_use(again.spaces[name]).id == before
    again.close()
    moved = Home(folder.parent / "moved", again.home.state)
    moved.data.mkdir(mode=0o700)
    shutil.move(again.home.vault, moved.vault)
    there = stack.enter_context(unlock(moved, PASSPHRASE, clock=SteppingClock()))
    assert not enrol_if_behind(there)
