"""Having an entry signed by somebody outside, in the app."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, Stage, StillClock, on, said, settled, shown, typed
from tests.tui.snapshot import picture

from peerlog.domain.entry import Entry
from peerlog.journal.countersigning.countersignatures import Countersigned, countersignatures_of
from peerlog.journal.countersigning.signing_for_others import read_request_file, sign_for, write_answer
from peerlog.tui.screens.ask_to_sign import AskForm
from peerlog.tui.screens.meanings import MeaningScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.signature_words import SignatureWordsScreen
from peerlog.tui.screens.take_file import TakeFileScreen
from peerlog.tui.screens.where_to import WhereToScreen

ANN = {
    "name": "Ann Lee",
    "role": "librarian",
    "organisation": "Leeds City Libraries",
    "email": "ann@example.org",
    "relationship": "colleague",
}


@pytest.fixture
def there(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody's own folder."""
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture
def entry(empty: Stage) -> Entry:
    with empty.open() as journal:
        text = "I let the first presenter run twelve minutes over."
        return journal.entries.add("note", {"title": "Chairing a set", "text": text, "minutes": 45})


def found(stage: Stage, entry: Entry) -> list[Countersigned]:
    with stage.open() as journal:
        return countersignatures_of(journal, entry.id)


def answer(there: Path) -> None:
    (file,) = there.glob("to-sign-*.peerlog")
    signed = sign_for(read_request_file(file), ANN, StillClock(), contact=True)
    write_answer(signed, there / "back.peerlog")


async def test_the_whole_way(empty: Stage, entry: Entry, there: Path, screen_snapshot: SnapshotAssertion) -> None:
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter", ".", "ask for a sig", "enter")
        assert on(app, MeaningScreen)
        await typed(pilot, "down", "enter")
        assert on(app, AskForm)
        await typed(pilot, "f5")
        assert said(app) == ["Say who is to sign.\nThe file names them."]
        await typed(pilot, "Ann Lee", "f5")
        assert on(app, WhereToScreen)
        for words in ("Exactly this, for Ann Lee", "run twelve minutes over.", "name, role, organisation"):
            assert words in shown(app)
        await typed(pilot, "escape")
        assert on(app, AskForm)
        await typed(pilot, "f5", "enter")
        assert [each.state for each in found(empty, entry)] == ["asked"]
        assert "I read it, Ann Lee" in shown(app)

        answer(there)
        await typed(pilot, "ctrl+p", "a signature came", "enter", "back.peerlog", "enter")
        assert on(app, PageScreen)
        for words in ("has not been established", "Leeds City Libraries", "compare eight words"):
            assert words in shown(app)
        await typed(pilot, "down", "enter")
        assert on(app, SignatureWordsScreen)
        await typed(pilot, "s")
        assert "you know whose key it is" in shown(app)
        assert [each.state for each in found(empty, entry)] == ["established"]
        await typed(pilot, ".", "write it out", "enter", "enter")
        assert (there / "signed-item" / "VERIFY.txt").exists()
        await typed(pilot, "escape")
        app.clear_notifications()
        assert await picture(pilot) == screen_snapshot


async def test_words_that_differ_take_it_away(empty: Stage, entry: Entry, there: Path) -> None:
    from peerlog.journal.countersigning.asking_to_sign import ask_to_sign, meanings, to_ask

    with empty.open() as journal:
        ask_to_sign(journal, to_ask(journal, entry.id, meanings()[1], "Ann Lee"), there)
    answer(there)
    app = empty.app()
    async with empty.opened(app, tab="together") as pilot:
        await typed(pilot, "f")
        assert on(app, TakeFileScreen)
        app.screen.query_one("#take-path").value = str(there / "back.peerlog")  # type: ignore[attr-defined]
        await typed(pilot, "enter")
        assert on(app, PageScreen)
        await typed(pilot, "e")
        assert on(app, PageScreen)
        await typed(pilot, ".", "compare words", "enter", "d", "y")
        assert "asked Ann Lee" in shown(app).replace("Asked", "asked")
        assert [each.state for each in found(empty, entry)] == ["asked"]


async def test_a_file_that_asks_says_how_it_is_signed(empty: Stage, entry: Entry, there: Path) -> None:
    from peerlog.journal.countersigning.asking_to_sign import ask_to_sign, meanings, to_ask

    with empty.open() as journal:
        file = ask_to_sign(journal, to_ask(journal, entry.id, meanings()[0], "Ann"), there).path
    app = empty.app()
    async with empty.opened(app, tab="together") as pilot:
        await typed(pilot, "f")
        app.screen.query_one("#take-path").value = str(file)  # type: ignore[attr-defined]
        await typed(pilot, "enter")
        assert ["“peerlog sign” in a terminal" in each for each in said(app)] == [True]


async def test_by_hand(empty: Stage, entry: Entry, there: Path, screen_snapshot: SnapshotAssertion) -> None:
    app = empty.app()
    async with empty.opened(app, size=LARGE, tab="journal") as pilot:
        await typed(pilot, "enter", ".", "page to sign", "enter", "enter", "Ann Lee", "f5")
        assert await picture(pilot) == screen_snapshot
        app.screen.query_one("#where-path").value = "~/page.html"  # type: ignore[attr-defined]
        await typed(pilot, "enter")
        assert "This took place as it is described here." in (there / "page.html").read_text(encoding="utf-8")
        (there / "scan.pdf").write_bytes(b"%PDF-1.7\n" + bytes(200))
        await typed(pilot, ".", "scan of", "enter", "enter", "scan.pdf", "enter")
        await settled(pilot)
        assert [each.state for each in found(empty, entry)] == ["on-paper"]
        assert "not verified" in shown(app)
        assert "scan.pdf" in shown(app)
