"""The form that closes a meeting."""

from __future__ import annotations

import pytest
from tests.tui.driving import Stage, on, said, settled, shown, typed

from peerlog.domain.entry import Entry
from peerlog.errors import Refused
from peerlog.tui.screens.closing import ClosingScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.widgets.field_row import FieldRow


async def test_every_field_reaches_the_journal(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.close_meeting(meeting.id)
        await settled(pilot)
        await typed(pilot, "In short", "tab", "Ask first", "tab", "Every fortnight", "tab")
        await typed(pilot, "ada reading list fri", "enter", "book the room", "tab", "in 2 weeks")
        assert "→ Sat 5 Dec, 09:30" in shown(app)
        await typed(pilot, "tab", "tab", "Noor", "tab", "For the list", "tab", "Ada", "tab", "right", "tab")
        await typed(pilot, "right", "right", "tab", "right", "f8")
        assert on(app, MainScreen)
    with stage.open() as journal:
        held = journal.entries.get(meeting.id)
        assert (held.state, held.line("summary"), held.line("insights"), held.members("apologies")) == (
            "held",
            "In short",
            "Ask first",
            ("Noor",),
        )
        parts = journal.entries.parts(meeting.id)
        assert [part.title for part in parts if part.kind == "decision"] == ["Every fortnight"]
        assert [part.title for part in parts if part.kind == "action"] == ["Reading list", "Book the room"]
        (thanks,) = (part for part in parts if part.kind == "thanks")
        assert (thanks.text, thanks.members("people"), thanks.fields.get("quotable")) == (
            "For the list",
            ("Ada",),
            True,
        )
        (pulse,) = (part for part in parts if part.kind == "pulse")
        assert (pulse.number("heard"), pulse.number("useful"), pulse.number("gave")) == (2, 1, None)
        again = max(journal.entries.of_kind("meeting"), key=lambda each: each.when.utc)
        assert (again.members("people"), again.title, again.minutes) == (("Ada", "Noor"), "Video with Ada", 60)


async def test_one_key_is_enough(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.close_meeting(meeting.id)
        await settled(pilot)
        await typed(pilot, "f8")
        assert on(app, MainScreen)
    with stage.open() as journal:
        assert journal.entries.get(meeting.id).state == "held"
        assert journal.entries.parts(meeting.id, "action", "decision", "thanks", "pulse", "minute") == []


async def test_left_it_waits_and_a_lock_keeps_it(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.close_meeting(meeting.id)
        await settled(pilot)
        await typed(pilot, "Swapped lists", "tab", "tab", "Every fortnight", "escape")
        assert on(app, MainScreen)
        assert "To close Video with Ada" in " ".join(shown(app).split())
        await typed(pilot, "ctrl+o")
        assert on(app, ClosingScreen)
        assert "Every fortnight" in shown(app)
        await typed(pilot, " and more", "ctrl+l")
        with stage.open() as journal:
            (draft,) = (draft for draft in journal.entries.drafts() if draft.fields.get("closes") == meeting.id)
            assert draft.fields["summary"] == "Swapped lists and more"


async def test_what_is_wrong_is_said_beside_it_and_nothing_is_lost(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.close_meeting(meeting.id)
        await settled(pilot)
        await typed(pilot, "Swapped lists", "tab", "tab", "tab", "tab", "yesterday", "f8")
        assert on(app, ClosingScreen)
        assert "The next time lies in the past." in shown(app)
        assert [row.typed for row in app.screen.query(FieldRow) if row.typed][:1] == ["Swapped lists"]
        assert app.focused is not None
        assert app.focused.value == "yesterday"  # type: ignore[attr-defined]
    with stage.open() as journal:
        assert journal.entries.get(meeting.id).state == ""


async def test_a_full_disk_leaves_it_on_the_screen(
    stage: Stage, meeting: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = stage.app()

    def full(*_: object, **__: object) -> None:
        raise Refused("There is no space left on the disk; nothing was saved.", "Free some space and save again.")

    async with stage.opened(app) as pilot:
        app.close_meeting(meeting.id)
        await settled(pilot)
        await typed(pilot, "Swapped lists")
        with monkeypatch.context() as patch:
            patch.setattr("peerlog.journal.entries.Entries.change", full)
            await typed(pilot, "f8")
        assert on(app, ClosingScreen)
        assert any("no space left" in each for each in said(app))
        await typed(pilot, "f8")
        assert on(app, MainScreen)
    with stage.open() as journal:
        assert journal.entries.get(meeting.id).line("summary") == "Swapped lists"
