"""Tab 2: reading an entry."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, SMALL, Stage, said, settled, shown, typed
from tests.tui.journal.rows import entries, names, write
from tests.tui.snapshot import picture

from peerlog.tui.life.door import shut_the_door
from peerlog.tui.widgets.reader import Reader
from peerlog.tui.widgets.safe_markdown import SafeMarkdown, is_worth_laying_out


async def test_on_narrow_screens_list_and_reader_take_turns(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, size=SMALL, tab="journal") as pilot:
        assert not app.screen.query_one(Reader).region
        await typed(pilot, "enter")
        assert app.screen.query_one(Reader).has_focus
        assert not entries(app).region
        assert "Saturday 21 November, 09:00 · #chairing" in shown(app)
        assert "PRIVATE" in shown(app)
        await typed(pilot, "escape")
        assert entries(app).has_focus
        assert not app.screen.query_one(Reader).region


async def test_on_wide_screens_they_stand_side_by_side(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    app = stage.app()
    async with stage.opened(app, size=LARGE, tab="journal") as pilot:
        await typed(pilot, "j", "j")
        reading = app.screen.query_one(Reader).reading
        assert reading
        assert reading.entry == entries(app).marked
        assert entries(app).region
        await typed(pilot, "enter", "j", "k", "g", "G")
        assert app.screen.query_one(Reader).has_focus
        assert await picture(pilot) == screen_snapshot


async def test_what_is_shown_of_an_entry_from_another_zone(empty: Stage, screen_snapshot: SnapshotAssertion) -> None:
    with empty.open() as journal:
        fields = {"title": "京都で読書会 👩‍💻🇯🇵", "text": "参加者は七人。 #読書", "tags": "Zürich", "minutes": "90"}
        journal.entries.add("note", {**fields, "when": "2026-11-13T07:45:00+09:00[Asia/Tokyo]"})
    app = empty.app()
    async with empty.opened(app, size=LARGE, tab="journal") as pilot:
        assert "Thursday 12 November, 22:45 (there 07:45, Tokyo) · 1 h 30" in shown(app)
        assert await picture(pilot) == screen_snapshot


async def test_letting_off_steam_is_said_in_words(empty: Stage) -> None:
    write(empty, "The printer again", vent=True)
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter")
        assert "PRIVATE · never copied" in shown(app)
        assert "letting off steam" in shown(app)
        await typed(pilot, "w")
        assert any("can never be copied" in each for each in said(app))


async def test_links_are_followed_and_the_way_back_is_known(empty: Stage) -> None:
    (first,) = write(empty, "The meeting")
    with empty.open() as journal:
        journal.entries.add("note", {"text": "What I made of it", "links": [first.id]})
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter")
        assert "Links to" in shown(app)
        await typed(pilot, "tab", "enter")
        assert "Linked from" in shown(app)
        assert "The meeting" in shown(app)
        await typed(pilot, "escape")
        assert "Links to" in shown(app)
        await typed(pilot, "escape")
        assert entries(app).has_focus


async def test_markdown_is_laid_out_or_shown_as_typed(empty: Stage) -> None:
    write(empty, "# News\nOne line\nand another <b>bold</b>\n\n- [a *link*](https://example.org)")
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter")
        lines = [line.strip() for line in shown(app).splitlines()]
        assert {"News", "One line", "and another <b>bold</b>"} <= set(lines)
        assert "• a link" in lines
        await typed(pilot, "m")
        assert "# News" in shown(app)
        assert "[a *link*](https://example.org)" in shown(app)


async def test_a_link_never_opens_by_itself(empty: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    write(empty, "[here](https://example.org/[x])")
    app = empty.app()
    opened: list[str] = []
    monkeypatch.setattr(app, "open_url", lambda url, **_: opened.append(url))
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter")
        await pilot.click(app.screen.query_one(SafeMarkdown).query("MarkdownParagraph").first(), offset=(1, 0))
        await settled(pilot)
        assert opened == []
        assert any("example.org" in each for each in said(app))


async def test_long_texts_are_shown_as_typed(empty: Stage) -> None:
    write(empty, "\n".join(f"- point {number}" for number in range(400)))
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter")
        assert not app.screen.query_one(SafeMarkdown).display
        assert "- point 0" in shown(app)


def test_what_is_worth_laying_out() -> None:
    assert is_worth_laying_out("Some *words*.\n\n- one\n- two")
    assert not is_worth_laying_out("- one\n" * 100)
    assert not is_worth_laying_out("word " * 2000)


async def test_reading_goes_on_to_the_neighbours(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "g", "enter")
        reader = app.screen.query_one(Reader)
        first, second = names(app)[:2]
        assert reader.reading
        assert reader.reading.entry.headline == first
        await typed(pilot, "J")
        assert reader.reading.entry.headline == second
        assert reader.has_focus
        await typed(pilot, "K", "K")
        assert reader.reading.entry.headline == first
        await typed(pilot, "J", "escape")
        marked = entries(app).marked
        assert marked
        assert marked.headline == second


async def test_a_list_whose_screen_has_gone_takes_what_comes_late(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter")
        reader = app.screen.query_one(Reader)
        reading = reader.reading
        await shut_the_door(app)
        await reader.show(reading)
