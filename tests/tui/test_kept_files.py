"""Files kept with an entry, in the app: keeping one, looking at it, a copy of it, and taking it away."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, Stage, on, said, settled, shown, typed
from tests.tui.snapshot import picture

from peerlog.domain.entry import Entry
from peerlog.journal import evidence
from peerlog.tui.messages import EntryOpened
from peerlog.tui.screens.confirm import ConfirmScreen
from peerlog.tui.screens.keep_file import KeepFileScreen, dropped
from peerlog.tui.screens.kept_file import KeptFileScreen
from peerlog.tui.screens.page import PageScreen

PDF = b"%PDF-1.7\n" + bytes(1_249_991)


@pytest.fixture
def scan(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in somebody's own folder."""
    monkeypatch.setenv("HOME", str(home))
    path = home / "certificate.pdf"
    path.write_bytes(PDF)
    return path


def written(stage: Stage, kind: str = "note", *files: Path, **fields: str) -> Entry:
    with stage.open() as journal:
        entry = journal.entries.add(kind, fields)
        if files:
            evidence.keep(journal, entry.id, *files)
    return entry


def kept(stage: Stage, entry: Entry) -> list[str]:
    with stage.open() as journal:
        return [f"{file.name} {file.until}".strip() for file in evidence.of(journal, entry.id)]


async def test_a_file_is_kept_from_what_can_be_done_here(empty: Stage, scan: Path) -> None:
    entry = written(empty, title="A course on chairing", text="Ask first.")
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter", ".", "keep a file", "enter")
        assert on(app, KeepFileScreen)
        assert "A course on chairing" in shown(app)
        await typed(pilot, "cert", "tab", "enter")
        assert said(app) == ["“certificate.pdf” is kept with this. u takes that back."]
        assert "Kept with this" in shown(app)
        assert "certificate.pdf" in shown(app)
        assert kept(empty, entry) == ["certificate.pdf"]
        await typed(pilot, "u")
        assert kept(empty, entry) == []
        assert "Kept with this" not in shown(app)


async def test_what_cannot_be_kept_is_said_and_the_line_stays(empty: Stage, scan: Path) -> None:
    written(empty, text="A course")
    (scan.parent / "program.exe").write_bytes(b"MZ\x90\x00")
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter", ".", "keep a file", "enter", "program.exe", "enter")
        assert on(app, KeepFileScreen)
        assert "is of a type that is not kept" in said(app)[0]
        await typed(pilot, "escape")
        assert not on(app, KeepFileScreen)


async def test_on_a_page_it_is_opened_copied_dated_and_removed(empty: Stage, scan: Path) -> None:
    entry = written(empty, "goal", scan, title="Chair well")
    app = empty.app()
    async with empty.opened(app) as pilot:
        app.post_message(EntryOpened(entry.id))
        await settled(pilot)
        await typed(pilot, "enter")
        assert on(app, KeptFileScreen)
        assert "kept since Saturday 21 November 2026" in shown(app)
        await typed(pilot, "enter", "enter")
        assert on(app, ConfirmScreen), "the copy would lie where the file itself does"
        await typed(pilot, "n")
        await typed(pilot, *["backspace"] * len("certificate.pdf"), "copy.pdf", "enter")
        assert (scan.parent / "copy.pdf").read_bytes() == PDF
        assert on(app, PageScreen)
        await typed(pilot, "enter", "j", "enter", "17 nov 2031", "enter")
        assert kept(empty, entry) == ["certificate.pdf 2031-11-17"]
        await typed(pilot, "enter", "G", "k", "enter")
        assert kept(empty, entry) == []
        await typed(pilot, "u")
        assert kept(empty, entry) == ["certificate.pdf 2031-11-17"]


async def test_writing_over_a_file_only_after_a_question(empty: Stage, scan: Path) -> None:
    written(empty, "note", scan, text="A course")
    scan.write_bytes(b"something else")
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter", "tab", "enter", "enter", "enter")
        assert "There is a “certificate.pdf” already." in shown(app)
        assert scan.read_bytes() == b"something else"
        await typed(pilot, "y")
        assert scan.read_bytes() == PDF


async def test_what_they_look_like(empty: Stage, scan: Path, screen_snapshot: SnapshotAssertion) -> None:
    photo = scan.with_name("[b]flipchart.jpg")
    photo.write_bytes(b"\xff\xd8\xff" + bytes(3_399_997))
    written(empty, "reflection", scan, photo, title="A course on chairing", text="Ask first, advise later.")
    app = empty.app()
    async with empty.opened(app, size=LARGE, tab="journal") as pilot:
        await typed(pilot, "enter", "tab", "enter")
        assert await picture(pilot) == screen_snapshot


@pytest.mark.parametrize(
    ("line", "path"),
    [
        (" ~/a b.pdf ", "~/a b.pdf"),
        ("'/tmp/a b.pdf'", "/tmp/a b.pdf"),
        ('"C:\\a b.pdf"', "C:\\a b.pdf"),
        ("/tmp/a\\ b.pdf", "/tmp/a b.pdf"),
        ("C:\\ b.pdf", "C:\\ b.pdf"),
        ("'", "'"),
        ("", ""),
    ],
)
def test_a_path_that_was_dropped_on_the_terminal_is_read(line: str, path: str) -> None:
    assert dropped(line) == path
