"""Tab 2: deleting, taking that back, and the trash."""

from __future__ import annotations

from tests.tui.driving import Stage, said, shown, typed
from tests.tui.journal.rows import entries, names
from textual.widgets import Input

from peerlog.domain.selection import Selection
from peerlog.tui.screens.confirm import ConfirmScreen
from peerlog.tui.screens.trash import TrashScreen
from peerlog.tui.widgets.reader import Reader

TRASH = Selection(deleted=True)


async def test_delete_and_undo(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        before = entries(app).marked
        assert before
        doomed = before.headline
        neighbour = names(app)[names(app).index(doomed) + 1]
        await typed(pilot, "d")
        assert doomed not in names(app)
        marked = entries(app).marked
        assert marked
        assert marked.headline == neighbour
        assert any("u takes that back" in each for each in said(app))
        await typed(pilot, "u")
        assert doomed in names(app)
        with stage.open() as journal:
            assert journal.entries.count(TRASH) == 0
        await typed(pilot, "u")
        assert said(app)[-1] == "There is nothing to take back."


async def test_everything_deleted_comes_back_step_by_step(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        before = names(app)
        await typed(pilot, "d", "d", "d")
        assert len(said(app)) == 1
        await typed(pilot, "u", "u", "u")
        assert names(app) == before
        await typed(pilot, "u")
        assert said(app) == ["There is nothing to take back."]


async def test_keys_typed_at_once_meet_the_list_as_it_is_by_then(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        before = names(app)
        at = before.index("Agenda felt too long. #chairing")
        await typed(pilot, "d", "d", "d")
        assert names(app) == before[:at] + before[at + 3 :]
        await typed(pilot, "t", "b", "b", "D")
        assert isinstance(app.screen, ConfirmScreen)
        with stage.open() as journal:
            assert journal.entries.count(TRASH) == 1


async def test_bring_back_from_the_trash(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "j", "d", "d", "t")
        assert isinstance(app.screen, TrashScreen)
        assert len(names(app)) == 2
        await typed(pilot, "enter")
        assert app.screen.query_one(Reader).has_focus
        await typed(pilot, "escape", "b")
        assert len(names(app)) == 1
        await typed(pilot, "b")
        assert "Nothing is in the trash" in shown(app)
        await typed(pilot, "escape")
        with stage.open() as journal:
            assert journal.entries.count(TRASH) == 0


async def test_erasing_asks_for_a_word(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "d", "t", "D")
        assert isinstance(app.screen, ConfirmScreen)
        assert "Agenda felt too long" in shown(app)
        await typed(pilot, "y", "enter")
        assert isinstance(app.screen, ConfirmScreen)
        await typed(pilot, "escape")
        assert len(names(app)) == 1
        await typed(pilot, "D")
        app.screen.query_one(Input).value = "erase"
        await typed(pilot, "enter")
        assert names(app) == []
        with stage.open() as journal:
            assert journal.entries.count(TRASH) == 0
        await typed(pilot, "escape", "u")
        assert said(app)[-1] == "There is nothing to take back."
