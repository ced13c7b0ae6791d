"""Starting: what is imported before the first frame, which screen comes first, where there is no terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.tui.driving import Stage, on, settled, shown, typed
from textual.widgets import TextArea

from peerlog.errors import Refused
from peerlog.journal.home import Home
from peerlog.tui.app import PeerlogApp, run
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.first_run import FirstRunScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.too_small import TooSmallScreen
from peerlog.tui.screens.unlock import UnlockScreen

FIRST_FRAME = """
import sys
from pathlib import Path
from peerlog.journal.home import Home
from peerlog.settings import Settings
from peerlog.tui.app import PeerlogApp

seen = set()
display = PeerlogApp._display

def watched(app, screen, renderable):
    display(app, screen, renderable)
    if not seen and renderable is not None and screen.query("#secret"):
        seen.update(sys.modules)

PeerlogApp._display = watched

async def leave(pilot):
    await pilot.pause()
    pilot.app.exit()

folder = Path(sys.argv[1])
PeerlogApp(Home(folder, folder), Settings(), folder).run(headless=True, size=(80, 24), auto_pilot=leave)
assert seen, "no frame was drawn"
print(*sorted(seen))
"""


def modules_at_the_first_frame(folder: Path) -> set[str]:
    child = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME, str(folder)], capture_output=True, check=False, text=True, timeout=60
    )
    assert child.returncode == 0, child.stderr
    return set(child.stdout.split())


def test_the_first_frame_waits_for_nothing_that_opening_needs(stage: Stage) -> None:
    imported = modules_at_the_first_frame(stage.home.data)
    assert "peerlog.tui.screens.unlock" in imported
    assert not {name.partition(".")[0] for name in imported} & {"sqlcipher3", "sqlite_utils", "cryptography", "click"}
    late = ["peerlog.vault", "peerlog.tui.screens.main", "peerlog.tui.widgets.today_pane", "peerlog.journal.journal"]
    late += ["peerlog.domain.entry", "peerlog.domain.kinds", "peerlog.domain.dates"]
    assert not imported & set(late)


def test_frames_come_quickly_unless_somebody_says_otherwise() -> None:
    program = "import peerlog.tui.app, textual.constants; print(textual.constants.MAX_FPS)"
    for chosen, expected in ((None, "120"), ("30", "30")):
        environ = {key: value for key, value in os.environ.items() if key != "TEXTUAL_FPS"}
        child = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env=environ | ({"TEXTUAL_FPS": chosen} if chosen else {}),
            text=True,
        )
        assert child.stdout.strip() == expected


def test_without_a_terminal_the_commands_are_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="terminal") as refused:
        run(Home(tmp_path, tmp_path))
    assert "peerlog add" in refused.value.hint


async def test_no_journal_begins_with_making_one(bare: Stage) -> None:
    async with bare.app().run_test() as pilot:
        await pilot.pause()
        assert on(pilot.app, FirstRunScreen)


async def test_a_journal_begins_with_its_passphrase(stage: Stage) -> None:
    async with stage.app().run_test() as pilot:
        await pilot.pause()
        assert on(pilot.app, UnlockScreen)


async def test_half_a_journal_is_not_made_anew(stage: Stage) -> None:
    (stage.home.vault / "vault.json").unlink()
    async with stage.app().run_test() as pilot:
        await pilot.pause()
        assert on(pilot.app, UnlockScreen)


@pytest.mark.parametrize("size", [(59, 24), (80, 15)])
async def test_a_terminal_too_small_says_so_and_keeps_what_was_there(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.opened() as pilot:
        app = pilot.app
        assert isinstance(app, PeerlogApp)
        await pilot.press("n", *"kept")
        await pilot.resize_terminal(*size)
        await settled(pilot)
        assert not on(app, MainScreen)
        assert "60×16" in str(app.screen.query_one("Static").render())
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert app.screen.query_one("#editor-text").text == "kept"  # type: ignore[attr-defined]
        assert app.focused is app.screen.query_one("#editor-text")


async def test_it_can_start_too_small(stage: Stage) -> None:
    async with stage.app().run_test(size=(40, 10)) as pilot:
        await settled(pilot)
        assert "40×10" in str(pilot.app.screen.query_one("Static").render())
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert on(pilot.app, UnlockScreen)


async def test_beneath_a_terminal_too_small_no_letter_does_anything(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "n", "half")
        await pilot.resize_terminal(50, 12)
        await typed(pilot, " a quick word?")
        assert on(app, TooSmallScreen)
        assert app.is_running
        assert "half" not in shown(app)
        assert "Esc save" not in shown(app)
        await pilot.resize_terminal(80, 24)
        assert on(app, EditorScreen)
        assert app.screen.query_one("#editor-text", TextArea).text == "half"


ENDING = """
import atexit, resource, sys
from peerlog.__main__ import main
atexit.register(lambda: print(resource.getrlimit(resource.RLIMIT_CORE)))
sys.argv = ["peerlog", "--version"]
main()
"""

SWITCHED = """
import os, sys
os.environ |= {"TEXTUAL": "devtools,debug", "TEXTUAL_LOG": sys.argv[1], "TEXTUAL_SCREENSHOT": "1",
               "TEXTUAL_SCREENSHOT_LOCATION": sys.argv[1], "TEXTUAL_PRESS": "n", "TEXTUAL_ANIMATIONS": "none"}
import peerlog.tui.app
from textual import constants
print(sorted(name for name in os.environ if name.startswith("TEXTUAL")))
print(constants.LOG_FILE, constants.SCREENSHOT_DELAY, constants.PRESS)
"""


def test_no_switch_of_the_framework_writes_keys_or_screens_to_files(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", SWITCHED, str(tmp_path / "log")], capture_output=True, text=True, check=True
    ).stdout
    assert told.splitlines() == ["['TEXTUAL_ANIMATIONS', 'TEXTUAL_FPS']", "None -1 "]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core files")
def test_a_crash_leaves_no_picture_of_the_memory() -> None:
    told = subprocess.run([sys.executable, "-c", ENDING], capture_output=True, text=True, check=True).stdout
    assert told.splitlines()[-1] == "(0, 0)"
