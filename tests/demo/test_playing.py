"""The story as it was played: what everybody's journal holds, and which files lie about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.played import Demo, SaturdayMorning
from tests.prebuilt import honest_but_quick

from peerlog.consent.checking import check_signed_copy
from peerlog.demo.playing import FILES, FOLDER, LAPTOP, LOST, RECORDS, SIGNED
from peerlog.demo.script import BOX_LABEL, CARRIED, MEASURE
from peerlog.demo.second_device import OWN
from peerlog.demo.sets import demo_sets
from peerlog.demo.story import BOX, PAIR, PEOPLE, stories
from peerlog.domain.entry import PRIVATE, Entry
from peerlog.domain.kinds import KINDS
from peerlog.domain.selection import Selection
from peerlog.journal.agreeing.texts_to_agree import texts_to_agree
from peerlog.journal.circle.circles import circle_named
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock
from peerlog.journal.own_devices.devices import devices
from peerlog.journal.updates.arriving import not_seen
from peerlog.journal.updates.carrying import names_in_folder, waiting_in_folder
from peerlog.journal.updates.leaving import preview
from peerlog.journal.versions.two_versions import all_two_versions

EVERY_KIND = frozenset(KINDS)
LAST_DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def journals(demo: Demo) -> Iterator[dict[str, Journal]]:
    passphrases = {person: about.passphrase for person, about in PEOPLE.items()}
    passphrases[LAPTOP] = passphrases["kim"]
    with honest_but_quick():
        opened = {who: unlock(demo.home(who), said, clock=SaturdayMorning()) for who, said in passphrases.items()}
    yield opened
    for journal in opened.values():
        journal.close()


def everything(journal: Journal, *, deleted: bool = False) -> list[Entry]:
    return list(journal.entries.page(Selection(kinds=EVERY_KIND, deleted=deleted), limit=2000).entries)


def test_all_that_was_to_be_told_is_there_once(journals: dict[str, Journal], demo: Demo) -> None:
    told = stories(demo_sets(), LAST_DAY)
    assert demo.played.entries == {person: len(entries) for person, entries in told.items()}
    for person in ("kim", "sam"):
        journal = journals[person]
        private = [each for each in everything(journal) if each.space == PRIVATE]
        wanted = Counter(each.kind for each in told[person] if not each.shared and not each.deleted)
        assert Counter(each.kind for each in private if each.kind not in {"device", *MADE_FOR_CPD}) == wanted
        assert len(everything(journal, deleted=True)) == 1


def test_nothing_private_is_where_somebody_else_reads_it(journals: dict[str, Journal]) -> None:
    for journal in journals.values():
        for each in everything(journal):
            if each.kind in ("pulse", "reflection") or each.fields.get("vent"):
                assert each.space == PRIVATE


def test_links_and_parts_lead_to_what_is_there(journals: dict[str, Journal]) -> None:
    for person in ("kim", "sam", LAPTOP):
        by_id = {each.id: each for each in [*everything(journals[person]), *everything(journals[person], deleted=True)]}
        for each in by_id.values():
            assert set(each.members("links")) <= set(by_id)
            assert not each.parent or each.parent in by_id


def test_everybody_showed_the_same(demo: Demo) -> None:
    pair, box, own = demo.played.alike
    assert (pair.group, box.group, own.group) == (PAIR, BOX, OWN)
    assert pair.people == ("Kim", "Sam", "Kim's laptop")
    assert box.people == ("Kim", "Sam", "Ada", "Kim's laptop")
    assert own.people == ("Kim", "Kim's laptop")
    assert pair.shown.entries > 150
    assert (pair.shown.two_versions, box.shown.two_versions) == (1, 0)


def test_one_pair_of_versions_is_settled_and_one_is_left(journals: dict[str, Journal]) -> None:
    for person in ("kim", "sam", LAPTOP):
        (two,) = all_two_versions(journals[person])
        assert (two.entry.headline, two.register) == ("Chair a meeting well", "text")
        assert two.proposed is not None
        assert two.entry.fields["measure"] == MEASURE.settled


def test_three_files_each_and_a_lost_update_stay(demo: Demo) -> None:
    files = sorted(path.name for path in (demo.folder / FILES).iterdir())
    assert len(files) == 12
    assert [name.rpartition("-")[2] for name in files[:3]] == [
        "invitation.peerlog",
        "answer.peerlog",
        "acceptance.peerlog",
    ]
    (lost,) = (demo.folder / LOST).iterdir()
    assert not (demo.folder / FOLDER / lost.name).exists()


def test_what_the_pair_agreed_on_can_be_checked_without_a_journal(demo: Demo) -> None:
    checked = check_signed_copy(demo.folder / SIGNED)
    assert checked.is_whole
    assert [each.name for each in checked.signatures] == [PEOPLE[person].name for person in ("kim", "sam")]


def test_the_pair_signed_their_agreement_and_one_version_came_to_nothing(journals: dict[str, Journal]) -> None:
    for person in ("kim", "sam", LAPTOP):
        space = circle_named(journals[person], "Kim" if person == "sam" else "Sam").space
        found = {(each.kind, each.revision): each.state for each in texts_to_agree(journals[person], space=space)}
        assert found == {("agreement", 1): "agreed", ("summary", 1): "void", ("summary", 2): "agreed"}


def test_what_was_lost_came_with_the_next_update(journals: dict[str, Journal], demo: Demo) -> None:
    (lost,) = (demo.folder / LOST).iterdir()
    kim = journals["kim"]
    assert not_seen(kim.spaces[circle_named(kim, "Sam").space], [lost.name]) == [lost.name]
    (talk,) = [each for each in kim.entries.of_kind("meeting") if each.title.startswith("Glass plates")]
    assert kim.entries.author_of(talk).name == PEOPLE["sam"].name


def test_one_update_of_sam_waits_for_kim_and_something_of_hers_would_leave(
    journals: dict[str, Journal], demo: Demo
) -> None:
    for person in ("kim", LAPTOP):
        circle = circle_named(journals[person], "Sam")
        names = names_in_folder(str(demo.folder / FOLDER), journals[person].spaces[circle.space].id)
        assert waiting_in_folder(journals[person], circle, names) == 1
    assert preview(journals["kim"], circle_named(journals["kim"], "Sam")).is_due


def test_the_third_reads_what_was_carried_over_and_nothing_else(journals: dict[str, Journal]) -> None:
    ada = journals["ada"]
    circle = circle_named(ada, BOX_LABEL)
    assert [each.name for each in circle.others] == [PEOPLE["kim"].name, PEOPLE["sam"].name]
    assert {each.established for each in circle.others} == {"words", "introduced"}
    theirs = [each for each in everything(ada) if each.space != PRIVATE and not ada.entries.author_of(each).is_me]
    carried = [each for each in theirs if each.kind not in ("card", "note", "idea", "comment", "circle")]
    assert len(carried) == sum(map(len, CARRIED.values()))


def test_the_laptop_has_all_of_kim_s(journals: dict[str, Journal]) -> None:
    kim, laptop = journals["kim"], journals[LAPTOP]
    mine = {each.id: each.fields for each in everything(kim) if each.space == PRIVATE and each.kind != "device"}
    assert mine == {each.id: each.fields for each in everything(laptop) if each.id in mine}
    assert [each.name for each in devices(kim)] == ["Library", "Laptop"]


MADE_FOR_CPD = {"activity", "answer", "membership", "peer", "record", "countersignature"}
MADE_BY_PLAYING = {"card", "circle", "device", "summary", "contribution", "approval", *MADE_FOR_CPD}
"""Kinds that are dated when they are made, for nobody wrote them down afterwards."""


def test_stamps_are_those_of_somebody_who_wrote_at_the_time(journals: dict[str, Journal]) -> None:
    end = f"{LAST_DAY + timedelta(days=1)}T23:59:59Z"
    for person in PEOPLE:
        for entry in everything(journals[person]):
            written = entry.when.utc.isoformat()[:19] + "Z"
            assert entry.created <= entry.saved <= end
            if written <= end[:10] and entry.kind not in MADE_BY_PLAYING:
                assert written < entry.created, entry.headline
            saves = [version.saved for version in journals[person].entries.versions(entry.id)]
            assert saves == sorted(saves, reverse=True)


def test_a_demo_in_the_folder_leaves_no_other_file(demo: Demo) -> None:
    names = {path.name for path in demo.folder.iterdir()}
    assert names == {*PEOPLE, LAPTOP, FOLDER, FILES, LOST, SIGNED, RECORDS, "state"}
    assert all(path.suffix == ".peerlog" for path in Path(demo.folder / FOLDER).iterdir())
