"""Keys of one's own, and what is said when they clash."""

from __future__ import annotations

import pytest
from tests.tui.driving import Stage, on, said, shown, typed

from peerlog.tui.commands import every_command
from peerlog.tui.keys.keymap import complaints, keys_of, say_key, unknown_keys
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.help import HelpScreen
from peerlog.tui.screens.main import MainScreen


async def test_a_key_of_ones_own_does_it_and_the_usual_one_no_longer(stage: Stage) -> None:
    app = stage.app(keys={"new_entry": "z,ctrl+n"})
    async with stage.opened(app) as pilot:
        assert "z note" in shown(app)
        await typed(pilot, "n")
        assert on(app, MainScreen)
        await typed(pilot, "ctrl+n")
        assert on(app, EditorScreen)
        await typed(pilot, "x", "escape", "z")
        assert on(app, EditorScreen)
        assert said(app) == []


async def test_the_help_shows_it(stage: Stage) -> None:
    app = stage.app(keys={"show_goals": "ctrl+g"})
    async with stage.opened(app) as pilot:
        await typed(pilot, "?")
        assert on(app, HelpScreen)
        assert "Ctrl-G" in str(app.screen.query_one("#keys").render())


async def test_clashes_and_unknown_names_are_named_once(stage: Stage) -> None:
    app = stage.app(keys={"show_goals": "n", "no_such_thing": "z"})
    expected = [
        "The settings give keys to “no_such_thing”, which is no command.",
        "n is the key of both “show_goals” and “new_entry”.",
    ]
    async with stage.opened(app) as pilot:
        assert sorted(said(app)) == sorted(expected)
        app.clear_notifications()
        await typed(pilot, "?")
        text = str(app.screen.query_one("#keys").render())
        assert all(each in text for each in expected)
        assert said(app) == []


def test_the_commands_own_keys_do_not_clash() -> None:
    assert complaints({}, every_command()) == []


@pytest.mark.parametrize(
    ("name", "key", "other"),
    [
        ("quit", "ctrl+l", "lock"),
        ("help", "d", "delete_entry"),
        ("edit_entry", "d", "delete_entry"),
        ("edit_entry", "question_mark", "help"),
        ("edit_entry", "?", "help"),
    ],
)
def test_a_clash_within_a_group_or_with_everywhere(name: str, key: str, other: str) -> None:
    found = complaints({name: key}, every_command())
    assert any(f"“{name}”" in each and f"“{other}”" in each for each in found), found


def test_no_clash_between_places_that_are_never_together() -> None:
    assert complaints({"kit_to_file": "e"}, every_command()) == []


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("ctrl+l", "Ctrl-L"),
        ("escape", "Esc"),
        ("question_mark", "?"),
        ("full_stop", "."),
        ("f10", "F10"),
        ("n", "n"),
        ("G", "G"),
        ("shift+tab", "Shift-TAB"),
        ("pagedown", "PgDn"),
        ("down", "↓"),
    ],
)
def test_keys_are_named_as_people_name_them(key: str, expected: str) -> None:
    assert say_key(key) == expected


def test_keys_in_the_settings_may_be_written_as_characters() -> None:
    help_ = next(command for command in every_command() if command.name() == "help")
    assert keys_of(help_, {}) == ["question_mark", "f1"]
    assert keys_of(help_, {"help": "?, f2"}) == ["question_mark", "f2"]
    assert keys_of(help_, {"help": " , "}) == []


def test_keys_that_no_keyboard_has_are_named() -> None:
    assert unknown_keys("f9, ctrl+n,n,?,slash,full_stop,escape,super+1,é,") == []
    assert unknown_keys("bogus+key, f9,, ctrl+, nokey") == ["bogus+key", "", "ctrl+", "nokey"]
    assert complaints({"lock": "nokey"}, every_command()) == ["“nokey” is no key: “lock” has it."]
