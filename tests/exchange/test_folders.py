"""Through a folder: names, copies, what was seen, what is confirmed, and what goes wrong with disks."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from tests.exchange.crew import opened
from tests.exchange.meeting import Peer

from peerlog.errors import Refused
from peerlog.exchange import update_files, update_writer
from peerlog.exchange.bundle import Carried, Manifest, write_bundle
from peerlog.exchange.enrolling import enrol_anew
from peerlog.exchange.evidence import all_evidence
from peerlog.journal.circle.circles import Circle, read_circle
from peerlog.journal.shared.whats_new import news
from peerlog.journal.updates.arrived_words import what_arrived
from peerlog.journal.updates.exchanging import (
    Arrived,
    arrived_files,
    arrived_in_folder,
    names_in_folder,
    preview,
    refused_before,
    send,
    tidy_folder,
    use_folder,
    waiting_in_folder,
)
from peerlog.vault.check_entries import check_entries


@dataclass
class Pair:
    """Two who exchange through one folder."""

    kim: Peer
    sam: Peer
    folder: Path

    def circle(self, peer: Peer) -> Circle:
        return read_circle(peer.space)

    def send(self, peer: Peer) -> list[str]:
        return [each.path.name for each in send(peer.journal, preview(peer.journal, self.circle(peer)))]

    def take_in(self, peer: Peer, *, retry: bool = False) -> list[Arrived]:
        return arrived_in_folder(peer.journal, self.circle(peer), retry=retry)

    @property
    def names(self) -> list[str]:
        return sorted(each.name for each in self.folder.iterdir())


@pytest.fixture
def pair(crews: Path, tmp_path: Path) -> Iterator[Pair]:
    folder = tmp_path / "Sync"
    folder.mkdir()
    with opened(crews, 2) as (kim, sam):
        for peer in (kim, sam):
            use_folder(peer.journal, read_circle(peer.space), folder)
        found = Pair(kim, sam, folder)
        for sender, reader in ((kim, sam), (sam, kim)):
            found.send(sender)
            found.take_in(reader)
        yield found


def test_a_folder_carries_what_one_writes(pair: Pair) -> None:
    note = pair.kim.write(text="Ask before advising.")
    pair.send(pair.kim)
    (arrived,) = pair.take_in(pair.sam)
    assert (arrived.sender, arrived.member and arrived.member.established) == ("Kim", "met")
    assert pair.sam.read(note)["text"] == "Ask before advising."
    assert pair.take_in(pair.sam) == []


def test_copies_and_halves_are_passed_over(pair: Pair) -> None:
    note = pair.kim.write(text="Whole.")
    (name,) = pair.send(pair.kim)
    whole = (pair.folder / name).read_bytes()
    (pair.folder / name).write_bytes(whole[:-40])
    stem = name.removesuffix(".peerlog")
    (pair.folder / f"{stem}.sync-conflict-20261121-091200-ABCDEFG.peerlog").write_bytes(whole)
    (pair.folder / f".syncthing.{name}.tmp").write_bytes(whole[:100])
    (pair.folder / "holiday.jpg").write_bytes(b"not an update")
    assert pair.take_in(pair.sam) == []
    assert pair.sam.journal.entries.find(note) is None
    (pair.folder / name).write_bytes(whole)
    assert [each.name for each in pair.take_in(pair.sam)] == [name]


def test_what_everybody_has_is_taken_away(pair: Pair) -> None:
    pair.kim.write(text="One.")
    (mine,) = pair.send(pair.kim)
    assert pair.take_in(pair.sam)
    pair.sam.write(text="Two.")
    pair.send(pair.sam)
    pair.take_in(pair.kim)
    assert mine in tidy_folder(pair.kim.journal, pair.circle(pair.kim))
    assert mine not in pair.names
    assert tidy_folder(pair.sam.journal, pair.circle(pair.sam)) != [mine]
    assert pair.take_in(pair.sam) == []


def test_an_update_mailed_under_another_name_is_nothing_to_take_away(pair: Pair, tmp_path: Path) -> None:
    pair.kim.write(text="By mail.")
    circle = pair.circle(pair.kim)
    (sent,) = send(pair.kim.journal, preview(pair.kim.journal, circle), tmp_path / "for-sam.peerlog")
    pair.sam.receive(sent.path.read_bytes())
    pair.sam.write(text="Thanks.")
    pair.send(pair.sam)
    pair.take_in(pair.kim)
    tidy_folder(pair.kim.journal, circle)
    assert sent.path.exists()


def test_what_waits_is_counted_without_being_opened(pair: Pair) -> None:
    pair.kim.write(text="One.")
    pair.send(pair.kim)
    circle = pair.circle(pair.sam)
    names = names_in_folder(str(pair.folder), pair.sam.space.id)
    assert waiting_in_folder(pair.sam.journal, circle, names) == 1
    pair.take_in(pair.sam)
    assert waiting_in_folder(pair.sam.journal, circle, names) == 0
    assert names_in_folder(str(pair.folder / "elsewhere"), pair.sam.space.id) == []


def test_a_refused_file_is_told_of_once_and_tried_again_when_asked(pair: Pair) -> None:
    junk = update_files.update_name(pair.sam.space.id, "somebody", 9, b"junk")
    (pair.folder / junk).write_bytes(b"junk")
    (told,) = pair.take_in(pair.sam)
    assert told.name == junk
    assert str(told.problem) == "This file is not an update."
    assert pair.take_in(pair.sam) == []
    assert refused_before(pair.sam.journal, pair.circle(pair.sam)) == {junk: "This file is not an update."}
    assert [each.name for each in pair.take_in(pair.sam, retry=True)] == [junk]
    (pair.folder / junk).unlink()
    pair.take_in(pair.sam)
    assert refused_before(pair.sam.journal, pair.circle(pair.sam)) == {}


def test_a_folder_that_is_not_there_is_said(pair: Pair) -> None:
    pair.folder.rename(pair.folder.with_name("Moved"))
    with pytest.raises(Refused, match="is not there"):
        pair.take_in(pair.sam)
    pair.kim.write(text="Waits.")
    with pytest.raises(Refused, match="is not there"):
        pair.send(pair.kim)
    assert pair.kim.space.rows('SELECT count(*) FROM change WHERE text LIKE \'%"kind":"note"%\'') == [(0,)]
    with pytest.raises(Refused, match="is not there"):
        use_folder(pair.kim.journal, pair.circle(pair.kim), pair.folder / "elsewhere")


@pytest.mark.parametrize("trouble", [errno.ENOSPC, errno.EROFS, None], ids=["disk full", "read-only", "killed"])
def test_what_was_signed_and_not_written_leaves_next_time(
    pair: Pair, monkeypatch: pytest.MonkeyPatch, trouble: int | None
) -> None:
    note = pair.kim.write(text="Nothing of this gets lost.")
    error = OSError(trouble, "refused") if trouble else KeyboardInterrupt()
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", lambda *_: _raise(error))
        with pytest.raises((Refused, KeyboardInterrupt)):
            pair.send(pair.kim)
    changes = pair.kim.space.rows("SELECT count(*) FROM change")
    assert [name for name in pair.names if name.endswith(".new")] == []
    shown = preview(pair.kim.journal, pair.circle(pair.kim))
    assert shown.is_due
    assert shown.leaving == ()
    send(pair.kim.journal, shown)
    assert pair.kim.space.rows("SELECT count(*) FROM change") == changes
    assert not preview(pair.kim.journal, pair.circle(pair.kim)).is_due
    pair.take_in(pair.sam)
    assert pair.sam.read(note)["text"] == "Nothing of this gets lost."


def _raise(error: BaseException) -> None:
    raise error


def test_a_copy_with_new_keys_sends_what_was_begun_under_the_old(pair: Pair) -> None:
    note = pair.kim.write(text="Begun before the move.", tags=("moving",))
    with pair.kim.space.write():
        pair.kim.space.add_device(pair.kim.now)
        enrol_anew(pair.kim.space, pair.kim.now)
    pair.kim.change(note, title="Moved")
    pair.send(pair.kim)
    (arrived,) = pair.take_in(pair.sam)
    assert arrived.news == (
        "Kim has one more device.",
        "Kim no longer uses one of the devices that you know: nothing new from it counts.",
    )
    assert pair.sam.read(note) == pair.kim.read(note)
    found = check_entries(pair.sam.space, "With Kim", lambda: None)
    assert [finding.sentence for finding in found if finding.severity == "problem"] == []


def test_what_a_partner_signed_wrongly_is_kept_as_evidence(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    note = pair.kim.write(text="Signed over another text.")
    with monkeypatch.context() as patch:
        patch.setattr(update_writer, "write_bundle", _with_other_words)
        pair.send(pair.kim)
    before = pair.sam.space.rows("SELECT count(*) FROM change")
    (refused,) = pair.take_in(pair.sam)
    assert str(refused.problem) == "This update holds words that are not those which were signed."
    assert pair.sam.space.rows("SELECT count(*) FROM change") == before
    assert pair.sam.journal.entries.find(note) is None
    (kept,) = [each for each in all_evidence(pair.sam.space) if each.what == "refused update"]
    shown = json.loads(kept.text)
    assert kept.device == json.loads(shown["manifest"])["device"]
    assert note in shown["edit"]


def _with_other_words(manifest: Manifest, carried: Iterable[Carried], *rest: Any) -> bytes:
    changed = [
        replace(each, values={name: (salt, '"Other words."') for name, (salt, _) in each.values.items()})
        for each in carried
    ]
    return write_bundle(manifest, changed, *rest)


def test_one_who_is_introduced_by_a_later_file_is_heard_at_once(pair: Pair) -> None:
    """The update of a copy that moved sorts before the one that introduces its new keys."""
    with pair.kim.space.write():
        pair.kim.space.add_device(pair.kim.now)
        enrol_anew(pair.kim.space, pair.kim.now)
    first = pair.kim.write(text="First.")
    (introduces,) = pair.kim.send()
    second = pair.kim.write(text="Second.")
    (plain,) = pair.kim.send()
    names = {"b.peerlog": introduces, "a.peerlog": plain}
    for name, file in names.items():
        (pair.folder / name).write_bytes(file)
    found = arrived_files(pair.sam.journal, [pair.folder])
    assert [each.name for each in found if each.is_new] == ["a.peerlog", "b.peerlog"]
    assert [each.name for each in found if each.problem] == []
    assert {pair.sam.read(each)["text"] for each in (first, second)} == {"First.", "Second."}


def test_what_came_is_told_person_by_person(pair: Pair) -> None:
    note = pair.kim.write(title="Sets", text="Ask.")
    goal = pair.kim.write("goal", title="Chair well")
    pair.send(pair.kim)
    pair.take_in(pair.sam)
    pair.kim.change(goal, title="Chair meetings well")
    pair.sam.change(goal, title="Chair the set well")
    pair.kim.journal.entries.delete(note)
    pair.kim.send()  # this one gets lost
    pair.kim.write(text="Another.")
    pair.send(pair.kim)
    (told,) = what_arrived(pair.sam.journal, pair.take_in(pair.sam))
    assert (told.who, told.updates) == ("Kim", 1)
    assert [(each.what, each.kind, each.two_versions) for each in told.brought] == [
        ("changed", "Goal", True),
        ("new", "Note", False),
        ("deleted", "Note", False),
    ]
    assert told.notices == ("One update of Kim's has not come; what was in it came with this one.",)


def test_ones_own_update_beside_theirs_leaves_what_they_wrote_new(pair: Pair) -> None:
    pair.kim.write("note", text="Twelve minutes is long.")
    pair.send(pair.kim)
    pair.sam.write("note", text="Ask before advising.")
    pair.send(pair.sam)
    arrived_files(pair.sam.journal, [pair.folder])
    told = [item.name for item in news(pair.sam.journal, pair.circle(pair.sam)).items]
    assert "Twelve minutes is long." in told


def test_a_folder_that_cannot_be_read_is_a_refusal(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_: Path) -> Iterator[Path]:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", closed)
    (refused,) = arrived_files(pair.kim.journal, [pair.folder])
    assert isinstance(refused.problem, Refused)
