"""The fourth tab: a page of those one shares with, a list where there are several, and what is begun there."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, SMALL, on, said, shown, typed
from tests.tui.sharing.homes import Homes
from tests.tui.snapshot import picture

from peerlog.domain.entry import PRIVATE
from peerlog.domain.selection import Selection
from peerlog.journal.circle.circles import circles, create_circle
from peerlog.tui.screens.agreement_guide import AgreementGuideScreen
from peerlog.tui.screens.coffee import CoffeeScreen
from peerlog.tui.screens.common_ground import CommonGroundScreen
from peerlog.tui.screens.read import ReadScreen


def _half_a_year(homes: Homes) -> None:
    """What two have shared after a while: some of it with Kim still."""
    for kind, fields in (
        ("goal", {"title": "Chair a meeting well", "baseline": "4", "target": "7"}),
        ("meeting", {"title": "Video with Sam", "people": ("Sam",), "when": "2026-11-23T09:30:00+00:00"}),
        ("meeting", {"title": "Coffee", "people": ("Sam",), "state": "held", "when": "2026-11-10T18:30:00+00:00"}),
        ("request", {"title": "My talk on sets", "people": ("Sam",), "due": "2026-11-27"}),
        ("agreement", {"people": ("Sam",), "focus": "Meetings people like", "state": "active", "ends": "2027-05-21"}),
    ):
        homes.write(homes.kim, kind, **fields)
    homes.exchange(homes.kim, homes.sam)
    homes.write(homes.sam, "note", title="What went well", text="You let Ann finish.")
    homes.exchange(homes.sam, homes.kim)
    homes.write(homes.kim, "idea", title="Ask before advising")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_the_page_of_a_partner(homes: Homes, size: tuple[int, int], screen_snapshot: SnapshotAssertion) -> None:
    homes.meet()
    _half_a_year(homes)
    async with homes.kim.opened(homes.kim.app(), size, tab="together") as pilot:
        assert await picture(pilot) == screen_snapshot


async def test_everything_is_begun_where_they_read_it(met: Homes) -> None:
    app = met.kim.app()
    async with met.kim.opened(app, tab="together") as pilot:
        await typed(pilot, "N", "down", "down", "enter")
        assert "New goal" in shown(app)
        assert "WITH SAM" in shown(app).splitlines()[0]
        await typed(pilot, "Chair a meeting well", "escape")
        await typed(pilot, "C")
        assert on(app, CoffeeScreen)
        assert "WITH SAM" in shown(app)
        await typed(pilot, "Sam", "enter", "sets", "escape")
        await typed(pilot, "a")
        assert on(app, AgreementGuideScreen)
        assert "WITH SAM" in shown(app).splitlines()[0]
        await typed(pilot, "ctrl+s", "escape")
    with met.kim.open() as journal:
        shared = journal.entries.page(Selection(space=circles(journal)[0].space, with_parts=True)).entries
        assert {entry.kind for entry in shared} == {"goal", "meeting", "agreement", "card", "circle"}


async def test_elsewhere_the_form_itself_says_for_whom(met: Homes) -> None:
    app = met.kim.app()
    async with met.kim.opened(app, tab="goals") as pilot:
        await typed(pilot, "n", "Publish one case study")
        assert "PRIVATE" in shown(app).splitlines()[0]
        await typed(pilot, "f8")
        assert "WITH SAM" in shown(app).splitlines()[0]
        await typed(pilot, "f8", "f8", "escape")
        assert "WITH SAM" in next(line for line in shown(app).splitlines() if "Publish" in line)


async def test_words_of_others_are_read_and_commented_on(met: Homes) -> None:
    met.write(met.kim, title="A set that ran on", text="Twelve minutes.")
    met.exchange(met.kim, met.sam)
    app = met.sam.app()
    async with met.sam.opened(app, tab="together") as pilot:
        await typed(pilot, "enter")
        assert "by Kim · since 21 Nov" in shown(app)
        await typed(pilot, "e")
        assert on(app, ReadScreen)
        assert "Only Kim changes these words." in shown(app)
        await typed(pilot, "a", "Twelve is long.", "escape")
        assert "Twelve is long." in shown(app)
        await typed(pilot, "w")
        assert said(app)[-1] == "You and Kim. Kim wrote it, and nobody else changes it."
    met.exchange(met.sam, met.kim)
    with met.kim.open() as journal:
        (comment,) = journal.entries.page(Selection(kinds=frozenset({"comment"}))).entries
        assert (comment.text, journal.entries.author_of(comment).name) == ("Twelve is long.", "Sam")


async def test_a_form_says_by_whom_it_is_and_whether_it_has_left(met: Homes) -> None:
    met.write(met.kim, "goal", title="Chair a meeting well")
    met.exchange(met.kim, met.sam)
    app = met.sam.app()
    async with met.sam.opened(app, tab="together") as pilot:
        await typed(pilot, "enter")
        assert "by Kim · since 21 Nov" in shown(app)
        await typed(pilot, "e")
        assert "by Kim · since 21 Nov   WITH KIM" in shown(app).splitlines()[0]


async def test_cards_stand_side_by_side_and_say_who_reads_them(met: Homes) -> None:
    met.exchange(met.sam, met.kim)
    app = met.kim.app()
    async with met.kim.opened(app, tab="together") as pilot:
        assert "You can give Sam" in shown(app)
        await typed(pilot, "b")
        assert on(app, CommonGroundScreen)
        assert "WITH SAM" in shown(app).splitlines()[0]


async def test_several_are_chosen_from_a_list(met: Homes) -> None:
    with met.kim.open() as journal:
        create_circle(journal, "Thursday set", 4, "", {"title": "Kim", "offers": ("time",), "seeks": ("company",)})
        journal.entries.add("meeting", {"people": ("Noor",), "when": "2026-11-25T09:00:00+00:00"})
    app = met.kim.app()
    async with met.kim.opened(app, tab="together") as pilot:
        assert "4 Together" in shown(app)
        assert "You share with" in shown(app)
        assert "Noor" in shown(app)
        await typed(pilot, "enter")
        assert "WITH SAM" in shown(app)
        assert "Noor" not in shown(app)
        await typed(pilot, "]")
        assert "WITH THURSDAY SET" in shown(app)
        assert "3 seats are free" in shown(app)
        await typed(pilot, "[", "n")
        assert "WITH SAM" in shown(app).splitlines()[0]
        await typed(pilot, "escape", "escape")
        assert "You share with" in shown(app)
        await typed(pilot, "n")
        assert "PRIVATE" in shown(app).splitlines()[0]


async def test_name_focus_and_what_it_is_called_here(met: Homes) -> None:
    app = met.kim.app()
    async with met.kim.opened(app, tab="together") as pilot:
        for action, line, sees in (
            ("change_focus", "Meetings worth coming to", "Meetings worth coming to"),
            ("call_it", "Sammy", "WITH SAMMY"),
            ("rename_sharing", "Two chairs", "Two chairs"),
        ):
            await app.run_action(action)
            await typed(pilot)
            app.screen.query_one("#one-line").value = line  # type: ignore[attr-defined]
            await typed(pilot, "enter")
            assert sees in shown(app)
        assert "4 Sammy" in shown(app)


async def test_the_menu_has_what_can_be_done_with_them(met: Homes) -> None:
    app = met.kim.app()
    async with met.kim.opened(app, LARGE, tab="together") as pilot:
        await typed(pilot, ".", "call it", "enter")
        assert "What is it called in your journal?" in shown(app)
        await typed(pilot, "escape", ".", "leave", "enter")
        assert "Leave Sam?" in shown(app)


async def test_put_away_it_is_read_and_takes_no_words(met: Homes) -> None:
    app = met.kim.app()
    async with met.kim.opened(app, tab="together") as pilot:
        await app.run_action("put_away")
        await typed(pilot)
        await typed(pilot, "y")
        assert "4 Together" in shown(app)
        assert "put away" in shown(app)
        await typed(pilot, "enter", "n")
        assert "PRIVATE" in shown(app).splitlines()[0]
        await typed(pilot, "escape")
        await app.run_action("take_up")
        await typed(pilot)
        assert "4 Sam" in shown(app)


async def test_leaving_is_said_to_be_for_good(met: Homes) -> None:
    app = met.kim.app()
    async with met.kim.opened(app, tab="together") as pilot:
        await app.run_action("leave_partners")
        await typed(pilot)
        assert "cannot be taken back" in shown(app)
        await typed(pilot, "y")
        assert "You have left" in shown(app)
    assert met.circle(met.kim).left


async def test_a_larger_one_takes_along_what_was_chosen(met: Homes) -> None:
    met.write(met.kim, title="For everybody", text="How we open a set.")
    met.write(met.kim, title="Between us", text="About Ann.")
    app = met.kim.app()
    async with met.kim.opened(app, LARGE, tab="together") as pilot:
        await app.run_action("begin_successor")
        await typed(pilot)
        await typed(pilot, "f5")
        assert "2 seats are free" in shown(app)
        await app.run_action("carry_over")
        await typed(pilot)
        await typed(pilot, "enter")
        assert "Choose with the space bar" in said(app)[-1]
        line = next(n for n, line in enumerate(_rows(shown(app))) if "For everybody" in line)
        await typed(pilot, *["down"] * line, " ", "enter")
        assert "How we open a set." in shown(app)
        assert "About Ann." not in shown(app)
        await typed(pilot, "enter")
        assert "One entry is carried over" in said(app)[-1]
    with met.kim.open() as journal:
        new = next(each for each in circles(journal) if each.seats == 3)
        notes = journal.entries.page(Selection(kinds=frozenset({"note"}), space=new.space)).entries
        assert [note.title for note in notes] == ["For everybody"]


def _rows(screen: str) -> list[str]:
    return [line for line in screen.splitlines() if "[ ]" in line or "[x]" in line]


async def test_an_idea_that_was_kept_comes_home(met: Homes) -> None:
    with met.kim.open() as journal:
        journal.entries.add("idea", {"title": "Ask before advising", "source": "Sam", "state": "kept"})
    app = met.kim.app()
    async with met.kim.opened(app, tab="journal") as pilot:
        await typed(pilot, "o")
        assert "t tells Sam that it worked." in shown(app)
        await typed(pilot, "t", "f5")
        assert "Your “Ask before advising” worked." in shown(app)
        assert "Exactly this, and nothing else, for Sam" in shown(app)
        await typed(pilot, "enter")
    with met.kim.open() as journal:
        (thanks,) = journal.entries.of_kind("thanks")
        assert (thanks.with_whom, thanks.members("people")) == ("Sam", ("Sam",))
        (idea,) = journal.entries.of_kind("idea")
        assert idea.space == PRIVATE
