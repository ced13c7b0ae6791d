"""In the app: a text goes to an editor of one's own and comes back as one step."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from tests.own_editor.editors import EDITOR, install_programs
from tests.tui.driving import Stage, said, typed

from peerlog.domain.selection import Selection
from peerlog.own_editor.editing import EditorFailed
from peerlog.tui.app import PeerlogApp
from peerlog.tui.forms import external_editor
from peerlog.tui.widgets.text_editor import TextEditor


@pytest.fixture
def shouting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An editor that writes everything in capitals; a terminal that can be handed over."""
    script = tmp_path / "shout.py"
    script.write_text("import sys; p = sys.argv[1]; t = open(p).read(); open(p, 'w').write(t.upper())")
    monkeypatch.setattr(PeerlogApp, "suspend", lambda self: nullcontext())
    monkeypatch.setattr(external_editor, "_warned", set())
    return f"{sys.executable} {script}"


async def test_the_text_comes_back_as_one_step(empty: Stage, shouting: str) -> None:
    app = empty.app(use_editor=True, editor=shouting)
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "quiet words", "f2")
        text = app.screen.query_one("#editor-text", TextEditor)
        assert text.text == "QUIET WORDS"
        assert len([each for each in said(app) if "may keep copies" in each]) == 1
        await typed(pilot, "ctrl+z")
        assert text.text == "quiet words"
        await typed(pilot, "ctrl+y", "f2")
        assert len([each for each in said(app) if "may keep copies" in each]) == 1
        await typed(pilot, "escape")
        with empty.open() as journal:
            assert journal.entries.page(Selection()).entries[0].text == "QUIET WORDS"


async def test_what_an_editor_wrote_before_it_failed_comes_back(empty: Stage, shouting: str) -> None:
    script = Path(shouting.split()[1])
    script.write_text(f"{script.read_text()}; raise SystemExit(1)")
    app = empty.app(use_editor=True, editor=shouting)
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "quiet words", "f2")
        assert app.screen.query_one("#editor-text", TextEditor).text == "QUIET WORDS"
        assert any("ended with an error" in each for each in said(app))


async def test_what_was_typed_is_kept_before_the_editor_starts(
    empty: Stage, shouting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = empty.app(use_editor=True, editor=shouting)
    kept: list[object] = []

    def look(*_: object) -> str | None:
        with empty.open() as journal:
            kept.extend(draft.fields["text"] for draft in journal.entries.drafts())
        return None

    monkeypatch.setattr(external_editor, "edit_text", look)
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "quiet words", "f2")
        assert kept == ["quiet words"]


async def test_without_leave_or_editor_or_terminal_there_is_a_sentence(
    empty: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_programs(tmp_path / "bin", monkeypatch)
    for settings, why in (
        ({}, "is not switched on"),
        ({"use_editor": True}, "No editor of your own is set"),
        ({"use_editor": True, "editor": "notthere"}, "“notthere” is not installed"),
        ({"use_editor": True, "editor": "nano"}, "cannot hand over"),
    ):
        app = empty.app(**settings)
        async with empty.opened(app) as pilot:
            await typed(pilot, "n", "words", "f2")
            assert any(why in each for each in said(app)), why
            assert app.screen.query_one("#editor-text", TextEditor).text == "words"


async def test_an_editor_that_fails_gives_the_terminal_back(empty: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual takes the terminal again only when the suspension ends without an error."""
    app = empty.app(use_editor=True, editor="editor")
    ended: list[bool] = []

    class Suspended:
        def __enter__(self) -> None:
            pass

        def __exit__(self, kind: object, *_: object) -> None:
            ended.append(kind is None)

    def fail(*_: object) -> str:
        raise EditorFailed("It failed.", "half a thought")

    monkeypatch.setattr(external_editor, "find_editor", lambda *_: EDITOR)
    monkeypatch.setattr(external_editor, "edit_text", fail)
    monkeypatch.setattr(app, "suspend", Suspended)
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "f2")
        assert ended == [True]
        assert app.screen.query_one(TextEditor).text == "half a thought"
        assert any("It failed." in each for each in said(app))
