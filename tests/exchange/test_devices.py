"""One's own devices: bringing one in, all of the journal on both, and taking a lost one out of use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.exchange.crew import opened
from tests.exchange.meeting import Peer, SteppingClock
from tests.prebuilt import PASSPHRASE

from peerlog.errors import Refused
from peerlog.journal.circle.circles import circle_named
from peerlog.journal.home import Home
from peerlog.journal.journal import Journal
from peerlog.journal.own_devices.adding_devices import invite_device, take_device_answer
from peerlog.journal.own_devices.device_words import confirm_words, words_differ, words_to_compare
from peerlog.journal.own_devices.devices import device_named, devices, retire
from peerlog.journal.own_devices.joining_device import answer_again, join_as_device, take_device_acceptance
from peerlog.journal.shared.visibility import who_can_see
from peerlog.journal.updates import leaving
from peerlog.journal.updates.arriving import arrived_in_folder
from peerlog.journal.updates.exchanging import exchange_partners, preview, send, use_folder


@dataclass
class Scene:
    """Kim and Sam share; `folder` is where all updates lie."""

    kim: Peer
    sam: Peer
    folder: Path
    stack: ExitStack

    def join(self, name: str = "laptop") -> Journal:
        """Another device of Kim's, which has been brought in."""
        invitation = invite_device(self.kim.journal, "desktop")
        home = Home(self.folder.parent / name, self.folder.parent / name / "state")
        journal, answer = join_as_device(
            home, invitation.file, PASSPHRASE, zone="Europe/Dublin", device=name, clock=SteppingClock()
        )
        self.stack.enter_context(journal)
        acceptance, there = take_device_answer(self.kim.journal, answer.file)
        here = take_device_acceptance(journal, acceptance.file)
        assert here.words == there.words
        confirm_words(self.kim.journal, there)
        confirm_words(journal, here)
        return journal

    def exchange(self, *journals: Journal) -> None:
        for journal in journals:
            exchange_all(journal, self.folder)


def exchange_all(journal: Journal, folder: Path) -> None:
    for each in exchange_partners(journal):
        use_folder(journal, each, folder)
    for each in exchange_partners(journal):
        for arrived in arrived_in_folder(journal, each):
            assert arrived.problem is None, arrived.problem.message
    for each in exchange_partners(journal):
        shown = preview(journal, each)
        if shown.is_due:
            send(journal, shown)


@pytest.fixture
def scene(crews: Path, tmp_path: Path) -> Iterator[Scene]:
    folder = tmp_path / "folder"
    folder.mkdir()
    with opened(crews, 2) as (kim, sam), ExitStack() as stack:
        yield Scene(kim, sam, folder, stack)


def texts(journal: Journal) -> set[str]:
    return {each.text for each in journal.entries.of_kind("note", "pulse", "goal")}


def test_a_second_device_has_all_of_the_journal(scene: Scene) -> None:
    kim = scene.kim
    kim.journal.entries.add("note", {"text": "Only mine", "tags": ("quiet",)})
    kim.journal.entries.add("note", {"text": "Steam", "vent": True})
    gone = kim.journal.entries.add("note", {"text": "Thrown away"})
    kim.journal.entries.delete(gone.id)
    shared = kim.write("note", text="For Sam too")
    scene.sam.write("note", text="From Sam")
    scene.exchange(scene.sam.journal, kim.journal, scene.sam.journal)
    laptop = scene.join()
    assert laptop.profile.name == "Kim"
    scene.exchange(kim.journal, laptop, kim.journal)
    assert texts(laptop) == {"Only mine", "Steam", "For Sam too", "From Sam"}
    assert laptop.entries.get(shared).with_whom == "Sam"
    assert [(each.name, each.is_this, each.shares) for each in devices(laptop)] == [
        ("laptop", True, ("Sam",)),
        ("desktop", False, ("Sam",)),
    ]
    assert [(each.name, each.shares) for each in devices(kim.journal)] == [("desktop", ("Sam",)), ("laptop", ("Sam",))]


def test_what_both_write_offline_merges_and_reaches_the_partner(scene: Scene) -> None:
    laptop = scene.join()
    mine = scene.kim.journal.entries.add("goal", {"title": "Chair", "text": "as it was"})
    scene.exchange(scene.kim.journal, laptop)
    scene.kim.journal.entries.change(mine.id, {"text": "on the desktop"})
    laptop.entries.change(mine.id, {"title": "Chair well"})
    with_sam = laptop.entries.add("note", {"text": "from the laptop"}, space=circle_named(laptop).space)
    scene.exchange(laptop, scene.kim.journal, laptop, scene.sam.journal)
    for journal in (laptop, scene.kim.journal):
        now = journal.entries.get(mine.id)
        assert (now.title, now.text) == ("Chair well", "on the desktop")
    assert scene.sam.journal.entries.get(with_sam.id).text == "from the laptop"
    assert circle_named(scene.sam.journal).others[0].devices == 2
    theirs = circle_named(scene.sam.journal)
    assert [each.name for each in theirs.others] == ["Kim"]


def test_nothing_leaves_before_the_words_are_compared(scene: Scene) -> None:
    kim = scene.kim.journal
    invitation = invite_device(kim, "desktop")
    home = Home(scene.folder.parent / "new", scene.folder.parent / "new" / "state")
    journal, answer = join_as_device(home, invitation.file, PASSPHRASE, zone="UTC", device="laptop")
    scene.stack.enter_context(journal)
    assert answer_again(journal, invitation.file).name == answer.name
    take_device_answer(kim, answer.file)
    circle = circle_named(kim)
    with pytest.raises(Refused, match="“laptop” have not been compared"):
        preview(kim, circle)
    (compared,) = words_to_compare(kim)
    words_differ(kim, compared)
    assert words_to_compare(kim) == []
    laptop = device_named(kim, "lap")
    assert laptop.retired
    assert preview(kim, circle).readers == ("Sam",)
    with pytest.raises(Refused, match="differed"):
        take_device_answer(kim, answer.file)


def test_a_lost_device_is_taken_out_of_use(scene: Scene) -> None:
    laptop = scene.join()
    scene.exchange(scene.kim.journal, laptop, scene.kim.journal, scene.sam.journal)
    before = laptop.entries.add("note", {"text": "before"}, space=circle_named(laptop).space)
    scene.exchange(laptop, scene.kim.journal)
    assert retire(scene.kim.journal, device_named(scene.kim.journal, "laptop")) == ("Sam",)
    after = laptop.entries.add("note", {"text": "after"}, space=circle_named(laptop).space)
    scene.exchange(scene.kim.journal, scene.sam.journal, laptop, scene.sam.journal)
    assert scene.sam.journal.entries.get(before.id).text == "before"
    assert scene.sam.journal.entries.find(after.id) is None
    assert [each.retired != "" for each in devices(scene.kim.journal)] == [False, True]
    scene.kim.journal.entries.add("note", {"text": "secret"})
    scene.exchange(scene.kim.journal)
    with pytest.raises(Refused, match="already"):
        retire(scene.kim.journal, device_named(scene.kim.journal, "laptop"))


def test_the_lost_first_device_is_retired_from_the_second(scene: Scene) -> None:
    laptop = scene.join()
    scene.exchange(scene.kim.journal, laptop)
    assert retire(laptop, device_named(laptop, "desktop")) == ("Sam",)
    scene.exchange(laptop, scene.sam.journal)
    assert circle_named(scene.sam.journal).others[0].devices == 1


def test_a_circle_that_begins_later_comes_to_the_other_device_by_itself(scene: Scene) -> None:
    from peerlog.journal.circle.circles import create_circle

    laptop = scene.join()
    scene.exchange(scene.kim.journal, laptop)
    created = create_circle(scene.kim.journal, "Book club", 3, "Read", {"offers": ("books",), "seeks": ("time",)})
    note = scene.kim.journal.entries.add("note", {"text": "chapter one"}, space=created.space)
    for _ in range(3):
        scene.exchange(scene.kim.journal, laptop)
    assert laptop.entries.get(note.id).text == "chapter one"
    back = laptop.entries.add("note", {"text": "chapter two"}, space=circle_named(laptop, "Book club").space)
    scene.exchange(laptop, scene.kim.journal)
    assert scene.kim.journal.entries.get(back.id).text == "chapter two"


def test_what_devices_tell_each_other_is_not_found_among_entries(scene: Scene) -> None:
    from peerlog.domain.selection import Selection

    laptop = scene.join()
    scene.exchange(scene.kim.journal, laptop)
    assert laptop.entries.of_kind("device")
    assert laptop.entries.page(Selection(), "desktop").hits == ()
    assert laptop.entries.count(Selection()) == 0
    assert who_can_see(laptop, None).startswith("Every entry says it")
    note = laptop.entries.add("note", {"text": "mine"})
    assert who_can_see(laptop, note).startswith("Only you, on each of your devices.")


def test_a_journal_of_many_entries_leaves_in_parts(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "PART", 4)
    laptop = scene.join()
    for number in range(11):
        scene.kim.journal.entries.add("note", {"text": f"note {number}"})
    (mine,) = [each for each in exchange_partners(scene.kim.journal) if each.space == "private"]
    use_folder(scene.kim.journal, mine, scene.folder)
    (mine,) = [each for each in exchange_partners(scene.kim.journal) if each.space == "private"]
    told: list[tuple[int, int]] = []
    sent = send(scene.kim.journal, preview(scene.kim.journal, mine), on_progress=lambda *done: told.append(done))
    assert (len(sent), told[-1]) == (3, (12, 12))
    assert not preview(scene.kim.journal, mine).is_due
    scene.exchange(laptop)
    assert len(laptop.entries.of_kind("note")) == 11
