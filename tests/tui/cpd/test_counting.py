"""Letting entries count: the length alone is asked, the rest is guessed and can be changed and taken back."""

from __future__ import annotations

from datetime import date

from tests.tui.driving import Stage, on, said, settled, shown, typed

from peerlog.domain.entry import Entry
from peerlog.journal.cpd.counted_entries import activities
from peerlog.journal.cpd.memberships import keep_to
from peerlog.journal.cpd.own_terms import paste_list
from peerlog.tui.app import PeerlogApp
from peerlog.tui.messages import EntryOpened
from peerlog.tui.screens.adding_activity import AddingActivityScreen
from peerlog.tui.screens.counting import CountingScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.picking import PickingScreen


async def counted(app: PeerlogApp) -> list[Entry]:
    return await app.ask(lambda journal: list(activities(journal))) or []


async def test_an_entry_counts_by_its_length_alone(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        assert "5 CPD" not in shown(app)
        await typed(pilot, "c")
        assert "Meeting: chaired · learning · with others · planned" in shown(app)
        await typed(pilot, "90m")
        assert "→ 1 h 30" in shown(app)
        await typed(pilot, "enter")
        assert on(app, MainScreen)
        (activity,) = await counted(app)
        assert (activity.minutes, activity.line("type")) == (90, "meeting_chairing")
        assert "counts 1 h 30" in shown(app)
        assert "5 CPD" in shown(app)
        await typed(pilot, "enter")
        assert "counts: 1 h 30 · meeting: chaired" in shown(app)
        await typed(pilot, "c", "45", "enter")  # in the place of what was there
        assert "counts: 45 min · meeting: chaired" in shown(app)
        await typed(pilot, "c", "enter")
        assert [each.minutes for each in await counted(app)] == [45]


async def test_what_it_is_can_be_changed_before(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "c", "45", "tab", " ", "webinar", "enter")
        await typed(pilot, "tab", "tab", "right", "enter")
        (activity,) = await counted(app)
        assert activity.line("type") == "webinar"
        assert not activity.fields.get("participatory")
        assert activity.fields.get("planned")


async def test_a_type_brings_along_what_it_is_for(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "c", "45", "tab", " ", "practice hours", "enter", "enter")
        (activity,) = await counted(app)
        assert (activity.line("type"), activity.members("categories")) == ("practice_hours", ("practice",))
        assert not activity.fields.get("planned")


async def test_counting_is_taken_back(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "c", "30", "enter", "c", "40", "enter")
        await typed(pilot, "u")
        (activity,) = await counted(app)
        assert activity.minutes == 30
        await typed(pilot, "c", "f8")
        assert await counted(app) == []
        assert "counts" not in shown(app).partition("▌")[0]
        await typed(pilot, "u", "u")
        assert await counted(app) == []
        assert "It is as it was before." in said(app)


async def test_lengths_that_are_none(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "c", "enter")
        assert "How long did it take?" in shown(app)
        await typed(pilot, "30h", "enter")
        assert "not between one minute and 24 hours" in " ".join(shown(app).split())
        await typed(pilot, "home", "-", "enter")
        assert "less than no time" in " ".join(shown(app).split())
        assert on(app, CountingScreen)
        await typed(pilot, "escape")
        assert await counted(app) == []


async def test_what_cannot_count_says_why(stage: Stage) -> None:
    with stage.open() as journal:
        journal.entries.add("note", {"text": "Enough", "vent": True, "when": "2026-11-21T09:10:00Z"})
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "c")
        assert any("This note cannot count." in each for each in said(app))
        await typed(pilot, "g", "c")
        assert on(app, MainScreen)
        assert any("lies ahead" in each for each in said(app))


async def test_something_that_stands_nowhere_else(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        assert "mark it anywhere and press c" in shown(app)
        await typed(pilot, "n", "webinar on wound care")
        assert "Webinar" in shown(app)
        await typed(pilot, "down", "3 nov", "down", "1:30", "enter")
        (activity,) = await counted(app)
        assert (activity.title, activity.minutes, str(activity.when.day)) == ("webinar on wound care", 90, "2026-11-03")
        await typed(pilot, "enter")
        assert on(app, PageScreen)
        assert "Counts as" in shown(app)


async def test_on_a_page_it_is_the_whole_that_counts(stage: Stage) -> None:
    with stage.open() as journal:
        fields = {"title": "Talk with Ada", "people": "Ada", "when": "2026-11-21T09:05:00Z"}
        meeting = journal.entries.add("meeting", fields)
        journal.entries.add("action", {"title": "Read it", "parent": meeting.id})
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "o")
        assert on(app, PageScreen)
        await typed(pilot, "c", "1h", "enter")
        (activity,) = await counted(app)
        assert activity.parent == meeting.id
        assert "counts: 1 h · " in shown(app)


async def test_values_of_a_bodys_lists_are_chosen(stage: Stage) -> None:
    with stage.open() as journal:
        paste_list(journal, keep_to(journal, "goc"), "domains", ["Communication", "Leadership"])
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "c", "45", "tab")
        app.screen.query_one("#count-marks").focus()
        await typed(pilot, " ")
        assert on(app, PickingScreen)
        assert "Provided by · GOC CPD" in shown(app)
        await typed(pilot, " ", "down", "down", " ", "down", " ", "enter")
        assert "Communication, Myself" in shown(app)
        await typed(pilot, "enter")
        (activity,) = await counted(app)
        assert activity.members("marks") == ("goc.domains=Communication", "goc.provider=Myself")
        await typed(pilot, "c")
        assert "Communication, Myself" in shown(app)
        await typed(pilot, "tab")
        app.screen.query_one("#count-marks").focus()
        await typed(pilot, " ", "g", " ", "down", "down", "down", " ", "enter", "enter")
        (activity,) = await counted(app)
        assert activity.members("marks") == ()


async def test_lists_that_were_not_pasted_say_where(stage: Stage) -> None:
    with stage.open() as journal:
        keep_to(journal, "ara", {"own_day": date(2025, 6, 1)})
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "c", "45", "tab")
        app.screen.query_one("#count-marks").focus()
        await typed(pilot, " ")
        assert "ARA revalidation’s own. Paste them once" in " ".join(shown(app).split())


async def test_who_may_ask_for_a_reflection_is_said_as_it_first_counts(stage: Stage) -> None:
    with stage.open() as journal:
        keep_to(journal, "nmc", {"own_day": "2028-03-31"})
        reflection = journal.entries.add("reflection", {"title": "What I would do otherwise", "text": "Ask first."})
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.post_message(EntryOpened(reflection.id))
        await settled(pilot)
        await typed(pilot, "c", "30", "enter")
        assert any("Written reflections are not privileged" in each for each in said(app))


async def test_what_was_typed_of_something_new_is_not_gone_with_one_key(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "n", "escape")
        assert on(app, MainScreen)  # nothing was typed
        await typed(pilot, "n", "A webinar on wounds", "escape")
        assert on(app, AddingActivityScreen)
        assert "Esc once more leaves it" in shown(app)
        await typed(pilot, ", and scars", "escape")
        assert on(app, AddingActivityScreen)  # it has changed since
        await typed(pilot, "escape")
        assert on(app, MainScreen)
        assert await counted(app) == []
