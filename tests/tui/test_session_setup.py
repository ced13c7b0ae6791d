"""Setting up a group's session: what fits, who is in it, the protocols that there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.driving import LARGE, Stage, on, settled, shown, typed
from textual.widgets import Input

from peerlog.tui.screens.group_session import GroupSessionScreen
from peerlog.tui.screens.protocols import ProtocolsScreen
from peerlog.tui.screens.session_setup import SessionSetupScreen


async def test_what_does_not_fit_is_said_as_it_is_typed(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await app.run_action("run_protocol")
        await settled(pilot)
        assert on(app, ProtocolsScreen)
        await typed(pilot, "G")
        assert "Liberating Structures" in shown(app)
        await typed(pilot, "enter")
        assert on(app, SessionSetupScreen)
        assert "Troika is for 3 to 4 people. 1 is here so far." in shown(app)
        await typed(pilot, "f5")
        assert on(app, SessionSetupScreen)
        await typed(pilot, "Sam, Sam")
        assert "“Sam” is named twice." in shown(app)
        await typed(pilot, "ctrl+u", "Kim, Sam, Ada", "enter", "ctrl+u", "Zoe")
        assert "“Zoe” has a turn but is not there." in shown(app)
        await typed(pilot, "ctrl+u", "Ada", "enter", "ctrl+u", "5")
        assert "takes at least 8 minutes with 1 turn; there are 5." in shown(app)
        await typed(pilot, "escape")
        assert on(app, ProtocolsScreen)
        await typed(pilot, "enter", "Sam, Ada", "enter", "enter", "enter")
        assert on(app, GroupSessionScreen)
        assert "Silence   nobody speaks" in shown(app)


async def test_a_meeting_gives_its_people_and_takes_what_came_of_it(empty: Stage) -> None:
    app = empty.app(lock_after_minutes=0)
    async with empty.opened(app) as pilot:
        fields = {"title": "Our three", "people": "Sam, Ada, Bo", "apologies": "Bo", "minutes": 25, "state": "planned"}
        meeting = await app.ask(lambda journal: journal.entries.add("meeting", fields))
        assert meeting is not None
        app.run_protocol(meeting)
        await settled(pilot)
        await typed(pilot, "G", "enter")
        assert app.screen.query_one("#setup-people", Input).value == "Kim, Ada, Sam"
        assert app.screen.query_one("#setup-minutes", Input).value == "25"
        await typed(pilot, "f5", "Quick one.", "f8", "enter")
        kept = await app.ask(lambda journal: journal.entries.get(meeting.id))
        assert kept is not None
        assert (kept.title, kept.state, kept.text) == ("Our three", "held", "Quick one.")


async def test_files_of_ones_own_that_are_no_use_are_named(
    empty: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    from peerlog.journal.home import config_folder

    folder = config_folder() / "protocols"
    folder.mkdir(parents=True)
    (folder / "torn.toml").write_text('label = "Torn\n', encoding="utf-8")
    app = empty.app()
    async with empty.opened(app, size=LARGE) as pilot:
        app.run_protocol()
        await settled(pilot)
        assert "torn.toml, line 1: not valid TOML" in "".join(line.strip() for line in shown(app).splitlines())
        assert "Troika" in shown(app)
