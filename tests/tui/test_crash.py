"""When peerlog itself goes wrong it says where, and not a word of what anybody wrote."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from tests.prebuilt import PASSPHRASE
from tests.tui.driving import Stage, settled

from peerlog.tui.app import PeerlogApp
from peerlog.tui.life import crash

SENTINEL = "heliotrope armadillo"


def fail_with(text: str) -> None:
    secret = f"{text} in a local variable"
    try:
        raise KeyError(secret)
    except KeyError as error:
        raise ValueError(f"cannot read {secret}") from error


def reported() -> str:
    try:
        fail_with(SENTINEL)
    except ValueError as error:
        return crash.report(error).plain
    raise AssertionError


def test_the_report_tells_kinds_and_places() -> None:
    text = reported()
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "in fail_with" in text
    assert "Nothing of this was written to a file or sent anywhere." in text


def test_the_report_holds_no_message_and_no_local_variable() -> None:
    assert not any(word in reported() for word in SENTINEL.split())


def test_paths_of_the_machine_stay_out() -> None:
    assert str(Path.home()) not in reported()
    assert os.getcwd() not in reported()


async def fail() -> None:
    fail_with(SENTINEL)


def in_an_action(app: PeerlogApp) -> None:
    app.simulate_key("ctrl+o")


def in_a_worker(app: PeerlogApp) -> None:
    app.follow(fail)


def in_the_journal(app: PeerlogApp) -> None:
    app.follow(lambda: app.ask(lambda journal: fail_with(SENTINEL)))


def in_a_timer(app: PeerlogApp) -> None:
    app.set_timer(0.01, fail)


@pytest.mark.parametrize("provoke", [in_an_action, in_a_worker, in_the_journal, in_a_timer])
async def test_wherever_it_happens_nothing_written_is_printed(
    stage: Stage,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    provoke: Callable[[PeerlogApp], None],
) -> None:
    app = stage.app()
    monkeypatch.setattr(app, "action_go_on", fail)
    with pytest.raises(Exception, match=r"Worker|cannot read"):
        await run_until_it_fails(stage, app, provoke)
    printed = "".join(capsys.readouterr())
    assert "peerlog has stopped" in printed
    assert not any(word in printed for word in SENTINEL.split())
    assert app.return_code == 1
    assert not app.session.is_open


async def run_until_it_fails(stage: Stage, app: PeerlogApp, provoke: Callable[[PeerlogApp], None]) -> None:
    async with stage.opened(app) as pilot:
        provoke(app)
        async with asyncio.timeout(5):
            while app.is_running:
                await asyncio.sleep(0.01)
        await settled(pilot)


PROGRAM = """
import sys
from pathlib import Path
from peerlog.journal.home import Home
from peerlog.settings import Settings
from peerlog.tui.app import PeerlogApp

def fail(app):
    heard = app.screen.query_one("#editor-text").text
    raise ValueError(f"cannot read {heard}")

PeerlogApp.action_go_on = fail
folder = Path(sys.argv[1])
app = PeerlogApp(Home(folder, folder / "state"), Settings(backups=False), folder / "config")
app.run()
sys.exit(app.return_code or 0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_the_terminal_is_put_back_and_the_draft_waits(stage: Stage, tmp_path: Path) -> None:
    program = tmp_path / "crash.py"
    program.write_text(PROGRAM)
    child = pexpect.spawn(
        sys.executable, [str(program), str(stage.home.data)], dimensions=(24, 80), encoding="utf-8", timeout=20
    )
    child.expect("closed")
    child.send(PASSPHRASE + "\r")
    child.expect("November")
    child.send("n" + SENTINEL)
    child.expect(SENTINEL[-4:])
    child.expect(pexpect.TIMEOUT, timeout=1.5)
    child.send("\x0f")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 1
    before = str(child.before)
    _, _, after = before.rpartition("\x1b[?1049l")
    assert "\x1b[?1049l" in before, "the alternate screen is left"
    assert "\x1b[?25h" in before, "the cursor is shown"
    assert "peerlog has stopped" in after
    assert SENTINEL not in after
    with stage.open() as journal:
        assert journal.entries.drafts()[0].fields["text"] == SENTINEL
