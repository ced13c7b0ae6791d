"""Help, the palette and the bottom line: all of them know every command."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, Stage, eventually, on, settled, shown, typed
from tests.tui.snapshot import picture
from textual.command import CommandList, CommandPalette
from textual.pilot import Pilot

from peerlog.tui.commands import Group, every_command
from peerlog.tui.keys.keymap import say_keys
from peerlog.tui.messages import EntryOpened
from peerlog.tui.screens.dialogue import Dialogue
from peerlog.tui.screens.help import HelpScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.recovery_kit import RecoveryKitScreen


async def test_help_names_every_key(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "?")
        assert on(app, HelpScreen)
        text = " ".join(str(app.screen.query_one("#keys").render()).split())
        for command in every_command():
            if command.key:
                assert command.name() in text
                assert say_keys(command, {}) in text
        await typed(pilot, "q")
        assert on(app, MainScreen)


async def test_what_works_here_stands_first(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "f1")
        headings = [line.strip() for line in shown(app).splitlines()]
        first = next(line for line in headings if line)
        assert first.split()[0] == "Here"
        assert "Write something new" in shown(app)
        await typed(pilot, "?")
        assert on(app, MainScreen)


async def test_it_scrolls_to_the_end(stage: Stage) -> None:
    app = stage.app()
    last = every_command()[-1]
    async with stage.opened(app) as pilot:
        await typed(pilot, "?")
        await typed(pilot, "G")
        await eventually(pilot, lambda: shown(app).splitlines()[-2].endswith(last.name()))


async def test_it_helps_at_the_door_too(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, "f1")
        assert "Opening and making a journal" in shown(app)
        assert "Open the journal with the 24 words" in shown(app)
        assert "Leave peerlog." in shown(app)
        for elsewhere in ("Lock the journal", "Writing", "Finding", "Go to Today", "new_entry"):
            assert elsewhere not in shown(app)
        await typed(pilot, "escape")
        assert app.focused is app.screen.query_one("#secret")


async def test_the_palette_finds_what_there_is_by_a_part_of_its_name(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "ctrl+p")
        assert on(app, CommandPalette)
        await typed(pilot, "recovery kit")
        await pilot.pause(0.2)
        await typed(pilot, "enter")
        await settled(pilot)
        assert on(app, RecoveryKitScreen)


async def first_in_the_palette(pilot: Pilot[object], words: str) -> str:
    await typed(pilot, "ctrl+p", words)
    await pilot.pause(0.3)
    found = pilot.app.screen.query_one(CommandList)
    first = str(found.get_option_at_index(0).prompt) if found.option_count else ""
    await typed(pilot, "escape")
    return first


async def test_the_palette_puts_what_is_called_so_above_what_is_described_so(stage: Stage) -> None:
    async with stage.opened() as pilot:
        assert (await first_in_the_palette(pilot, "pass")).startswith("Change passphrase")
        assert (await first_in_the_palette(pilot, "theme")).startswith("Theme")


async def test_the_palette_finds_nothing_by_letters_strewn_over_a_sentence(stage: Stage) -> None:
    async with stage.opened() as pilot:
        assert await first_in_the_palette(pilot, "quit")
        assert not await first_in_the_palette(pilot, "put away")


async def test_the_palette_leaves_out_what_cannot_be_done_now(stage: Stage) -> None:
    async with stage.opened(tab="journal") as pilot:
        assert not (await first_in_the_palette(pilot, "undo")).startswith("Undo")
        await typed(pilot, "d")
        assert (await first_in_the_palette(pilot, "undo")).startswith("Undo")


async def test_the_palette_offers_no_picture_of_the_screen(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, size=LARGE) as pilot:
        await typed(pilot, "ctrl+p")
        await typed(pilot, "screenshot")
        await pilot.pause(0.2)
        assert app.screen.query_one(CommandList).option_count == 0


async def test_a_dot_offers_what_can_be_done_here(stage: Stage) -> None:
    app = stage.app()
    everywhere = [command for command in every_command() if command.group == Group.EVERYWHERE]
    async with stage.opened(app, size=LARGE) as pilot:
        await typed(pilot, ".")
        await pilot.pause(0.2)
        text = shown(app)
        assert "Open what is marked" in text
        assert not [command for command in everywhere if command.about() in text]


@pytest.mark.parametrize("theme", ["evening", "contrast-light"])
async def test_the_palette(stage: Stage, screen_snapshot: SnapshotAssertion, theme: str) -> None:
    async with stage.opened(stage.app(theme=theme)) as pilot:
        await typed(pilot, "ctrl+p")
        await pilot.pause(0.2)
        assert await picture(pilot) == screen_snapshot


async def test_the_bottom_line_has_at_most_five_keys_and_always_help_and_more(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        for tab in "1234":
            await typed(pilot, tab)
            line = shown(app).splitlines()[-1]
            assert line.endswith("? help   . more")
            assert len(line.split("   ")) <= 7


def test_every_command_says_what_it_does() -> None:
    assert [each.name() for each in every_command() if not each.label or each.label != each.label.strip()] == []
    assert [each.name() for each in every_command() if not each.about().endswith((".", "?"))] == []
    assert [each.name() for each in every_command() if not each.group] == []


def test_no_two_commands_have_one_name() -> None:
    names = [command.name() for command in every_command()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("keys", "named"),
    [
        (("N",), ["Enter take it", "Esc back"]),
        (("N", "p"), ["Enter take it", "Esc back"]),
        (("f",), ["Space choose", "Enter show", "Esc leave as it was", "F5 no filter"]),
        (("n", "words", "f6"), ["Enter take it", "Esc back"]),
        (("n", "words", "f10"), ["y yes", "Esc no"]),
        (("d", "t", "D"), ["Esc no"]),
        (("d", "t", "D", "erase"), ["Enter yes", "Esc no"]),
    ],
    ids=["kind", "template", "filter", "link", "question", "erase", "erase-typed"],
)
async def test_a_small_window_names_its_own_keys(stage: Stage, keys: tuple[str, ...], named: list[str]) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, *keys)
        assert isinstance(app.screen, Dialogue)
        lines = shown(app).splitlines()
        assert lines[-1].strip().split("   ") == named
        assert not any("─" in line for line in lines), "a box where there is no room around it"


async def test_a_dot_names_no_key_that_does_something_else_here(stage: Stage) -> None:
    app = stage.app()
    with stage.open() as journal:
        goal = journal.entries.add("goal", {"title": "Chair a meeting well"})
    async with stage.opened(app, LARGE) as pilot:
        app.post_message(EntryOpened(goal.id))
        await settled(pilot)
        await typed(pilot, ".")
        await eventually(pilot, lambda: "Write a reflection about this goal" in shown(app))
        assert "question of the day" not in shown(app)


async def test_enter_takes_what_the_last_letter_finds(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "ctrl+p", "zzzzz", "enter")
        assert on(app, CommandPalette), "nothing is called that"
        await typed(pilot, "escape", "ctrl+p", "recovery kit", "enter")
        assert on(app, RecoveryKitScreen)
