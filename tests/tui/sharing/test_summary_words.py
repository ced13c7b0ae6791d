"""Words in a summary: quoted, one's own, in two versions, and kept behind a lock."""

from __future__ import annotations

from tests.prebuilt import PASSPHRASE
from tests.tui.driving import LARGE, SMALL, on, said, shown, typed
from tests.tui.sharing.homes import Homes
from tests.tui.sharing.summing_up import KEPT, begin, change, open_page, own_words, section_of
from tests.tui.sharing.texts import inside

from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.own_words import OwnWordsScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.quoting import QuotingScreen
from peerlog.tui.screens.read import ReadScreen
from peerlog.tui.screens.section import SectionScreen
from peerlog.tui.screens.two_versions import TwoVersionsScreen
from peerlog.tui.screens.unlock import UnlockScreen
from peerlog.tui.widgets.text_editor import TextEditor


async def test_what_was_typed_waits_behind_a_lock(done: Homes) -> None:
    begin(done.kim)
    app = done.kim.app()
    async with done.kim.opened(app, tab="together") as pilot:
        await open_page(app, pilot)
        await typed(pilot, "]", "]", "enter", "And Ben came.", "ctrl+l")
        assert on(app, UnlockScreen)
        await typed(pilot, PASSPHRASE, "enter", "ctrl+o")
        assert on(app, SectionScreen)
        assert "Summary 1 · Goals and how they moved" in shown(app)
        assert "And Ben came." in shown(app)
        await typed(pilot, "f3", "escape")
        assert on(app, MainScreen)
        assert "And Ben came." in await section_of(app, "goals")


async def test_only_what_was_looked_at_is_quoted(done: Homes) -> None:
    begin(done.kim)
    inside(done.kim, lambda journal: journal.entries.add("note", {"title": "Steam", "text": "Grr", "vent": True}))
    app = done.kim.app()
    async with done.kim.opened(app, tab="together") as pilot:
        await open_page(app, pilot)
        await typed(pilot, "g", "i")
        assert on(app, PageScreen)  # it is about no section
        await typed(pilot, "]", "i", "steam", "enter")
        assert "you wrote it for yourself alone" in said(app)[0]
        await typed(pilot, "i", "after", "enter", "ctrl+home", "Well: ", "f5", "escape")
        assert on(app, QuotingScreen)
        assert "Well: Only mine" in shown(app)
        app.screen.query_one(TextEditor).load("")
        await typed(pilot, "f5")
        assert "There is nothing to quote." in said(app)[0]
        await typed(pilot, "escape")
        assert on(app, PageScreen)
        assert "wrote" not in await section_of(app, "focus")
    done.exchange(done.kim, done.sam)
    with done.sam.open() as journal:
        assert KEPT not in str([entry.fields for entry in journal.entries.of_kind("summary")])


async def test_own_words_are_ones_own(done: Homes) -> None:
    begin(done.kim)
    inside(done.kim, lambda journal: journal.entries.add("contribution", own_words(journal, "From Kim.")))
    done.exchange(done.kim, done.sam)
    app = done.sam.app()
    async with done.sam.opened(app, LARGE, tab="together") as pilot:
        await open_page(app, pilot)
        await typed(pilot, "G", "enter")
        assert on(app, ReadScreen)
        await typed(pilot, "escape", "a")
        assert on(app, OwnWordsScreen)
        assert "Summary 1 · In your own words" in shown(app)
        await typed(pilot, "From Sam.", "escape", "a", " Both.", "escape")
        assert "From Sam. Both." in shown(app)
        await typed(pilot, "G")
        assert "In Kim's words" in shown(app)
        await typed(pilot, "[", "e")
        assert on(app, OwnWordsScreen)
        await typed(pilot, "escape", "d")
        assert "In your own words" not in shown(app)
        assert "In Kim's words" in shown(app)


async def test_new_words_of_ones_own_are_marked_at_the_end_of_it(done: Homes) -> None:
    begin(done.kim)
    change(done.kim, decisions="\n\n".join(f"Decision {number}." for number in range(30)))
    app = done.kim.app()
    async with done.kim.opened(app, SMALL, tab="together") as pilot:
        await open_page(app, pilot)
        await typed(pilot, "]", "a", "One question, then stop.", "escape")
        assert " ▸ In your own words" in shown(app)
        assert "One question, then stop." in shown(app)


async def test_two_versions_of_a_section(done: Homes) -> None:
    begin(done.kim)
    done.exchange(done.kim, done.sam)
    change(done.kim, decisions="Tuesdays, said Kim.")
    change(done.sam, decisions="Mondays, said Sam.")
    done.exchange(done.sam, done.kim)
    app = done.kim.app()
    async with done.kim.opened(app, tab="together") as pilot:
        await open_page(app, pilot)
        await typed(pilot, "]")
        assert "Decisions" in shown(app).splitlines()[4]
        assert "two versions" in shown(app).splitlines()[4].casefold()
        await typed(pilot, "V")
        assert on(app, TwoVersionsScreen)
        assert "Mondays, said Sam." in shown(app)
