"""Agreements in the app: making one with a few Enters, and what is kept of one that is not finished."""

from __future__ import annotations

from tests.tui.agreements import kept
from tests.tui.driving import Stage, on, settled, shown, typed

from peerlog.domain.entry import Draft
from peerlog.domain.starting_clauses import starting_clauses
from peerlog.journal.agreements import agreements, clause_set
from peerlog.tui.screens.agreement_guide import AgreementGuideScreen
from peerlog.tui.screens.clause import ClauseScreen
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.page import PageScreen


async def test_a_few_enters_make_a_usable_agreement(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        app.action_show_agreement()
        await settled(pilot)
        assert on(app, AgreementGuideScreen)
        await typed(pilot, "Sam", "enter", "enter", "enter", "enter", "f5")
        assert on(app, PageScreen)
        assert "With Sam" in shown(app)
        found = await kept(app)
        assert (found.state, found.line("starts"), found.line("ends")) == ("active", "2026-11-21", "2027-03-21")
        assert found.line("clause_time").startswith("Each of us keeps about 2 hours")
        assert await app.ask(lambda journal: journal.entries.drafts()) == []


async def test_each_step_can_be_changed_and_gone_back_to(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        app.action_new_agreement()
        await settled(pilot)
        await typed(pilot, "Sam, Ada", "enter", "Chairing", "enter", "f4", "enter")
        await typed(pilot, "down", "backspace", "6")
        assert "Until Fri 21 May 2027" in shown(app)
        await typed(pilot, "f5")
        assert "Turns" in shown(app)
        await typed(pilot, " ", "j", "e")
        assert on(app, ClauseScreen)
        await typed(pilot, "backspace", "3")
        assert "about 3 hours a month" in shown(app)
        await typed(pilot, "tab", "By the way.", "escape", "ctrl+s")
        found = await kept(app)
        assert (found.state, found.members("people"), found.line("ends")) == ("draft", ("Ada", "Sam"), "2027-05-21")
        assert not found.line("clause_confidence")
        assert found.line("clause_time").endswith("meetings included.By the way.")
        assert found.line("clause_ending").startswith("We begin with 6 months.")


async def test_what_cannot_be_understood_is_said_in_its_place(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        app.make_agreement("Sam")
        await settled(pilot)
        await typed(pilot, "enter", "down", "backspace", "many", "f5")
        assert on(app, AgreementGuideScreen)
        assert "3 of 5" in shown(app)
        assert "not a whole number" in shown(app)
        await typed(pilot, "ctrl+s")
        assert await app.ask(lambda journal: len(agreements(journal))) == 0


async def test_leaving_and_locking_keep_what_was_written(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        app.action_new_agreement()
        await settled(pilot)
        await typed(pilot, "Sam", "enter", "Chairing", "escape")
        (draft,) = await app.ask(lambda journal: journal.entries.drafts()) or []
        assert (draft.kind, draft.fields["people"], draft.fields["focus"]) == ("agreement", "Sam", "Chairing")
        app.action_go_on()
        await settled(pilot)
        assert on(app, AgreementGuideScreen)
        assert "3 of 5" in shown(app)
        await typed(pilot, "down", "backspace", "6", "f5", " ", "escape")
        app.action_go_on()
        await settled(pilot)
        await typed(pilot, *["f5"] * 3)
        made = await kept(app)
        assert (made.line("focus"), made.line("ends"), made.state) == ("Chairing", "2027-05-21", "active")
        with empty.open() as journal:
            words = starting_clauses(clause_set(journal, "pair"), {})
        assert sum(1 for name in words if not made.line(name)) == 1
        assert await app.ask(lambda journal: journal.entries.drafts()) == []


async def test_a_draft_that_holds_more_than_the_steps_ask_for_is_gone_on_with_in_its_form(empty: Stage) -> None:
    app = empty.app()
    draft = Draft("d1", "agreement", {"people": "Sam", "signposts": "The union", "starts": "next spri"}, "")
    async with empty.opened(app) as pilot:
        app.go_on(draft)
        await settled(pilot)
        assert on(app, EditorScreen)
        assert "The union" in shown(app)
