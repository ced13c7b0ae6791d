"""The first run: four actions to the first word, then the recovery kit."""

from __future__ import annotations

import re
import stat

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.prebuilt import PASSPHRASE
from tests.tui.driving import Stage, on, said, settled, shown, typed
from tests.tui.snapshot import picture
from textual.pilot import Pilot
from textual.widgets import Input

from peerlog.domain.selection import Selection
from peerlog.journal import owner
from peerlog.journal.opening import journal_exists, unlock, unlock_with_recovery_words
from peerlog.journal.safekeeping import upkeep
from peerlog.settings import load_settings
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.first_run import FirstRunScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.recovery_kit import RecoveryKitScreen

WORDS = "clay reason skull fringe expand hair"


@pytest.fixture(autouse=True)
def _known_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "suggest_passphrase", lambda: WORDS)
    monkeypatch.setattr(owner, "system_name", lambda: "Kim")


def field(app: PeerlogApp, id: str) -> Input:
    return app.screen.query_one(f"#{id}", Input)


async def begun(pilot: Pilot[object], first: str = PASSPHRASE, again: str = PASSPHRASE) -> None:
    """Fill in both fields and press Enter in each."""
    app = pilot.app
    assert isinstance(app, PeerlogApp)
    for id, text in (("first", first), ("again", again)):
        field(app, id).value = text
        await typed(pilot, "enter")


async def test_passphrase_again_open_type(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await begun(pilot)
        assert on(app, EditorScreen)
        await typed(pilot, "First words", "escape")
    with unlock(bare.home, PASSPHRASE) as journal:
        assert [entry.text for entry in journal.entries.page(Selection()).entries] == ["First words"]
        assert journal.profile.name == "Kim"
        assert journal.profile.zone == "UTC"
        assert journal.entries.drafts() == []


async def test_one_key_takes_the_words_that_are_offered(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert WORDS in shown(app)
        await typed(pilot, "enter")
        assert "Write these words down" in shown(app)
        assert WORDS in shown(app)
        await typed(pilot, WORDS[:5])
        assert WORDS not in shown(app)
        await typed(pilot, WORDS[5:], "enter")
        assert on(app, EditorScreen)
    with unlock(bare.home, WORDS):
        pass


async def test_one_key_offers_others(bare: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        monkeypatch.setattr(upkeep, "suggest_passphrase", lambda: "other words")
        await typed(pilot, "f2")
        assert "other words" in shown(app)
        assert field(app, "first").value == ""


async def test_others_are_offered_whatever_has_been_typed(bare: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        monkeypatch.setattr(upkeep, "suggest_passphrase", lambda: "other words")
        await typed(pilot, "my own", "f2")
        assert "other words" in shown(app)
        await typed(pilot, "enter", "oth", "f2")
        assert "other words" in shown(app)
        assert (field(app, "first").value, field(app, "again").value) == ("", "")
        assert app.focused is field(app, "first")


async def test_the_way_out_is_named(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Ctrl-Q quit" in shown(app).splitlines()[-1]
        await typed(pilot, "ctrl+q")
        await settled(pilot)
        assert not app.is_running


async def test_enter_in_the_last_field_makes_the_journal(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.query_one("#theme").focus()
        await pilot.pause()
        assert "Enter make it" in shown(app).splitlines()[-1]
        await typed(pilot, "enter")
        assert app.focused is field(app, "first"), "the passphrase is missing"
        await typed(pilot, PASSPHRASE, "tab", PASSPHRASE, "tab", "tab", "tab", "enter")
        assert on(app, EditorScreen)


async def test_a_zone_that_is_none_is_said_when_its_field_is_left(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        field(app, "zone").focus()
        field(app, "zone").value = "Atlantis"
        await typed(pilot, "tab")
        assert "There is no time zone called “Atlantis”." in shown(app)
        field(app, "zone").focus()
        field(app, "zone").value = "Asia/Tokyo"
        await typed(pilot, "tab")
        assert "There is no time zone" not in shown(app)


async def test_ones_own_is_weighed_while_it_is_typed(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for text, drawn, words in (("password", "█░░░░", "Too easy"), (PASSPHRASE, "█████", "Strong")):
            field(app, "first").value = text
            await pilot.pause(0.2)
            await settled(pilot)
            assert drawn in shown(app)
            assert words in shown(app)
        assert "walnut" not in shown(app)


async def test_one_too_easy_is_refused_with_the_reason(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await begun(pilot, "password1", "")
        assert "too easy to guess" in shown(app)
        assert app.focused is field(app, "first")
    assert not journal_exists(bare.home)


async def test_two_that_differ_make_no_journal(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await begun(pilot, PASSPHRASE, PASSPHRASE + "s")
        assert "These two differ" in shown(app)
        assert field(app, "again").value == ""
        assert on(app, FirstRunScreen)
    assert not journal_exists(bare.home)


async def test_what_is_filled_in_can_be_changed(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        field(app, "person").value = "Zoë [/] 李明"
        field(app, "zone").value = "Asia/Tokyo"
        app.screen.query_one("#theme").focus()
        await typed(pilot, "right", "right")
        assert app.theme == "paper"
        await begun_from_the_top(pilot)
    with unlock(bare.home, PASSPHRASE) as journal:
        assert (journal.profile.name, journal.profile.zone) == ("Zoë [/] 李明", "Asia/Tokyo")
    assert load_settings(bare.settings_folder).theme == "paper"


async def begun_from_the_top(pilot: Pilot[object]) -> None:
    pilot.app.screen.query_one("#first").focus()
    await begun(pilot)


async def test_a_zone_that_is_none_is_said_and_nothing_is_lost(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        field(app, "zone").value = "Atlantis"
        await begun(pilot)
        assert "Atlantis" in shown(app)
        assert app.focused is field(app, "zone")
        assert not journal_exists(bare.home)
        field(app, "zone").value = "Europe/Dublin"
        await typed(pilot, "enter")
        assert on(app, EditorScreen)


async def test_a_folder_that_others_can_read_is_said(bare: Stage) -> None:
    bare.home.data.parent.mkdir(exist_ok=True)
    bare.home.data.write_text("a file where the folder should be")
    app = bare.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await begun(pilot)
        assert on(app, FirstRunScreen)
        assert app.screen.query_one("#answer").has_class("trouble")


async def test_all_of_it_typed_in_one_breath(bare: Stage) -> None:
    app = bare.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, PASSPHRASE, "enter", PASSPHRASE, "enter", "ndq")
        assert on(app, EditorScreen)
        assert app.screen.query_one("#editor-text").text == "ndq"  # type: ignore[attr-defined]


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


async def test_the_first_page(bare: Stage, screen_snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peerlog.tui.screens.first_run._short", lambda path: "~/.local/share/peerlog")
    async with bare.app(theme="paper").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert await picture(pilot) == screen_snapshot
