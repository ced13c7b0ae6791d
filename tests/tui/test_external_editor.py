"""A text in an editor of one's own: private while it is there, gone afterwards, back as one step."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

import pytest
from tests.tui.driving import Stage, said, typed

from peerlog import editor_file
from peerlog.domain.selection import Selection
from peerlog.editor_file import (
    Editor,
    EditorFailed,
    edit_text,
    find_editor,
    keep_text,
    memory_folders,
    private_file,
    rescue_left_behind,
)
from peerlog.errors import BadInput, Refused
from peerlog.tui import external_editor
from peerlog.tui.app import PeerlogApp
from peerlog.tui.widgets.text_editor import TextEditor

EDITOR = Editor(("editor",), keeps_none=True)


def writes(written: str | bytes, status: int = 0) -> editor_file.Run:
    def run(command: Sequence[str]) -> int:
        Path(command[-1]).write_bytes(written.encode() if isinstance(written, str) else written)
        return status

    return run


def program(folder: Path, name: str) -> Path:
    """A program on the search path that does nothing."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


# Which editor


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bin"
    for name in ("vim.basic", "nvim", "nano", "emacs", "emacsclient", "micro", "hx", "helix", "code", "nvi"):
        program(folder, name)
    (folder / "vi").symlink_to("vim.basic")
    (folder / "editor").symlink_to("nano")
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.mark.parametrize(
    ("said", "flags"),
    [
        ("vi", ["-n", "-i", "NONE", "--cmd", "-c"]),
        ("nvim", ["-n", "-i", "NONE", "--cmd", "-c"]),
        ("editor", ["-R"]),
        ("nano", ["-R"]),
        ("emacs -nw", ["--eval"]),
        ("micro", ["-backup", "-saveundo", "-savehistory"]),
        ("hx", []),
        ("helix", []),
    ],
)
@pytest.mark.usefixtures("programs")
def test_editors_that_can_be_told_keep_no_copies(said: str, flags: list[str]) -> None:
    editor = find_editor(said, {})
    assert editor.keeps_none
    assert editor.warning == ""
    assert list(editor.command[: len(said.split())]) == said.split()
    assert set(flags) <= set(editor.command)


@pytest.mark.parametrize("said", ["code -w", "emacsclient", "nvi"])
@pytest.mark.usefixtures("programs")
def test_of_others_it_is_said(said: str) -> None:
    editor = find_editor(said, {})
    assert not editor.keeps_none
    assert editor.command == tuple(said.split())
    assert "may keep copies" in editor.warning


@pytest.mark.usefixtures("programs")
def test_the_settings_come_first_then_visual_then_editor() -> None:
    environ = {"VISUAL": "nvim", "EDITOR": "nano"}
    assert find_editor("hx", environ).name == "hx"
    assert find_editor(" ", environ).name == "nvim"
    assert find_editor("", {"VISUAL": "", "EDITOR": "nano"}).name == "nano"


@pytest.mark.usefixtures("programs")
def test_a_path_with_spaces_is_quoted_as_in_a_shell(programs: Path) -> None:
    path = program(programs / "my tools", "hx")
    assert find_editor(f"'{path}' --flag", {}).command == (str(path), "--flag")


@pytest.mark.usefixtures("programs")
def test_an_editor_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match="No editor of your own is set"):
        find_editor("", {})
    with pytest.raises(Refused, match="“notthere” is not installed"):
        find_editor("notthere -w", {})
    with pytest.raises(BadInput, match="quotation mark"):
        find_editor("code '-w", {})


# The file


def test_the_file_is_private_and_gone_afterwards(tmp_path: Path) -> None:
    seen: list[Path] = []

    def run(command: Sequence[str]) -> int:
        path = Path(command[-1])
        seen.append(path)
        assert path.read_text(encoding="utf-8") == "My words é\n"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        (path.parent / "entry.md~").write_text("a copy")
        path.write_text("My words", encoding="utf-8")
        return 0

    assert edit_text("My words é", EDITOR, tmp_path, run) == "My words"
    assert not seen[0].parent.exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no memory file system at hand")
def test_it_lies_in_memory_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []

    def look(command: Sequence[str]) -> int:
        seen.append(Path(command[-1]).parent.parent)
        return 0

    folders = memory_folders()
    edit_text("words", EDITOR, tmp_path, look)
    monkeypatch.setattr(editor_file, "memory_folders", lambda: [])
    edit_text("words", EDITOR, tmp_path, look)
    assert seen == [folders[0] if folders else tmp_path, tmp_path]


def test_a_runtime_folder_on_a_disk_is_no_memory(home: Path) -> None:
    assert Path(os.environ["XDG_RUNTIME_DIR"]) not in memory_folders()


@pytest.mark.parametrize("failure", [OSError(8, "Exec format error"), KeyboardInterrupt()])
def test_it_is_removed_whatever_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    monkeypatch.setattr(editor_file, "memory_folders", lambda: [])

    def run(command: Sequence[str]) -> int:
        raise failure

    with pytest.raises((Refused, KeyboardInterrupt)):
        edit_text("words", EDITOR, tmp_path, run)
    assert list(tmp_path.iterdir()) == []


def left(folder: Path, session: str, words: str = "left words\n") -> Path:
    """What a session of the journal in `folder`, named by its process and a letter, leaves when it is killed."""
    process, letter = session.split("-")
    made = folder / f"peerlog-edit-{process}-{editor_file._mark(folder)}-{letter}"
    made.mkdir()
    (made / "entry.md").write_text(words)
    return made


def test_the_words_of_a_killed_session_are_handed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editor_file, "memory_folders", lambda: [])
    gone, empty, alive = (
        left(tmp_path, "4194999-x"),
        left(tmp_path, "4194998-x", "\n"),
        left(tmp_path, f"{os.getpid()}-y"),
    )
    other = tmp_path / "peerlog-edit-4194999-0123456789ab-z"
    other.mkdir()
    (other / "entry.md").write_text("of another journal")
    still_open, as_given = left(tmp_path, "4194997-x"), left(tmp_path, "4194996-x", "unchanged\n")
    (still_open / "editor").write_text(str(os.getpid()))
    (as_given / "before").write_text(editor_file._hash("unchanged\n"))
    kept: list[str] = []
    assert rescue_left_behind(tmp_path, kept.append) == 1
    assert (still_open.exists(), as_given.exists()) == (True, False)
    assert kept == ["left words"]
    assert [each.exists() for each in (gone, empty, alive, other)] == [False, False, True, True]


def test_words_that_cannot_be_handed_over_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editor_file, "memory_folders", lambda: [])
    gone = left(tmp_path, "4194999-x")

    def refuse(_: str) -> None:
        raise Refused("No.")

    with pytest.raises(Refused):
        rescue_left_behind(tmp_path, refuse)
    assert (gone / "entry.md").read_text() == "left words\n"


def test_what_comes_back(tmp_path: Path) -> None:
    assert edit_text("words", EDITOR, tmp_path, writes("words\n")) is None
    assert edit_text("words\n", EDITOR, tmp_path, writes("words")) == "words"
    assert edit_text("words", EDITOR, tmp_path, writes("one\r\ntwo\x1b[31m\n")) == "one\ntwo"
    assert edit_text("words", EDITOR, tmp_path, writes(b"caf\xe9\n")) == "café"
    assert edit_text("words", EDITOR, tmp_path, writes("")) == ""


def test_an_editor_that_fails_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(EditorFailed, match=r"ended with an error \(1\), so nothing was changed") as failed:
        edit_text("words", EDITOR, tmp_path, writes("words\n", status=1))
    assert failed.value.written is None

    def lose(command: Sequence[str]) -> int:
        Path(command[-1]).unlink()
        return 0

    with pytest.raises(Refused, match="left no file"):
        edit_text("words", EDITOR, tmp_path, lose)


def test_what_an_editor_that_fails_had_written_comes_with_the_failure(tmp_path: Path) -> None:
    with pytest.raises(EditorFailed, match=r"ended with an error \(1\)\.$") as failed:
        edit_text("words", EDITOR, tmp_path, writes("other\n", status=1))
    assert failed.value.written == "other"
    with pytest.raises(EditorFailed, match="stopped by signal 9"):
        edit_text("words", EDITOR, tmp_path, writes("other", status=-9))


def test_a_text_that_has_no_other_place_stays_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editor_file, "memory_folders", lambda: [tmp_path / "full"])
    monkeypatch.setattr(editor_file, "_is_alive", lambda _: False)
    with private_file("one", tmp_path) as file:
        kept = [file.keep(), keep_text("two", tmp_path)]
    edit_text("words", EDITOR, tmp_path, lambda _: 0)
    assert [path.read_text(encoding="utf-8") for path in kept] == ["one\n", "two"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}
    with pytest.raises(Refused, match="no place for a private file"):
        keep_text("three", tmp_path / "gone")


def test_a_real_program_is_run(tmp_path: Path) -> None:
    script = tmp_path / "shout.py"
    script.write_text("import sys; p = sys.argv[1]; t = open(p).read(); open(p, 'w').write(t.upper())")
    assert edit_text("words", Editor((sys.executable, str(script)), keeps_none=False), tmp_path) == "WORDS"


# In the app


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


async def test_without_leave_or_editor_or_terminal_there_is_a_sentence(empty: Stage, programs: Path) -> None:
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
