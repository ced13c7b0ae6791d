"""Drafting a summary together in the app: begun, written section by section, quoted into, put forward, edited."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from tests import prebuilt
from tests.prebuilt import PASSPHRASE
from tests.tui.driving import LARGE, SMALL, Stage, on, said, settled, shown, typed
from tests.tui.sharing.homes import Homes, homes_in
from tests.tui.sharing.texts import inside
from tests.tui.snapshot import picture
from textual.pilot import Pilot

from peerlog.domain.entry import PRIVATE, Entry
from peerlog.journal.agreeing.proposing import propose, to_propose
from peerlog.journal.circle.circles import circles
from peerlog.journal.joint_summary.summaries import new_summary
from peerlog.journal.joint_summary.summary_standing import summary_standing
from peerlog.journal.journal import Journal
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.new_summary import NewSummaryScreen
from peerlog.tui.screens.own_words import OwnWordsScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.put_forward import PutForwardScreen
from peerlog.tui.screens.quoting import QuotingScreen
from peerlog.tui.screens.read import ReadScreen
from peerlog.tui.screens.section import SectionScreen
from peerlog.tui.screens.section_preview import SectionPreviewScreen
from peerlog.tui.screens.signing import SigningScreen
from peerlog.tui.screens.two_versions import TwoVersionsScreen
from peerlog.tui.screens.unlock import UnlockScreen
from peerlog.tui.screens.versions import VersionsScreen
from peerlog.tui.widgets.text_editor import TextEditor

KEPT, QUOTED = "gallimaufry", "halcyon millrace"
NOTE = f"Only mine: {KEPT}.\n{QUOTED} for both of us."


@pytest.fixture(scope="session")
def folder_of_those_who_sum_up(folder_of_those_who_met: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two who have done something together, of which nothing is summed up yet, to be copied."""
    folder = tmp_path_factory.mktemp("done")
    shutil.copytree(folder_of_those_who_met, folder, dirs_exist_ok=True)
    with prebuilt.honest_but_quick():
        homes = homes_in(folder)
        homes.write(homes.kim, "goal", title="Chair a meeting well", baseline="4", target="7")
        held = {"people": ("Sam",), "state": "held", "when": "2026-11-10T18:30:00+00:00", "minutes": 60}
        meeting = homes.write(homes.kim, "meeting", title="Video with Sam", **held)
        homes.write(homes.kim, "decision", title="We meet on Tuesdays", parent=meeting, when=held["when"])
        homes.exchange(homes.kim, homes.sam)
        inside(homes.kim, lambda journal: journal.entries.add("note", {"title": "After the set", "text": NOTE}))
    return folder


@pytest.fixture
def done(folder_of_those_who_sum_up: Path, tmp_path: Path) -> Iterator[Homes]:
    """Two who have done something together, of which nothing is summed up yet."""
    shutil.copytree(folder_of_those_who_sum_up, tmp_path, dirs_exist_ok=True)
    with prebuilt.honest_but_quick():
        yield homes_in(tmp_path)


def begin(stage: Stage) -> Entry:
    """A summary, begun without the app."""
    with stage.open() as journal:
        return new_summary(journal, circles(journal)[0])


def summary_in(journal: Journal) -> Entry:
    (found,) = journal.entries.of_kind("summary")
    return found


def change(stage: Stage, **fields: object) -> None:
    inside(stage, lambda journal: journal.entries.change(summary_in(journal).id, fields))


async def open_page(app: PeerlogApp, pilot: Pilot[object]) -> None:
    from peerlog.tui.messages import EntryOpened

    found = await app.ask(summary_in)
    assert found is not None
    app.post_message(EntryOpened(found.id))
    await settled(pilot)


async def section_of(app: PeerlogApp, name: str) -> str:
    return str(await app.ask(lambda journal: summary_in(journal).line(name)))


async def test_drafted_quoted_into_and_put_forward_in_eighteen_keys(done: Homes) -> None:
    app = done.kim.app()
    async with done.kim.opened(app) as pilot:
        await typed(pilot, "4")
        assert "S puts together what you did, learned and decided, for all of you to sign" in shown(app)
        await typed(pilot, "S")
        assert on(app, NewSummaryScreen)
        assert "[x]  Decisions" in shown(app)
        assert "[ ]  Ideas tried and what came of them" in shown(app)
        await typed(pilot, "enter")
        assert on(app, PageScreen)
        assert "Draft. Nothing is signed." in shown(app)
        await typed(pilot, "]", "enter")
        assert on(app, SectionScreen)
        assert shown(app).splitlines()[0].startswith(" Summary 1 · Focus")
        assert "WITH SAM" in shown(app).splitlines()[0]
        await typed(pilot, " Together.", "escape")
        assert (await section_of(app, "focus")).endswith("chair meetings people like. Together.")
        await typed(pilot, "i", "enter")
        assert on(app, QuotingScreen)
        await typed(pilot, "ctrl+home", "ctrl+k", "delete", "f5")
        assert on(app, SectionPreviewScreen)
        assert "Exactly this, and nothing else, is added" in shown(app)
        assert f"> {QUOTED} for both of us." in shown(app)
        assert "With your next exchange it becomes readable for Sam, and not before." in shown(app)
        await typed(pilot, "enter")
        assert (await section_of(app, "focus")).endswith(f"Together.\n\nKim wrote:\n\n> {QUOTED} for both of us.")
        await typed(pilot, "a", "I am glad we did.", "escape")
        await typed(pilot, "F")
        assert on(app, PutForwardScreen)
        await typed(pilot, "s", PASSPHRASE, "enter")
        assert on(app, PageScreen)
        assert "Put forward by you on 21 Nov: version 1 waits for Sam." in shown(app)
        assert "you: signed   Sam: not yet" in shown(app)
        await typed(pilot, "w")
        assert "You and Sam." in said(app)[0]
    done.exchange(done.kim, done.sam)
    with done.sam.open() as journal:
        rows = [
            str(entry.fields) for entry in journal.entries.parts(summary_in(journal).id, "contribution", "approval")
        ]
        everything = "\n".join([str(summary_in(journal).fields), *rows])
        assert QUOTED in everything
        assert "I am glad we did." in everything
        assert KEPT not in everything
    app = done.sam.app()
    async with done.sam.opened(app, tab="together") as pilot:
        assert "Waits for you Summary 1" in " ".join(shown(app).split())
        await open_page(app, pilot)
        await typed(pilot, "]", "]", "]", "]")
        assert "Put forward by Kim on 21 Nov: version 1 waits for you." in shown(app)
        await typed(pilot, "enter")
        assert "Kim has signed this version; saving asks Kim again." in shown(app)
        await typed(pilot, "More.", "escape")
        assert "Version 1 is void since you edited “Meetings held”." in " ".join(shown(app).split())
        assert "you: not yet   Kim: signed" in shown(app)
        await typed(pilot, "g", "enter")
        assert on(app, SigningScreen)
    done.exchange(done.sam, done.kim)
    with done.kim.open() as journal:
        stands = summary_standing(journal, summary_in(journal))
        assert (stands.edited, stands.editors) == (("Meetings held",), ("Sam",))


async def test_its_days_and_its_sections_are_chosen(done: Homes, screen_snapshot: SnapshotAssertion) -> None:
    app = done.kim.app(theme="paper")
    async with done.kim.opened(app, tab="together") as pilot:
        await typed(pilot, "S", " ")
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "tab", "ctrl+u", "2027-01-01", "enter")
        assert "A summary cannot begin on 1 January 2027 and end on 21 November 2026." in said(app)[0]
        await typed(pilot, "ctrl+u", "whenever", "enter")
        assert on(app, NewSummaryScreen)
        assert "whenever" in shown(app)
        await typed(pilot, "ctrl+u", "11 nov", "tab", "ctrl+u", "20 nov")
        assert "[ ] Meetings held nothing yet" in " ".join(shown(app).split())
        await typed(pilot, "enter")
        assert "Kim and Sam, 11 November to 20 November 2026" in shown(app)
        assert "Focus left out" in " ".join(shown(app).split())
        await typed(pilot, "enter")
        assert on(app, SectionScreen)
        await typed(pilot, "home", "Our ", "escape")
        assert "Our Summary 1" in shown(app)


async def test_the_page_of_one_that_was_edited_since(done: Homes, screen_snapshot: SnapshotAssertion) -> None:
    begin(done.kim)
    inside(done.kim, lambda journal: journal.entries.add("contribution", _words(journal, "It went well.\n- Twice")))
    inside(done.kim, lambda journal: propose(journal, to_propose(journal, summary_in(journal)), PASSPHRASE))
    change(done.kim, decisions="We meet on Wednesdays.", learned="> Ask first.\n\nAnd listen.")
    app = done.kim.app()
    async with done.kim.opened(app, LARGE, tab="together") as pilot:
        await open_page(app, pilot)
        await typed(pilot, "]", "]", "]")
        assert await picture(pilot) == screen_snapshot


def _words(journal: Journal, text: str) -> dict[str, str]:
    return {"text": text, "parent": summary_in(journal).id}


async def test_a_section_is_left_out_brought_back_and_put_together_again(done: Homes) -> None:
    begin(done.kim)
    change(done.kim, decisions="In our words.")
    app = done.kim.app()
    async with done.kim.opened(app, tab="together") as pilot:
        await open_page(app, pilot)
        await typed(pilot, *["]"] * 7, "o")
        assert said(app) == ["“Decisions” is left out. u takes that back."]
        assert await section_of(app, "decisions") == ""
        await typed(pilot, "u")
        assert await section_of(app, "decisions") == "In our words."
        await typed(pilot, "d", "u", "r")
        assert on(app, SectionPreviewScreen)
        assert "We meet on Tuesdays" in shown(app)
        await typed(pilot, "escape")
        assert await section_of(app, "decisions") == "In our words."
        await typed(pilot, "r", "enter")
        assert "We meet on Tuesdays" in await section_of(app, "decisions")
        await typed(pilot, "r")
        assert said(app) == ["“Decisions” says already what would be put together now."]
        await typed(pilot, "v")
        assert on(app, VersionsScreen)
        await typed(pilot, "escape", "u")
        assert await section_of(app, "decisions") == "In our words."
        await typed(pilot, "[", "[", "r")
        assert "there is nothing for “What we learned”" in said(app)[0]


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
    inside(done.kim, lambda journal: journal.entries.add("contribution", _words(journal, "From Kim.")))
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


async def test_nobody_to_write_one_with(homes: Homes) -> None:
    app = homes.kim.app()
    async with homes.kim.opened(app, tab="together") as pilot:
        await app.run_action("new_summary")
        await typed(pilot, "S")
        assert "A summary is written with somebody" in said(app)[0]
    with homes.kim.open() as journal:
        assert list(journal.spaces) == [PRIVATE]
