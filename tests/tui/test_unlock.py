"""Opening the journal: right and wrong, damaged, busy, newer, recovery words, the keyring."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.prebuilt import PASSPHRASE
from tests.tui.driving import Stage, on, said, settled, shown, typed
from tests.tui.snapshot import picture

from peerlog.crypto import keyring_slot
from peerlog.journal.safekeeping import upkeep
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.unlock import UnlockScreen
from peerlog.tui.widgets.secret_input import SecretInput
from peerlog.vault.exclusion import Hold


async def try_with(app: PeerlogApp, secret: str, *before: str) -> str:
    """What the screen shows after an attempt to open the journal."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await typed(pilot, *before)
        app.screen.query_one(SecretInput).value = secret
        await typed(pilot, "enter")
        assert on(app, MainScreen) == app.session.is_open
        if on(app, UnlockScreen):
            assert app.screen.query_one(SecretInput).value == ""
        return shown(app)


async def test_the_passphrase_opens_it(stage: Stage) -> None:
    assert "Saturday 21 November" in await try_with(stage.app(), PASSPHRASE)


async def test_a_wrong_passphrase_is_one_line_and_another_try(stage: Stage) -> None:
    app = stage.app()
    text = await try_with(app, "walnut lantern harbour quill")
    assert not app.session.is_open
    assert "does not open this journal" in text
    assert "walnut" not in text


async def test_nothing_typed_is_nothing_tried(stage: Stage) -> None:
    assert "Your journal is closed." in await try_with(stage.app(), "")


async def test_damage_is_told_as_damage_before_a_passphrase_is_asked(stage: Stage) -> None:
    for name in ("vault.json", "vault.json.copy"):
        path = stage.home.vault / name
        path.write_bytes(path.read_bytes()[:-20])
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        text = shown(app)
    assert "damaged" in text
    assert "peerlog restore" in text


async def test_damage_inside_is_never_a_wrong_passphrase(stage: Stage) -> None:
    path = next(stage.home.vault.glob("gen-*")) / "private.db"
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)
    text = await try_with(stage.app(), PASSPHRASE)
    assert "damaged" in text
    assert "does not open" not in text


async def test_a_newer_journal_asks_for_a_newer_peerlog(stage: Stage) -> None:
    for name in ("vault.json", "vault.json.copy"):
        _make_newer(stage.home.vault / name)
    assert "newer peerlog" in await try_with(stage.app(), PASSPHRASE)


async def test_another_process_has_it_to_itself(stage: Stage) -> None:
    hold = Hold.exclusive(stage.home.vault)
    try:
        text = await try_with(stage.app(), PASSPHRASE)
    finally:
        hold.release()
    assert "Another peerlog" in text


async def test_recovery_words_open_it(stage: Stage) -> None:
    with stage.open() as journal:
        key = upkeep.new_recovery_key()
        upkeep.keep_recovery_key(journal, key)
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await typed(pilot, "f2")
        app.screen.query_one(SecretInput).value = " ".join(key.words[:23])
        await typed(pilot, "enter")
        assert "24 words" in shown(app)
        app.screen.query_one(SecretInput).value = " ".join(word[:4] for word in key.words)
        await typed(pilot, "enter")
        assert on(app, MainScreen)
        assert any("Change passphrase" in message for message in said(app))


async def test_without_a_kit_nobody_is_asked_for_its_words(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, "f2")
        assert "No recovery kit has been made for this journal." in shown(app)
        assert app.screen.query_one(SecretInput).password
        app.screen.query_one(SecretInput).value = PASSPHRASE
        await typed(pilot, "enter")
        assert on(app, MainScreen)


async def test_escape_goes_back_to_the_passphrase(stage: Stage) -> None:
    with stage.open() as journal:
        upkeep.keep_recovery_key(journal, upkeep.new_recovery_key())
    assert "Saturday 21 November" in await try_with(stage.app(), PASSPHRASE, "f2", "escape")


async def test_what_is_typed_is_never_shown_nor_copied(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(pilot, "secret", "ctrl+shift+a", "ctrl+c", "ctrl+x")
        assert "secret" not in shown(app)
        assert app.clipboard == ""
        assert app.screen.query_one(SecretInput).value == "secret"


async def test_the_keyring_opens_it_at_the_start_but_not_after_a_lock(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[str, bytes] = {}

    def create(vault_id: str) -> bytes:
        return kept.setdefault(vault_id, b"\x07" * 32)

    monkeypatch.setattr(keyring_slot, "create_secret", create)
    monkeypatch.setattr(keyring_slot, "fetch_secret", kept.get)
    with stage.open() as journal:
        upkeep.use_keyring(journal)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert on(app, MainScreen)
        await typed(pilot, "ctrl+l")
        assert on(app, UnlockScreen)
        assert not app.session.is_open


async def test_typing_ahead_reaches_the_journal(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.query_one(SecretInput).value = PASSPHRASE
        await typed(pilot, "enter", "n", "quickly")
        assert app.screen.query_one("#editor-text").text == "quickly"  # type: ignore[attr-defined]


async def test_the_door(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert await picture(pilot) == screen_snapshot


def _make_newer(path: Path) -> None:
    from peerlog.crypto.canonical import canonical_json
    from peerlog.vault.keyfile import _checksum

    members = json.loads(path.read_bytes())
    members["version"] += 1
    del members["checksum"]
    path.write_bytes(canonical_json({**members, "checksum": _checksum(members)}) + b"\n")
