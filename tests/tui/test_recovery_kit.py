"""The recovery kit: shown after the first saved entry, and confirmed by two of its words."""

from __future__ import annotations

import re
import stat

import pytest
from tests.prebuilt import PASSPHRASE
from tests.tui.beginning import begun, field, on_a_known_machine
from tests.tui.driving import Stage, on, said, settled, shown, typed
from textual.pilot import Pilot
from textual.widgets import Input

from peerlog.journal.opening import unlock_with_recovery_words
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.recovery_kit import RecoveryKitScreen


@pytest.fixture(autouse=True)
def _known_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_known_machine(monkeypatch)


async def written_first(pilot: Pilot[object]) -> None:
    """Up to the recovery kit, as it comes after the first saved entry."""
    await settled(pilot)
    await begun(pilot)
    await typed(pilot, "First", "escape")
    assert on(pilot.app, RecoveryKitScreen)


def words_on(app: PeerlogApp) -> dict[int, str]:
    return {int(number): word for number, word in re.findall(r"(\d+)\. ([a-z]+)", shown(app))}


def asked_for(app: PeerlogApp) -> list[int]:
    return [int(field.placeholder.removeprefix("word ")) for field in app.screen.query("#check Input").results(Input)]


async def test_the_kit_counts_once_two_of_its_words_came_back(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await written_first(pilot)
        words = words_on(app)
        assert sorted(words) == list(range(1, 25))
        await typed(pilot, "enter")
        assert not words_on(app), "the words stand beside the questions"
        first, second = asked_for(app)
        assert first != second
        await typed(pilot, words[first], "enter", "abandoned", "enter")
        assert f"Word {second} is another one" in shown(app)
        assert app.session.is_open
        assert await app.ask(lambda journal: journal.wants_recovery_kit)
        await typed(pilot, "ctrl+u", words[second][:4], "enter")
        assert on(app, MainScreen)
        assert "Recovery kit" not in shown(app)
    with unlock_with_recovery_words(bare.home, " ".join(words[number] for number in range(1, 25))):
        pass


async def test_later_leaves_it_on_today(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await written_first(pilot)
        await typed(pilot, "escape")
        assert any("waits on Today" in message for message in said(app))
        assert "Recovery kit" in shown(app)
        await typed(pilot, "n", "Second", "escape")
        assert on(app, MainScreen), "it is offered once"
        await typed(pilot, "end", "enter")
        assert on(app, RecoveryKitScreen)


async def test_it_comes_after_an_entry_not_after_a_draft(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await begun(pilot)
        await typed(pilot, "Begun", "ctrl+l")
        await typed(pilot, PASSPHRASE, "enter")
        assert on(app, MainScreen)
        await typed(pilot, "ctrl+o", " and done", "escape")
        assert on(app, RecoveryKitScreen)


async def test_the_kit_is_written_only_on_request_and_over_nothing(bare: Stage) -> None:
    app = bare.app()
    target = bare.settings_folder.parent / "kit.txt"
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await written_first(pilot)
        words = words_on(app)
        target.write_text("mine")
        for expected in ("mine", "kit"):
            await typed(pilot, "f2")
            field(app, "path").value = str(target)
            await typed(pilot, "enter")
            if expected == "mine":
                assert target.read_text() == "mine"
                assert any("exists" in message or "already" in message for message in said(app))
                target.unlink()
                assert shown(app).splitlines()[-1].split("   ")[0].strip() == "Enter write it"
                await typed(pilot, "escape")
                assert "These words do not open anything yet." in shown(app)
                app.clear_notifications()
        text = target.read_text(encoding="utf-8")
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
        assert all(f"{number:2}. {word}" in text for number, word in words.items())
        assert await app.ask(lambda journal: journal.wants_recovery_kit), "a file alone does not count"
        assert "do not open anything yet" in " ".join(shown(app).split())
        for number in asked_for(app):
            await typed(pilot, words[number], "enter")
        assert on(app, MainScreen)
        assert not await app.ask(lambda journal: journal.wants_recovery_kit)


async def test_words_on_paper_stay_the_words_until_the_lock(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await written_first(pilot)
        words = words_on(app)
        await typed(pilot, "escape")
        assert any("do not open anything yet" in message for message in said(app))
        await app.run_action("make_recovery_kit")
        await settled(pilot)
        assert words_on(app) == words
        await typed(pilot, "ctrl+l")
        assert app.session.shown_key is None
        await typed(pilot, PASSPHRASE, "enter")
        await app.run_action("make_recovery_kit")
        await settled(pilot)
        assert words_on(app) != words


async def test_a_kit_that_counts_is_not_shown_again(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await written_first(pilot)
        words = words_on(app)
        await typed(pilot, "enter")
        for number in asked_for(app):
            await typed(pilot, words[number], "enter")
        await app.run_action("make_recovery_kit")
        await settled(pilot)
        assert words_on(app) != words
