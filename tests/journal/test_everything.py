"""Leaving with everything: nothing is left behind, nothing that opens a journal is in it, and it is whole or absent."""

from __future__ import annotations

import json
import os
import shutil
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.journal.conftest import SetClock
from tests.journal.sharing import meet
from tests.played import Demo
from tests.prebuilt import honest_but_quick
from tests.privacy.canary import CANARY, files_in, spellings, traces

from peerlog.domain.entry import Draft
from peerlog.domain.selection import Selection
from peerlog.errors import Refused
from peerlog.export import markdown, own_json
from peerlog.journal import evidence
from peerlog.journal.cpd.activities import count_it
from peerlog.journal.cpd.memberships import keep_to
from peerlog.journal.cpd.writing_record import answer, record_meant
from peerlog.journal.everything import signed, writing
from peerlog.journal.everything.place import cautions_for, place_for_everything
from peerlog.journal.everything.writing import write_everything
from peerlog.journal.exporting import all_entries, export_chunks
from peerlog.journal.home import Home, config_folder
from peerlog.journal.importing import read_source, take_in
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock
from peerlog.vault import copies

PDF = b"%PDF-1.7\n" + bytes(600_000)


@pytest.fixture
def full(journal: Journal, tmp_path: Path) -> Journal:
    """Entries in two spaces with parts, versions, files, a draft, a record, and something in the trash."""
    note = journal.entries.add("note", {"title": "A course", "text": "First words"})
    journal.entries.change(note.id, {"text": "Second words"})
    keep_to(journal, "generic")
    count_it(journal, note.id, 60)
    answer(journal, record_meant(journal), "year", "I ask before I advise.")
    goal = journal.entries.add("goal", {"title": "Chair well"}, space=meet(journal))
    journal.entries.add("check-in", {"level": 4, "parent": goal.id})
    journal.entries.add("feedback", {"text": "from long ago", "when": "0999-01-01T00:00:00Z"})
    for name, data in (("con.pdf", PDF), ("con (2).pdf", PDF + b"x")):
        (tmp_path / name).write_bytes(data)
        evidence.keep(journal, note.id, tmp_path / name)
    gone = evidence.keep(journal, goal.id, tmp_path / "con.pdf")[0]
    evidence.remove(journal, gone.id)
    journal.entries.keep_draft(Draft("d" * 32, "note", {"text": "half a thou"}, journal.time.stamp()))
    journal.entries.delete(journal.entries.add("note", {"text": "thrown away"}).id)
    return journal


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_nothing_is_left_behind(full: Journal, tmp_path: Path) -> None:
    own = config_folder() / "requirements"
    own.mkdir(parents=True)
    (own / "choir.toml").write_text("label = 'x'")
    (config_folder() / "settings.toml").write_text("theme = ''")
    (config_folder() / "secret.key").write_text("not ours to take")
    (own / "link.toml").symlink_to(config_folder() / "secret.key")
    told: list[tuple[int, int]] = []
    written = write_everything(full, tmp_path / "out", lambda *said: told.append(said))
    out = written.path
    document = read(out / "journal.json")
    jsonschema.validate(document, json.loads(own_json.schema()))
    everything = {each.id for each in all_entries(full, Selection())}
    assert {each["id"] for each in document["entries"]} == everything
    assert Counter(each["kind"] for each in document["entries"]) == {
        "note": 1, "membership": 1, "activity": 1, "record": 1, "answer": 1, "goal": 1, "check-in": 1, "feedback": 1,
    }  # fmt: skip
    pages = list((out / "markdown").rglob("*.md"))
    assert len(pages) == len(everything)
    assert {path.relative_to(out).parts[1] for path in pages} == {"private", "with-sam"}
    assert (out / "markdown" / "private" / "0999").is_dir()
    versions = read(out / "earlier-versions.json")["versions"]
    assert [each["fields"].get("text") for each in versions if each["kind"] == "note"] == ["First words"]
    (draft,) = read(out / "unfinished.json")["unfinished"]
    assert draft["fields"] == {"text": "half a thou"}
    listed = read(out / "files" / "evidence.json")["files"]
    assert sorted(each["sha256"] for each in listed) == sorted(sha256(data).hexdigest() for data in (PDF, PDF + b"x"))
    assert all(sha256((out / "files" / each["file"]).read_bytes()).hexdigest() == each["sha256"] for each in listed)
    assert {path.name for path in (out / "records").iterdir()} == {
        "cpd-record-generic-2026.html", "cpd-record-generic-2026.json", "record.schema.json",
    }  # fmt: skip
    assert {path.name for path in files_in([out / "own"])} == {"settings.toml", "choir.toml"}
    said = (out / "README.txt").read_text(encoding="utf-8")
    assert "NOTHING IN HERE IS ENCRYPTED" in said
    assert "8 entries, private and shared" in said
    assert b"thrown away" not in b"".join(path.read_bytes() for path in files_in([out]))
    assert [each.path for each in copies.copies_made(full.private)] == [out]
    assert written.damaged == written.left_out == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_only_its_owner_may_read_it(full: Journal, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        written = write_everything(full, tmp_path / "out")
    finally:
        os.umask(before)
    assert written.warnings == ()
    for path in (tmp_path / "out", *(tmp_path / "out").rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_it_is_taken_in_again_by_another_journal(full: Journal, tmp_path: Path, built_vault: Path) -> None:
    from tests import prebuilt

    out = write_everything(full, tmp_path / "out").path
    with unlock(prebuilt.place(built_vault, Home(tmp_path / "new", tmp_path / "s")), prebuilt.PASSPHRASE) as other:
        take_in(other, read_source(other, "json", out / "journal.json"))
        assert other.entries.count(Selection(with_parts=True)) == 8


def test_what_is_damaged_is_left_out_and_named(full: Journal, tmp_path: Path) -> None:
    file = evidence.all_files(full)[0]
    with full.private.write():
        full.private.run("UPDATE kept_chunk SET data = zeroblob(9) WHERE file = ?", (bytes.fromhex(file.id),))
    written = write_everything(full, tmp_path / "out")
    assert written.damaged == (file.name,)
    assert file.name in (tmp_path / "out" / "README.txt").read_text(encoding="utf-8")
    assert len(read(tmp_path / "out" / "files" / "evidence.json")["files"]) == 1


def test_it_is_whole_or_not_there(full: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "write_signed", full_disk)
    with pytest.raises(Refused, match="no space left"):
        write_everything(full, tmp_path / "out")
    assert not list(tmp_path.glob("*out*"))
    assert copies.copies_made(full.private) == []


def test_what_a_killed_one_leaves_is_noted(full: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []

    def as_if_killed_here(journal: Journal, folder: Path) -> signed.SignedWritten:
        seen.extend((*(each.path for each in copies.copies_made(journal.private)), folder.parent))
        return signed.SignedWritten()

    monkeypatch.setattr(writing, "write_signed", as_if_killed_here)
    written = write_everything(full, tmp_path / "out")
    noted, begun = seen
    assert noted == begun != written.path
    assert [each.path for each in copies.copies_made(full.private)] == [written.path]


def test_what_is_in_the_trash_stays_there_with_what_was_begun_of_it(full: Journal, tmp_path: Path) -> None:
    gone = full.entries.add("note", {"text": f"{CANARY} in the trash"})
    full.entries.change(gone.id, {"text": f"{CANARY} once more"})
    full.entries.keep_draft(
        Draft("e" * 32, "note", {"text": f"{CANARY} half"}, full.time.stamp(), entry=gone.id, base=2)
    )
    full.entries.delete(gone.id)
    written = write_everything(full, tmp_path / "out")
    assert not traces([written.path])
    assert written.counts["unfinished"] == 1


def test_a_note_that_was_to_have_erased_itself_is_not_in_it(full: Journal, clock: SetClock, tmp_path: Path) -> None:
    vent = full.entries.add("note", {"text": CANARY, "vent": True, "erase_on": "2026-11-22"})
    full.entries.change(vent.id, {"text": f"{CANARY} again"})
    (tmp_path / "kept.txt").write_text(CANARY)
    evidence.keep(full, vent.id, tmp_path / "kept.txt")
    before = write_everything(full, tmp_path / "before")
    assert traces([before.path]), "until its day it is there"
    clock.forward(days=3)
    assert not traces([write_everything(full, tmp_path / "after").path])
    assert CANARY not in "".join(export_chunks(full, "json", Selection()))
    assert full.entries.find(vent.id), "the export erases nothing by itself"


def test_entries_whose_ids_begin_alike_get_a_file_each(
    full: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markdown, "filename", lambda entry: "same-0123456789ab.md")
    written = write_everything(full, tmp_path / "out")
    files = list((written.path / "markdown").rglob("*.md"))
    assert len(files) == written.counts["markdown"] == written.counts["entries"]


def test_a_place_that_does_not_fit_is_refused(full: Journal, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "x").touch()
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "taken")
    vault = full.vault.folder
    bad = ["taken", "file", "link", "no/folder", "../out", "con", "a:b"]
    for path in [*(tmp_path / each for each in bad), vault / "out", vault.parent / "out"]:
        with pytest.raises(Refused):
            place_for_everything(full, path)
    (tmp_path / "empty").mkdir(mode=0o755)
    write_everything(full, tmp_path / "empty")
    assert (tmp_path / "empty" / "journal.json").is_file()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_who_else_gets_at_a_place_is_said_first(tmp_path: Path) -> None:
    for name, mode, said in (("Dropbox", 0o700, "Dropbox"), ("open", 0o777, "can move"), ("mine", 0o755, "")):
        (tmp_path / name).mkdir()
        (tmp_path / name).chmod(mode)
        found = cautions_for(tmp_path / name / "out")
        assert said in " ".join(found)
        assert bool(said) == bool(found)
        assert list((tmp_path / name).iterdir()) == []


def test_names_that_are_taken_get_a_number() -> None:
    taken: set[str] = set()
    assert [signed.free_name(each, taken) for each in ("a", "A", "a")] == ["a", "A-2", "a-3"]


def test_the_demo_leaves_whole_and_without_what_opens_it(demo: Demo, tmp_path: Path) -> None:
    home = Home(tmp_path / "kim", tmp_path / "state")
    shutil.copytree(demo.folder / "kim", home.data)
    shutil.copytree(demo.folder / "state", home.state)
    from peerlog.demo.story import PEOPLE

    with honest_but_quick(), unlock(home, PEOPLE["kim"].passphrase) as journal:
        written = write_everything(journal, tmp_path / "out")
        secrets = [journal.vault.key(name) for name in journal.spaces]
        for space in journal.spaces.values():
            for seed, identity in space.rows("SELECT seed, identity FROM device WHERE own = 1"):
                secrets += [bytes(each).hex() for each in (seed, identity) if each]
        everything = journal.entries.count(Selection(with_parts=True))
        devices = journal.entries.count(Selection(kinds=frozenset({"device"}), with_parts=True))
    jsonschema.validate(read(written.path / "journal.json"), json.loads(own_json.schema()))
    assert written.counts["entries"] == written.counts["markdown"] == everything - devices
    assert written.counts["signed"] == 2
    data = b"".join(path.read_bytes() for path in files_in([written.path]))
    assert len(secrets) > 3
    for secret in [*secrets, PEOPLE["kim"].passphrase]:
        assert not [how for how, spelt in spellings(secret).items() if spelt in data]
    for raw in map(bytes.fromhex, secrets):
        assert raw not in data
        assert not any(b64encode(b"\0" * shift + raw)[4:-4] in data for shift in range(3))
