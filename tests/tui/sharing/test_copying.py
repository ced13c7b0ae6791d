"""Copying a part of a private entry: chosen, cut down, looked at, and only then copied."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import on, said, typed
from tests.tui.sharing.homes import Homes
from tests.tui.snapshot import picture

from peerlog.domain.entry import Entry
from peerlog.domain.selection import Selection
from peerlog.journal.circle.circles import circles
from peerlog.tui.screens.copy_preview import CopyPreviewScreen
from peerlog.tui.screens.cutting import CuttingScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.widgets.text_editor import TextEditor

TEXT = "The set took twelve minutes.\nI was cross, and Ann knows."


def _private(homes: Homes, **fields: object) -> None:
    with homes.kim.open() as journal:
        journal.entries.add("note", {"title": "A set that ran on", "text": TEXT, "tags": ("chairing",), **fields})


def _shared(homes: Homes) -> list[Entry]:
    with homes.kim.open() as journal:
        kinds = frozenset({"note"})
        return list(journal.entries.page(Selection(kinds=kinds, space=circles(journal)[0].space)).entries)


async def test_only_what_was_looked_at_is_copied(met: Homes, screen_snapshot: SnapshotAssertion) -> None:
    _private(met)
    app = met.kim.app()
    async with met.kim.opened(app, tab="journal") as pilot:
        await typed(pilot, "S", "down", "down", " ", "enter")
        assert on(app, CuttingScreen)
        app.screen.query_one(TextEditor).load("The set took twelve minutes.")
        await typed(pilot, "f5")
        assert await picture(pilot) == screen_snapshot
        assert _shared(met) == []
        await typed(pilot, "enter")
        assert on(app, MainScreen)
        assert said(app)[-1] == "Copied. It leaves at your next exchange with Sam."
        await typed(pilot, "w")
        assert "Words of it were copied to what you share with Sam" in said(app)[-1]
    (copy,) = _shared(met)
    assert (copy.title, copy.text, copy.tags) == ("", "The set took twelve minutes.", ())


async def test_back_from_the_preview_the_cut_words_are_still_there(met: Homes) -> None:
    _private(met)
    app = met.kim.app()
    async with met.kim.opened(app, tab="journal") as pilot:
        await typed(pilot, "S", "a", "enter")
        app.screen.query_one(TextEditor).load("Cut down.")
        await typed(pilot, "f5")
        assert on(app, CopyPreviewScreen)
        await typed(pilot, "escape")
        assert on(app, CuttingScreen)
        assert app.screen.query_one(TextEditor).text == "Cut down."
        await typed(pilot, "escape")
        assert on(app, MainScreen)
    assert _shared(met) == []


async def test_what_lets_off_steam_can_never_be_copied(met: Homes) -> None:
    _private(met, vent=True)
    app = met.kim.app()
    async with met.kim.opened(app, tab="journal") as pilot:
        await typed(pilot, "S")
        assert on(app, MainScreen)
        assert "This can never be copied to anybody" in said(app)[-1]


async def test_with_nobody_it_says_how_to_begin(homes: Homes) -> None:
    _private(homes)
    app = homes.kim.app()
    async with homes.kim.opened(app, tab="journal") as pilot:
        await typed(pilot, "S")
        assert "You do not share anything with anybody yet." in said(app)[-1]
