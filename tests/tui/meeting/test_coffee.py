"""A coffee afterwards, counted in keys."""

from __future__ import annotations

from tests.tui.driving import Stage, on, settled, shown, typed

from peerlog.domain.entry import Entry
from peerlog.domain.selection import Selection
from peerlog.tui.screens.coffee import CoffeeScreen
from peerlog.tui.screens.main import MainScreen

MOST_KEYS = 12
"""Besides what is written itself (the issue)."""


def logged_in(stage: Stage) -> Entry:
    with stage.open() as journal:
        return next(each for each in journal.entries.of_kind("meeting") if each.state == "held")


async def test_twelve_keys_and_the_text_at_most(stage: Stage) -> None:
    app = stage.app()
    keys = ["C", ("ada",), "enter", ("Her new rota",), "enter", ("40",), "enter", "right", "right", "escape"]
    assert sum(1 for key in keys if isinstance(key, str)) <= MOST_KEYS
    async with stage.opened(app) as pilot:
        await typed(pilot, *(key if isinstance(key, str) else key[0] for key in keys))
        assert on(app, MainScreen)
    logged = logged_in(stage)
    assert (logged.members("people"), logged.text, logged.minutes, logged.line("channel"), logged.state) == (
        ("Ada",),
        "Her new rota",
        40,
        "phone",
        "held",
    )


async def test_a_coffee_alone_is_four_keys(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="together") as pilot:
        await typed(pilot, "C", "noor", "enter", "The move", "escape")
        assert "Noor" in shown(app)
    logged = logged_in(stage)
    assert (logged.members("people"), logged.line("channel"), logged.minutes) == (("Noor",), "coffee", None)


async def test_found_by_its_name_anywhere_nothing_typed_is_nothing_kept_and_what_lies_ahead_is_none(
    stage: Stage,
) -> None:
    app = stage.app()
    async with stage.opened(app, tab="goals") as pilot:
        await typed(pilot, "ctrl+p", "log a coffee")
        await settled(pilot)
        await pilot.pause(0.2)
        await typed(pilot, "enter")
        assert on(app, CoffeeScreen)
        await typed(pilot, "escape")
        assert on(app, MainScreen)
        await typed(pilot, "1", "C", "ada", "up", "tomorrow")
        await typed(pilot, "escape")
        assert on(app, CoffeeScreen)
    with stage.open() as journal:
        assert journal.entries.count(Selection(kinds=frozenset({"meeting"}))) == 3


async def test_thrown_away_it_is_gone_and_locked_it_is_something_unfinished(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "C", "noor", "f10")
        assert on(app, MainScreen)
        with stage.open() as journal:
            assert [draft.id for draft in journal.entries.drafts()] == ["d1"]
        await typed(pilot, "C", "ada", "enter", "Her new rota", "ctrl+l")
        with stage.open() as journal:
            draft = next(each for each in journal.entries.drafts() if each.id != "d1")
        assert (draft.kind, draft.fields["people"], draft.fields["text"], draft.fields["state"]) == (
            "meeting",
            "ada",
            "Her new rota",
            "held",
        )
