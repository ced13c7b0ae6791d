"""Tab 5: bodies, requirements with bars, what could fill them, and what of a body is one's own."""

from __future__ import annotations

from datetime import date, timedelta

from syrupy.assertion import SnapshotAssertion
from tests.tui.cpd.furnished import discussed, keep_to_pharmacy
from tests.tui.driving import LARGE, Stage, on, said, shown, typed
from tests.tui.snapshot import picture

from peerlog.domain.entry import Entry
from peerlog.journal.cpd.counted_entries import activities
from peerlog.journal.cpd.gaps import gaps_of
from peerlog.journal.cpd.memberships import keep_to, memberships
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.requirement import RequirementScreen
from peerlog.tui.widgets.line_input import LineInput


async def kept(app: PeerlogApp) -> list[Entry]:
    return await app.ask(memberships) or []


async def test_choosing_a_body_asks_for_ones_own_day(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "b", "pharmacy")
        screen = " ".join(shown(app).split())
        assert "General Pharmaceutical Council" in screen
        assert "checked on 27 November 2026" in screen
        assert "not affiliated" in screen
        await typed(pilot, "enter")
        assert "Your renewal deadline" in shown(app)
        await typed(pilot, "31 mar 2027", "enter")
        (body,) = await kept(app)
        assert body.line("own_day") == "2027-03-31"
        assert "130 days left" in shown(app)
        assert "4 things still to come" in shown(app)


async def test_a_body_with_sorts_of_members_asks_which(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "b", "nmc", "enter")
        assert "Which are you?" in shown(app)
        await typed(pilot, "down", "enter", "31 mar 2027", "enter")
        (body,) = await kept(app)
        assert body.line("variant") == "dual"


async def test_where_i_stand(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    with stage.open() as journal:
        keep_to_pharmacy(journal)
        discussed(journal)
    app = stage.app()
    async with stage.opened(app, LARGE, tab="cpd") as pilot:
        await typed(pilot, "j", "j", "j")
        assert "Could fill it" in shown(app)
        assert "May not be: relative" in " ".join(shown(app).split())
        assert await picture(pilot) == screen_snapshot


async def test_a_requirement_shows_what_could_fill_it_and_what_does(stage: Stage) -> None:
    with stage.open() as journal:
        keep_to_pharmacy(journal)
        discussed(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "j", "enter")
        assert on(app, RequirementScreen)
        assert "Still to come: 4 entries by 31 March 2027." in shown(app)
        assert "c count as CPD   n something that counts" in shown(app)
        await typed(pilot, "c", "20", "enter")
        assert "1 of 4 entries" in shown(app)
        assert "Fills it" in shown(app)
        await typed(pilot, "escape", "j", "j", "enter")
        assert "Could fill it" in shown(app)
        assert "Could fill it; still needed: another person's part" in shown(app)
        await typed(pilot, "enter")  # what counts already opens where that is noted
        assert "p notes who had a part in it." in shown(app)
        await typed(pilot, "escape", "escape")
        assert on(app, MainScreen)


async def test_a_period_that_is_over_and_has_no_record_is_not_forgotten(stage: Stage) -> None:
    with stage.open() as journal:
        keep_to_pharmacy(journal)
        discussed(journal)
    stage.clock.time += timedelta(days=140)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        assert "not begun           GPhC revalidation, 2026 to 2027" in shown(app)
        await typed(pilot, *"j" * 5, "enter")
        assert on(app, PageScreen)
        assert "1 April 2026 to 31 March 2027" in shown(app)
        await typed(pilot, "escape")
        assert "not begun" not in shown(app)
        assert "until 31 Mar 2027" in shown(app)


async def test_what_was_read_leads_back_to_where_it_was_opened(stage: Stage) -> None:
    with stage.open() as journal:
        keep_to_pharmacy(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "j", "enter", "j", "j")
        assert isinstance(app.screen, RequirementScreen)
        marked = app.screen.pane.marked_row
        await typed(pilot, "enter")
        assert on(app, MainScreen)
        await typed(pilot, "escape")
        assert isinstance(app.screen, RequirementScreen)
        assert app.screen.pane.marked_row == marked
        await typed(pilot, "c", "20", "enter")
        assert "1 of 4 entries" in shown(app)
        await typed(pilot, "escape")
        assert on(app, MainScreen)
        assert app.tab == "cpd"


async def test_where_nothing_could_fill_it_something_is_written_down(empty: Stage) -> None:
    with empty.open() as journal:
        keep_to_pharmacy(journal)
    app = empty.app()
    async with empty.opened(app, tab="cpd") as pilot:
        await typed(pilot, "j", "j", "j", "enter")
        assert "Nothing that you have written could fill it yet." in shown(app)
        assert "p on its page says who it was with" in " ".join(shown(app).split())
        await typed(pilot, "n", "Talked the audit over", "enter", "30", "enter")
        (added,) = await app.ask(lambda journal: list(activities(journal))) or []
        assert added.title == "Talked the audit over"
        assert on(app, RequirementScreen)


async def test_what_the_footer_says_is_among_what_can_be_done_here(stage: Stage) -> None:
    with stage.open() as journal:
        keep_to_pharmacy(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, ".", "sweep")
        assert "Sweep                  s" in shown(app)


async def test_a_signature_under_the_whole_record_says_beside_the_list_who_may(stage: Stage) -> None:
    with stage.open() as journal:
        keep_to(journal, "nmc", {"own_day": date(2027, 3, 31)})
    app = stage.app()
    async with stage.opened(app, LARGE, tab="cpd") as pilot:
        await typed(pilot, *"j" * 7)
        assert "Confirmation, meaning" in shown(app)
        assert "opens the record" in shown(app)


async def test_what_of_a_body_is_ones_own(stage: Stage) -> None:
    with stage.open() as journal:
        keep_to_pharmacy(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "enter")
        assert on(app, PageScreen)
        await typed(pilot, "down", "enter", "1234567", "enter")
        await typed(pilot, "down", "enter", "30 apr 2027", "enter")
        await typed(pilot, "down", "enter", "Professionalism", "enter", "Leadership", "escape")
        await typed(pilot, "down", "enter", "2", "enter")
        (body,) = await kept(app)
        assert body.line("registered") == "1234567"
        assert body.line("deferred_to") == "2027-04-30"
        assert "Leadership" in body.line("lists")
        assert body.line("needs") == '"cpd" = 2'
        assert "as agreed" in shown(app)
        await typed(pilot, "a", "1 jun", "enter", "30 jun", "enter", "parental leave", "enter")
        (gap,) = await app.ask(lambda journal: gaps_of(journal, body)) or []
        assert (gap.line("since"), gap.line("until"), gap.text) == ("2026-06-01", "2026-06-30", "parental leave")
        assert "parental leave" in shown(app)
        assert "1 Jun 2026 to       30 Jun 2026" in shown(app)


async def test_what_does_not_fit_is_said(stage: Stage) -> None:
    with stage.open() as journal:
        body = keep_to_pharmacy(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "enter", "down", "down", "enter", "1 jan 2027", "enter")
        assert any("cannot be put off" in each for each in said(app))
        assert [each.fields for each in await kept(app)] == [body.fields]


async def test_a_day_of_ones_own_is_proposed_and_an_impossible_one_refused(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "b", "alia", "enter")
        assert "1 July 2026" in shown(app)
        assert "1 July 2026 to 30 June 2029" in shown(app)
        for wrong, said in (("29 feb 2027", "There is no 29 feb 2027"), ("1 aug 2026", "it is always 1 July")):
            app.screen.query_one(LineInput).value = ""
            await typed(pilot, wrong, "enter")
            assert said in " ".join(shown(app).split())
        app.screen.query_one(LineInput).value = ""
        await typed(pilot, "enter")
        assert "needs a day of your own" in " ".join(shown(app).split())
        await typed(pilot, "1 jul 2025", "enter")
        (membership,) = await kept(app)
        assert membership.line("own_day") == "2025-07-01"


async def test_today_tells_of_a_record_that_is_due_soon(stage: Stage) -> None:
    with stage.open() as journal:
        keep_to(journal, "generic")
    app = stage.app()
    async with stage.opened(app) as pilot:
        for _ in range(20):
            if "▸ Due Thu 31 Dec" in shown(app):
                break
            await typed(pilot, "j")
        await typed(pilot, "enter")
        assert on(app, PageScreen)
        assert "A record of my own, 2026" in shown(app)
        await typed(pilot, "escape")
        assert "Enter opens it" in shown(app)
