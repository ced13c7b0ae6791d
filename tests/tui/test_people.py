"""People in the app: the list of cards, a card's page, and common ground."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import Stage, on, settled, shown, typed
from tests.tui.snapshot import picture

from peerlog.journal.cards import own_card
from peerlog.tui.messages import EntryOpened
from peerlog.tui.screens.common_ground import CommonGroundScreen
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.people import PeopleScreen


def furnished(stage: Stage) -> str:
    """One's own card and that of Sam, who lives in Brisbane; the id of Sam's."""
    with stage.open() as journal:
        add = journal.entries.add
        add("card", {"own": True, "title": "Kim", "offers": "chairing", "seeks": "publishing", "interests": "maps"})
        add("action", {"title": "Reading list", "owner": "Sam", "due": "2026-11-27"})
        sam = {"title": "Sam", "zone": "Australia/Brisbane", "offers": "publishing", "interests": "Maps, sailing"}
        return add("card", sam).id


async def test_a_card_s_page(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    sam = furnished(stage)
    app = stage.app(theme="paper")
    async with stage.opened(app) as pilot:
        app.post_message(EntryOpened(sam))
        await settled(pilot)
        for words in (
            "19:12 there, awake",
            "Everybody has something to give and to gain",
            "They can give",
            "Due Fri 27",
        ):
            assert words in shown(app)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "b")
        assert on(app, CommonGroundScreen)
        assert "Sam can give Kim" in shown(app)
        await typed(pilot, "escape", "escape")
        assert not on(app, PageScreen)


async def test_the_list_shows_cards_and_who_has_none(stage: Stage) -> None:
    furnished(stage)
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.action_show_people()
        await settled(pilot)
        assert on(app, PeopleScreen)
        lines = [" ".join(line.split()) for line in shown(app).splitlines()]
        assert any("Kim offers chairing · seeks publishing you" in line for line in lines)
        assert any(line.startswith("Ada Enter writes a card") for line in lines)
        await typed(pilot, "b")
        assert on(app, CommonGroundScreen)
        assert "Sam can give Kim" in shown(app)
        await typed(pilot, "escape", "j", "enter")
        assert on(app, PageScreen)
        assert "Australia/Brisbane" in shown(app)


async def test_enter_on_a_bare_name_writes_their_card(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.action_show_people()
        await settled(pilot)
        await typed(pilot, "j", "enter")
        assert on(app, EditorScreen)
        await typed(pilot, "Met in June.", "escape")
        cards = await app.ask(lambda journal: journal.entries.of_kind("card"))
        assert [card.title for card in cards or ()] == ["Zoë"]


async def test_one_s_own_card_is_begun_with_what_is_known(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        app.action_show_people()
        await settled(pilot)
        await typed(pilot, "enter")
        assert on(app, EditorScreen)
        await typed(pilot, "Maps", "escape")
        card = await app.ask(own_card)
        assert card is not None
        assert (card.title, card.line("zone"), card.line("focus")) == ("Kim", "Europe/Dublin", "Maps")
        app.action_my_card()
        await settled(pilot)
        assert on(app, PageScreen)
        assert "Am I ready?" in shown(app)
        await typed(pilot, "G", "enter")
        assert on(app, EditorScreen)
        assert "Am I ready?" in shown(app)
        await typed(pilot, "escape")
        assert await app.ask(lambda journal: journal.entries.of_kind("page")) == []
        assert await app.ask(lambda journal: journal.entries.drafts()) == []


async def test_cards_that_do_not_meet_are_shown_side_by_side(stage: Stage) -> None:
    with stage.open() as journal:
        cards = [
            journal.entries.add("card", {"title": name, "offers": [offer], "seeks": [seek]}).id
            for name, offer, seek in (("Kim", "statistics", "patience"), ("Sam", "listening", "chairing"))
        ]
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.push_screen(CommonGroundScreen(cards))
        await settled(pilot)
        assert "Nothing in your cards meets by its words yet" in shown(app)
        assert all(said in shown(app) for said in ("offers: statistics", "seeks: chairing"))
