"""Which editor it is, and how it is told to keep no copies."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.own_editor.editors import program

from peerlog.errors import BadInput, Refused
from peerlog.own_editor.editor import find_editor


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
