"""Letting entries out: complete or not at all, over nothing that was there, and remembered."""

from __future__ import annotations

import csv
import json
import os
from datetime import date
from pathlib import Path

import pytest
from tests.journal.conftest import SetClock

from peerlog.domain.selection import Selection
from peerlog.errors import Busy, Refused
from peerlog.export import markdown
from peerlog.journal import exporting
from peerlog.journal.exporting import export_chunks, export_to
from peerlog.journal.journal import Journal
from peerlog.journal.safekeeping.erasing import erase
from peerlog.journal.synced import synced_by
from peerlog.vault import copies

EVERYTHING = Selection()


@pytest.fixture
def written(journal: Journal, clock: SetClock) -> Journal:
    """A journal with one entry of each kind and one in the trash."""
    for kind in ("note", "reflection", "goal", "meeting", "idea"):
        journal.entries.add(kind, {"title": f"A {kind} 李梅", "text": "Words.", "tags": ["all", kind]})
        clock.forward(days=1)
    journal.entries.add("page", {"template": "swot", "title": "Me", "page_strengths": "Patience\n\nand tea"})
    journal.entries.delete(journal.entries.add("note", {"text": "Gone"}).id)
    return journal


def left_behind(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.new")]


@pytest.mark.parametrize("format_", ["json", "csv", "markdown"])
def test_everything_goes_out(written: Journal, tmp_path: Path, format_: str) -> None:
    exported = export_to(written, format_, tmp_path / "out", EVERYTHING)
    assert exported.entries == 6
    assert exported.path == tmp_path / "out"
    assert left_behind(tmp_path) == []
    if format_ == "markdown":
        assert len(list((tmp_path / "out").glob("*.md"))) == 6
    elif format_ == "json":
        assert len(json.loads((tmp_path / "out").read_text(encoding="utf-8"))["entries"]) == 6
    else:
        with open(tmp_path / "out", encoding="utf-8", newline="") as file:
            assert len(list(csv.DictReader(file))) == 6


def test_with_the_trash(written: Journal, tmp_path: Path) -> None:
    assert export_to(written, "json", tmp_path / "out", EVERYTHING, with_trash=True).entries == 7


def test_a_selection_goes_out(written: Journal, tmp_path: Path) -> None:
    kinds = Selection(kinds=frozenset({"goal", "idea"}))
    assert export_to(written, "json", tmp_path / "kinds", kinds, with_trash=True).entries == 2
    days = Selection(since=date(2026, 11, 22), until=date(2026, 11, 23))
    assert export_to(written, "json", tmp_path / "days", days).entries == 2
    assert export_to(written, "json", tmp_path / "tags", Selection(tags=frozenset({"GOAL"}))).entries == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
@pytest.mark.parametrize("format_", ["json", "csv", "markdown"])
def test_only_its_owner_may_read_it(written: Journal, tmp_path: Path, format_: str) -> None:
    before = os.umask(0)
    try:
        exported = export_to(written, format_, tmp_path / "out", EVERYTHING)
    finally:
        os.umask(before)
    for path in (tmp_path / "out", *(tmp_path / "out").rglob("*")):
        assert path.stat().st_mode & 0o077 == 0
    assert exported.warnings == ()


@pytest.mark.parametrize("format_", ["json", "csv", "markdown"])
def test_nothing_is_written_over(written: Journal, tmp_path: Path, format_: str) -> None:
    target = tmp_path / "out"
    export_to(written, format_, target, EVERYTHING)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(Refused):
        export_to(written, format_, target, Selection(kinds=frozenset({"goal"})))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert export_to(written, format_, target, Selection(kinds=frozenset({"goal"})), force=True).entries == 1


def test_a_folder_of_somebody_s_own_keeps_what_is_in_it(written: Journal, tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text("mine", encoding="utf-8")
    export_to(written, "markdown", tmp_path, EVERYTHING, force=True)
    export_to(written, "markdown", tmp_path, EVERYTHING, force=True)
    assert (tmp_path / "own.md").read_text(encoding="utf-8") == "mine"
    assert len(list(tmp_path.glob("*.md"))) == 7


def test_an_empty_folder_will_do(written: Journal, tmp_path: Path) -> None:
    target = tmp_path / "empty"
    target.mkdir()
    assert export_to(written, "markdown", target, EVERYTHING).entries == 6


@pytest.mark.parametrize("format_", ["json", "markdown"])
def test_what_is_cut_short_leaves_nothing(
    written: Journal, tmp_path: Path, format_: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(exporting, "TELL_EVERY", 3)
    with pytest.raises(KeyboardInterrupt):
        export_to(written, format_, tmp_path / "out", EVERYTHING, on_progress=stop)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", exporting.FORMATS)
def test_what_a_killed_export_left_is_removed_by_the_next(written: Journal, tmp_path: Path, format_: str) -> None:
    target = tmp_path / "out [1]"
    (tmp_path / f".{target.name}.0123456789abcdef.new").mkdir()
    (tmp_path / f".{target.name}.0123456789abcdef.new" / "entry.md").write_text("words")
    (tmp_path / f".{target.name}.fedcba9876543210.new").write_text("words")
    (tmp_path / ".out 1.0123456789abcdef.new").write_text("somebody else's")
    export_to(written, format_, target, EVERYTHING)
    assert left_behind(tmp_path) == [".out 1.0123456789abcdef.new"]


def test_an_empty_journal_makes_an_empty_export(journal: Journal, tmp_path: Path) -> None:
    assert export_to(journal, "json", tmp_path / "out", EVERYTHING).entries == 0
    assert json.loads((tmp_path / "out").read_text(encoding="utf-8"))["entries"] == []


@pytest.mark.parametrize(("format_", "target"), [("json", "folder"), ("markdown", "file"), ("csv", "missing/out")])
def test_a_place_that_cannot_be_is_refused(written: Journal, tmp_path: Path, format_: str, target: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(Refused):
        export_to(written, format_, tmp_path / target, EVERYTHING, force=True)
    assert left_behind(tmp_path) == []


def test_an_export_is_remembered(written: Journal, tmp_path: Path) -> None:
    export_to(written, "json", tmp_path / "out.json", EVERYTHING)
    places = erase(written, [written.entries.page(EVERYTHING).entries[0].id])
    assert [place for place in places if str(tmp_path / "out.json") in place]


def test_what_is_written_but_not_remembered_is_told(
    written: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Busy("Another peerlog is writing to the journal.", "Try again in a moment.")

    monkeypatch.setattr(copies, "record_copy", refuse)
    with pytest.raises(Busy, match=r"6 entries were written to .*out, not encrypted, but the journal could not note"):
        export_to(written, "json", tmp_path / "out", EVERYTHING)
    assert len(json.loads((tmp_path / "out").read_text(encoding="utf-8"))["entries"]) == 6


def test_pieces_make_the_same_document(written: Journal, tmp_path: Path) -> None:
    export_to(written, "csv", tmp_path / "out", EVERYTHING)
    with open(tmp_path / "out", encoding="utf-8", newline="") as file:
        assert "".join(export_chunks(written, "csv", EVERYTHING)) == file.read()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_who_else_may_look_is_told(written: Journal, tmp_path: Path) -> None:
    shared = tmp_path / "Dropbox" / "notes"
    shared.mkdir(parents=True)
    (shared / "own.md").write_text("mine", encoding="utf-8")
    shared.chmod(0o755)
    warnings = export_to(written, "markdown", shared, EVERYTHING, force=True).warnings
    assert len(warnings) == 2
    assert "Other people on this machine" in warnings[0]
    assert "Dropbox" in warnings[1]


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("Dropbox/a", "Dropbox"),
        ("Dropbox (Personal)/a", "Dropbox"),
        ("OneDrive - Library/a/b", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("notes/a", None),
        ("megaphone/a", None),
    ],
)
def test_folders_that_are_copied_elsewhere_are_known_by_name(tmp_path: Path, path: str, service: str | None) -> None:
    assert synced_by(tmp_path / path) == service


def test_folders_that_are_copied_elsewhere_are_known_by_what_lies_in_them(tmp_path: Path) -> None:
    (tmp_path / "Sync" / ".stfolder").mkdir(parents=True)
    assert synced_by(tmp_path / "Sync" / "deep" / "out.json") == "Syncthing"


def test_entries_whose_ids_begin_alike_get_a_file_each(
    written: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever shares with one can make as many such ids as they like."""
    monkeypatch.setattr(markdown, "filename", lambda entry: "2026-01-01-same-0123456789ab.md")
    exported = export_to(written, "markdown", tmp_path / "out", EVERYTHING)
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert len(names) == exported.entries > 2
    assert {"2026-01-01-same-0123456789ab.md", "2026-01-01-same-0123456789ab-2.md"} <= names


@pytest.mark.skipif(os.name == "nt", reason="needs links that everybody may make")
def test_what_only_looks_like_something_left_behind_is_left_alone(written: Journal, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine").write_text("words")
    (tmp_path / ".out.0123456789abcdef.new").symlink_to(elsewhere)
    (tmp_path / ".out.draft of mine.new").write_text("words")
    export_to(written, "markdown", tmp_path / "out", EVERYTHING)
    assert (elsewhere / "mine").exists()
    assert sorted(left_behind(tmp_path)) == [".out.0123456789abcdef.new", ".out.draft of mine.new"]
