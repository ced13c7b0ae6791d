"""Drafting a summary together in the app: begun, written section by section, put forward, edited."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion
from tests.prebuilt import PASSPHRASE
from tests.tui.driving import LARGE, on, said, shown, typed
from tests.tui.sharing.homes import Homes
from tests.tui.sharing.summing_up import KEPT, QUOTED, begin, change, open_page, own_words, section_of, summary_in
from tests.tui.sharing.texts import inside
from tests.tui.snapshot import picture

from peerlog.domain.entry import PRIVATE
from peerlog.journal.agreeing.proposing import propose, to_propose
from peerlog.journal.joint_summary.summary_standing import summary_standing
from peerlog.tui.screens.new_summary import NewSummaryScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.put_forward import PutForwardScreen
from peerlog.tui.screens.quoting import QuotingScreen
from peerlog.tui.screens.section import SectionScreen
from peerlog.tui.screens.section_preview import SectionPreviewScreen
from peerlog.tui.screens.signing import SigningScreen
from peerlog.tui.screens.versions import VersionsScreen


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
    inside(done.kim, lambda journal: journal.entries.add("contribution", own_words(journal, "It went well.\n- Twice")))
    inside(done.kim, lambda journal: propose(journal, to_propose(journal, summary_in(journal)), PASSPHRASE))
    change(done.kim, decisions="We meet on Wednesdays.", learned="> Ask first.\n\nAnd listen.")
    app = done.kim.app()
    async with done.kim.opened(app, LARGE, tab="together") as pilot:
        await open_page(app, pilot)
        await typed(pilot, "]", "]", "]")
        assert await picture(pilot) == screen_snapshot


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


async def test_nobody_to_write_one_with(homes: Homes) -> None:
    app = homes.kim.app()
    async with homes.kim.opened(app, tab="together") as pilot:
        await app.run_action("new_summary")
        await typed(pilot, "S")
        assert "A summary is written with somebody" in said(app)[0]
    with homes.kim.open() as journal:
        assert list(journal.spaces) == [PRIVATE]
