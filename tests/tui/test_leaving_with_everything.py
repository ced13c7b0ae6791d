"""Taking everything along from the app."""

from __future__ import annotations

from pathlib import Path

from tests.tui.driving import Stage, on, said, shown, typed
from tests.tui.editor.form import add

from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.where_to import WhereToScreen


async def test_everything_goes_where_one_says_after_a_question(empty: Stage, tmp_path: Path) -> None:
    add(empty, "note", text="A course")
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "x").touch()
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "ctrl+p", "leave with everything", "enter")
        assert on(app, WhereToScreen)
        clear = ["backspace"] * len("~/leaving-peerlog")
        await typed(pilot, *clear, str(tmp_path / "taken"), "enter")
        assert "holds something already" in said(app)[-1]
        await typed(pilot, *["backspace"] * len("taken"), "out", "enter")
        assert "What is written is not encrypted" in shown(app)
        await typed(pilot, "n")
        assert not (tmp_path / "out").exists()
        await typed(pilot, "ctrl+p", "leave with everything", "enter", *clear, str(tmp_path / "out"), "enter", "y")
        assert on(app, MainScreen)
        assert (tmp_path / "out" / "journal.json").is_file()
        assert said(app)[-1].startswith("1 entry and 0 files")
