"""The first run: four actions to the first word."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.prebuilt import PASSPHRASE
from tests.tui.beginning import WORDS, begun, field, on_a_known_machine
from tests.tui.driving import Stage, on, settled, shown, typed
from tests.tui.snapshot import picture
from textual.pilot import Pilot

from peerlog.domain.selection import Selection
from peerlog.journal.opening import journal_exists, unlock
from peerlog.journal.safekeeping import upkeep
from peerlog.settings import load_settings
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.first_run import FirstRunScreen


@pytest.fixture(autouse=True)
def _known_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_known_machine(monkeypatch)


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


async def test_the_first_page(bare: Stage, screen_snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peerlog.tui.screens.first_run._short", lambda path: "~/.local/share/peerlog")
    async with bare.app(theme="paper").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert await picture(pilot) == screen_snapshot
