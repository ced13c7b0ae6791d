"""Looking after the journal: settings, name and zone, the passphrase."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from tests.prebuilt import PASSPHRASE
from tests.tui.driving import Stage, eventually, on, said, settled, shown, typed
from textual.widgets import Input

from peerlog.errors import Refused, WrongPassphrase
from peerlog.journal.journal import Profile
from peerlog.journal.opening import unlock
from peerlog.settings import NAME, Settings, load_settings
from peerlog.tui.keys.palette import ThemePalette
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.settings import SettingsScreen
from peerlog.vault import backup

OTHER = "correct horse battery staple anew"


async def test_a_yes_or_no_is_changed_by_enter_and_kept_in_the_file(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await app.run_action("show_settings")
        await settled(pilot)
        assert NAME in "".join(line.strip() for line in shown(app).splitlines())
        before = app.settings.week_starts_on_sunday
        await typed(pilot, *["j"] * 5, "enter")
        assert app.settings.week_starts_on_sunday is not before
        assert load_settings(stage.settings_folder).week_starts_on_sunday is not before
        await typed(pilot, "escape")
        assert on(app, MainScreen)


async def test_a_number_is_typed_and_counts_at_once(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await app.run_action("show_settings")
        await settled(pilot)
        await typed(pilot, "j", "enter", "ctrl+u", "12", "enter")
        assert app.settings.lock_after_minutes == 12
        assert app.idle.minutes == 12
        assert "12 min" in shown(app)


@pytest.mark.parametrize("value", ["2000", "soon", "-1", ""])
async def test_what_does_not_fit_is_said_and_changes_nothing(stage: Stage, value: str) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await app.run_action("show_settings")
        await settled(pilot)
        await typed(pilot, "j", "enter", "ctrl+u", value, "enter")
        assert app.settings.lock_after_minutes == 5
        assert any("lock_after_minutes" in message for message in said(app))
        await typed(pilot, "escape")
        assert on(app, SettingsScreen)
        assert app.focused is app.screen.query_one("Rows")
    assert not (stage.settings_folder / NAME).exists()


async def test_every_setting_says_what_it_means(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await app.run_action("show_settings")
        await settled(pilot)
        seen, kept = set(), []
        for _ in fields(Settings):
            seen.add(str(app.screen.query_one("#about").render()))
            kept.append(str(app.screen.query_one("#kept").render()))
            await typed(pilot, "j")
        assert seen >= {setting.metadata["about"] for setting in fields(Settings) if setting.name != "theme"}
        assert len(seen) == len(fields(Settings))
        assert all(f"“{setting.name}” in" in said for setting, said in zip(fields(Settings), kept, strict=True))
        assert not [setting.name for setting in fields(Settings) if "_" in setting.name and setting.name in shown(app)]


async def test_a_setting_that_is_typed_is_seen_in_the_smallest_terminal(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, size=(60, 16)) as pilot:
        await app.run_action("show_settings")
        await settled(pilot)
        await typed(pilot, "j", "enter", "ctrl+u", "17")
        await eventually(pilot, lambda: "17" in shown(app))


async def test_colours_are_chosen_among_all_there_are(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await app.run_action("show_settings")
        await settled(pilot)
        await typed(pilot, "enter")
        assert on(app, ThemePalette)
        assert app.theme == "evening"
        await typed(pilot, "paper")
        await pilot.pause(0.2)
        await typed(pilot, "enter")
        await settled(pilot)
        assert on(app, SettingsScreen)
        assert app.theme == load_settings(stage.settings_folder).theme == "paper"
        assert next(line for line in shown(app).splitlines() if "Colours" in line).split()[-1] == "paper"


async def test_the_bottom_line_says_what_the_keys_do_while_a_setting_is_typed(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await app.run_action("show_settings")
        await settled(pilot)
        await typed(pilot, "j", "enter")
        assert shown(app).splitlines()[-1].strip().startswith("Enter keep   Esc leave as it was")
        await typed(pilot, "ctrl+u", "7", "escape")
        assert app.settings.lock_after_minutes == 5
        assert "Esc back" in shown(app).splitlines()[-1]


async def test_name_and_zone(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await app.run_action("show_profile")
        await settled(pilot)
        assert app.screen.query_one("#person", Input).value == "Kim"
        await typed(pilot, "ctrl+u", "Zoë", "enter", "ctrl+u", "Asia/Tokyo", "enter")
        assert on(app, MainScreen)
        assert await app.ask(lambda journal: journal.profile) == Profile("Zoë", "Asia/Tokyo")
        assert "Mon 23, 18:30" in shown(app)


async def test_a_zone_that_is_none(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await app.run_action("show_profile")
        await settled(pilot)
        await typed(pilot, "enter", "ctrl+u", "Atlantis", "enter")
        assert not on(app, MainScreen)
        assert any("Atlantis" in message for message in said(app))
        profile = await app.ask(lambda journal: journal.profile)
        assert profile == Profile("Kim", "Europe/Dublin")


async def test_another_passphrase(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await app.run_action("change_passphrase")
        await settled(pilot)
        await typed(pilot, OTHER, "enter", OTHER, "enter")
        await settled(pilot)
        assert "From now on this passphrase opens your journal." in shown(app)
        assert OTHER not in shown(app)
        await typed(pilot, "escape")
        assert on(app, MainScreen)
    unlock(stage.home, OTHER).close()
    with pytest.raises(WrongPassphrase):
        unlock(stage.home, PASSPHRASE)


async def test_a_passphrase_that_is_changed_without_a_fresh_backup(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Refused("There is no space left on the disk.", "Free some space.")

    app = stage.app()
    async with stage.opened(app) as pilot:
        await app.run_action("change_passphrase")
        await settled(pilot)
        monkeypatch.setattr(backup, "_make", fail)
        await typed(pilot, OTHER, "enter", OTHER, "enter")
        await settled(pilot)
        assert "From now on this passphrase opens your journal." in shown(app)
        assert "There is no space left on the disk." in shown(app)
    unlock(stage.home, OTHER).close()


async def test_a_settings_folder_that_cannot_be_written_is_said(stage: Stage) -> None:
    Path(stage.settings_folder).write_text("a file where the folder should be")
    app = stage.app()
    async with stage.opened(app) as pilot:
        await app.run_action("show_settings")
        await settled(pilot)
        await typed(pilot, *["j"] * 5, "enter")
        assert len(said(app)) == 1
        assert app.settings.week_starts_on_sunday is False
