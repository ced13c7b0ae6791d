"""Your devices: two apps, three files, four words, and all of the journal on both."""

from __future__ import annotations

from pathlib import Path

from tests.prebuilt import PASSPHRASE, honest_but_quick
from tests.tui.driving import Stage, eventually, on, settled, shown, typed

from peerlog.journal.home import Home
from peerlog.journal.opening import unlock
from peerlog.journal.own_devices.devices import devices
from peerlog.tui.screens.device_words import DeviceWordsScreen
from peerlog.tui.screens.devices import DevicesScreen
from peerlog.tui.screens.give_file import GiveFileScreen


async def test_a_second_machine_from_the_first_run_to_the_same_words(stage: Stage, tmp_path: Path) -> None:
    invitation, answer, acceptance = (str(tmp_path / f"{name}.peerlog") for name in ("one", "two", "three"))
    async with stage.opened() as pilot:
        pilot.app.action_show_devices()  # type: ignore[attr-defined]
        await settled(pilot)
        assert "Your journal lies on this machine alone" in shown(pilot.app)  # type: ignore[arg-type]
        await typed(pilot, "a")
        assert on(pilot.app, GiveFileScreen)
        await _write_to(pilot, invitation)
    new = Stage(Home(tmp_path / "new", tmp_path / "new" / "state"), stage.settings_folder)
    with honest_but_quick():
        app = new.app()
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            await typed(pilot, "f4")
            app.screen.query_one("#invitation").value = invitation  # type: ignore[attr-defined]
            await typed(pilot, "enter", PASSPHRASE, "enter", PASSPHRASE, "enter")
            await eventually(pilot, lambda: on(app, GiveFileScreen))
            await _write_to(pilot, answer)
            assert on(app, DevicesScreen)
            assert "waits for the last file" in shown(app)
    async with stage.opened() as pilot:
        pilot.app.action_show_devices()  # type: ignore[attr-defined]
        await settled(pilot)
        await _take_from(pilot, answer)
        assert on(pilot.app, GiveFileScreen)
        await _write_to(pilot, acceptance)
        assert on(pilot.app, DeviceWordsScreen)
        here = pilot.app.screen._compared.words  # type: ignore[attr-defined]
        await typed(pilot, "s")
        assert on(pilot.app, DevicesScreen)
    async with new.opened() as pilot:
        pilot.app.action_show_devices()  # type: ignore[attr-defined]
        await settled(pilot)
        await _take_from(pilot, acceptance)
        assert on(pilot.app, DeviceWordsScreen)
        assert pilot.app.screen._compared.words == here  # type: ignore[attr-defined]
        await typed(pilot, "s")
    with unlock(stage.home, PASSPHRASE) as journal:
        first, second = devices(journal)
        assert (first.is_this, second.words_wait) == (True, False)


async def test_a_lost_one_is_taken_out_of_use(stage: Stage, tmp_path: Path) -> None:
    from peerlog.journal.own_devices.adding_devices import invite_device, take_device_answer
    from peerlog.journal.own_devices.device_words import confirm_words
    from peerlog.journal.own_devices.joining_device import join_as_device

    with honest_but_quick(), stage.open() as journal:
        invitation = invite_device(journal, "desktop")
        home = Home(tmp_path / "new", tmp_path / "new" / "state")
        other, answer = join_as_device(home, invitation.file, PASSPHRASE, zone="UTC", device="laptop")
        other.close()
        confirm_words(journal, take_device_answer(journal, answer.file)[1])
    async with stage.opened() as pilot:
        pilot.app.action_show_devices()  # type: ignore[attr-defined]
        await settled(pilot)
        await typed(pilot, "j", "d", "lost", "enter")
        assert on(pilot.app, DevicesScreen)
        assert "out of use" in shown(pilot.app)  # type: ignore[arg-type]


async def _write_to(pilot, path: str) -> None:  # type: ignore[no-untyped-def]
    pilot.app.screen.query_one("#give-path").value = path
    await typed(pilot, "enter")


async def _take_from(pilot, path: str) -> None:  # type: ignore[no-untyped-def]
    await typed(pilot, "f")
    pilot.app.screen.query_one("#take-path").value = path
    await typed(pilot, "enter")
