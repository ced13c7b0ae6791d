"""A record on its way out: every page looked at, other names, a file, the clipboard, and that it was handed in."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import Stage, on, said, shown, typed
from tests.tui.snapshot import picture
from textual.pilot import Pilot

from peerlog.domain.identifying.finding import Finding
from peerlog.journal.cpd.activities import count_it
from peerlog.journal.cpd.memberships import keep_to
from peerlog.journal.cpd.record_files import pages_of
from peerlog.journal.cpd.record_leaving import Leaving
from peerlog.journal.cpd.records import begin_record, records
from peerlog.journal.cpd.writing_record import answer, choose, fields_in_order, prepared
from peerlog.journal.journal import Journal
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.carrying import CarryScreen
from peerlog.tui.screens.confirm import ConfirmScreen
from peerlog.tui.screens.export_record import ExportRecordScreen
from peerlog.tui.screens.names_leaving import NamesScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.record_preview import RecordPreviewScreen, names_said

CANARY = "Xq7canary"


def write_a_record(journal: Journal) -> str:
    """A record of two entries, beside one that was left out and one that does not count; its id."""
    membership = keep_to(journal, "generic")
    ids = []
    for day, title, text in (
        (2, "Talk", "Ada Obi and I spoke at Leeds Library.\n\nI asked first."),
        (9, "Course", "Ada says: write to ada@example.org."),
        (10, CANARY, CANARY),
    ):
        fields = {"title": title, "text": text, "when": f"2026-11-{day:02}T09:00:00+00:00[Europe/Dublin]"}
        ids.append(journal.entries.add("note", fields).id)
        count_it(journal, ids[-1], 60)
    journal.entries.add("meeting", {"people": f"Ada Obi, {CANARY}", "text": CANARY})
    record = begin_record(journal, membership)
    answer(journal, record, "year", "I ask before I advise.")
    return choose(journal, record, ids[:2], only=True).id


async def open_it(pilot: Pilot[object]) -> None:
    await typed(pilot, "r")
    assert on(pilot.app, PageScreen)


async def test_every_page_is_read_before_it_leaves(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    with stage.open() as journal:
        write_a_record(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await open_it(pilot)
        await typed(pilot, "p")
        assert on(app, RecordPreviewScreen)
        assert await picture(pilot) == screen_snapshot
        pages = str(app.screen.query_one("#text-page-text").render())

        def look(journal: Journal) -> str:
            return pages_of(prepared(journal, records(journal)[0]))

        for line in (await app.ask(look) or "").split("\n"):
            words = line.lstrip("#- ")
            if not line.startswith("|"):
                assert words.replace("\\", "") in pages
        assert CANARY not in pages
        await typed(pilot, "o", "enter")
        pages = str(app.screen.query_one("#text-page-text").render())
        assert "Colleague A and I spoke at Library A." in pages
        assert "all have another name here" in pages
        assert "Ada" not in pages


def test_one_name_is_spoken_of_as_one() -> None:
    ada = Finding("person", "Ada", ("Ada",), ("Log 1",), 1)
    for chosen, as_what in ((None, "it stands as it is"), ({"Ada": "Colleague A"}, "it has another name here")):
        (line,) = names_said(Leaving(None, None, (ada,), {}, "", chosen))  # type: ignore[arg-type]
        assert line.plain == f"1 name or address could tell who it is about; {as_what}. o shows it."


async def test_names_are_kept_or_given_others(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    with stage.open() as journal:
        write_a_record(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await open_it(pilot)
        await typed(pilot, "p", "o")
        assert on(app, NamesScreen)
        await typed(pilot, "e", "ctrl+u", "my mentor", "enter", "j", "j", " ")
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "enter")
        pages = str(app.screen.query_one("#text-page-text").render())
        assert "my mentor and I spoke at Library A." in pages
        assert "write to ada@example.org" in pages
        await typed(pilot, "o")
        assert "stays as it is" in shown(app)
        await typed(pilot, "+", "nobody", "enter")
        assert "That stands nowhere in the record." in shown(app)
        await typed(pilot, "ctrl+u", "talk", "enter", "ctrl+u", "Meeting", "enter", "enter")
        pages = str(app.screen.query_one("#text-page-text").render())
        assert "1. Meeting" in pages
        assert "Talk" not in pages
        await typed(pilot, "o", "a")
        assert "stays as it is" not in shown(app)
        await typed(pilot, "a", "enter")
        assert "Ada Obi and I spoke at Leeds Library." in str(app.screen.query_one("#text-page-text").render())
        assert isinstance(app, PeerlogApp)
        app.lock()
        await typed(pilot)
        assert app.names_in(await stage_record(stage)) is None


async def stage_record(stage: Stage) -> str:
    with stage.open() as journal:
        return records(journal)[0].id


async def test_a_file_is_written_after_what_there_is_to_know(stage: Stage, tmp_path: Path) -> None:
    with stage.open() as journal:
        write_a_record(journal)
    (own := tmp_path / "own").mkdir(mode=0o700)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await open_it(pilot)
        await typed(pilot, "E", "enter")
        assert on(app, ExportRecordScreen)
        await typed(pilot, "ctrl+u", f"{own}/../x.md", "enter")
        assert "“..”" in said(app)[0]
        await typed(pilot, "ctrl+u", f"{own}/con.md", "enter")
        assert "Windows keeps that name" in said(app)[0]
        assert list(own.iterdir()) == []
        await typed(pilot, "ctrl+u", f"{own}/r.md")
        assert "▸ Markdown" in shown(app)
        await typed(pilot, "up")
        assert "r.html" in shown(app)
        await typed(pilot, "down", "enter")
        assert on(app, PageScreen)
        assert f"It is in {own}/r.md, not encrypted." in " ".join(said(app)[0].split())
        written = (own / "r.md").read_text(encoding="utf-8")
        assert "Colleague A and I spoke at Library A." in written
        assert CANARY not in written
        own.chmod(0o755)
        await typed(pilot, "E", "a", "enter", "ctrl+u", f"{own}/r.md", "enter")
        assert on(app, ConfirmScreen)
        assert "There is a “r.md” already." in shown(app)
        await typed(pilot, "escape")
        assert (own / "r.md").read_text(encoding="utf-8") == written
        await typed(pilot, "enter", "y")
        assert "Ada Obi and I spoke" in (own / "r.md").read_text(encoding="utf-8")
        await typed(pilot, "E", "enter", "ctrl+u", str(own), "enter")
        assert "Write it there all the same?" in shown(app)
        assert "Other people on this machine can look into" in shown(app)
        await typed(pilot, "y")
        assert (own / "cpd-record-generic-2026.pdf").read_bytes().startswith(b"%PDF")


async def test_one_key_carries_a_field_across(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    with stage.open() as journal:
        record = journal.entries.get(write_a_record(journal))
        expected = [place.field.text for place in fields_in_order(prepared(journal, record))]
    app = stage.app()
    copied: list[str] = []
    monkeypatch.setattr(app, "copy_to_clipboard", copied.append)
    async with stage.opened(app, tab="cpd") as pilot:
        await open_it(pilot)
        await typed(pilot, "y", "a", "enter")
        assert "a clipboard manager" in " ".join(shown(app).split())
        assert copied == []
        await typed(pilot, "y")
        assert on(app, CarryScreen)
        await typed(pilot, "enter", "j", "k", "enter")
        assert copied == expected[:2]
        assert f"3 of {len(expected)}" in shown(app)
        await typed(pilot, "escape")
        assert copied[2:] == [" "]
        await typed(pilot, "y", "enter", "y", *["enter"] * (len(expected) - 2))
        assert "That was the last field." in shown(app)
        assert copied == [*expected[:2], " ", *expected[2:]]
        assert CANARY not in repr(copied)
        await typed(pilot, "enter")
        assert on(app, PageScreen)
        assert copied[-1] == " "


async def test_the_clipboard_is_emptied_when_the_journal_is_locked(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with stage.open() as journal:
        write_a_record(journal)
    app = stage.app()
    copied: list[str] = []
    monkeypatch.setattr(app, "copy_to_clipboard", copied.append)
    async with stage.opened(app, tab="cpd") as pilot:
        await open_it(pilot)
        await typed(pilot, "y", "enter", "y", "enter", "ctrl+l")
        assert not app.session.is_open
        assert len(copied) == 2
        assert copied[-1] == " "


async def test_the_day_on_which_it_was_handed_in(stage: Stage) -> None:
    with stage.open() as journal:
        write_a_record(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await open_it(pilot)
        await typed(pilot, "H", "ctrl+u", "tomorrow", "enter")
        assert "That day has not come yet." in shown(app)
        await typed(pilot, "ctrl+u", "yesterday", "enter")
        assert "Handed in on 20 November 2026" in shown(app)
        await typed(pilot, "H")
        assert on(app, PageScreen)
        assert "R reopens it" in said(app)[0]
        await typed(pilot, "u")
        assert "Handed in on" not in shown(app)
        (record,) = await app.ask(records) or []
        assert (record.state, record.line("handed_on")) == ("open", "")
