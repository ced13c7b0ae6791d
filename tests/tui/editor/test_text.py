"""The text itself: letters, pasting, undoing, and taking back what is seen as one character."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.tui.driving import Stage, said, settled, typed
from tests.tui.editor.form import add, meta, newest, text
from textual import events

from peerlog.tui.widgets.text_editor import start_of_character


async def test_in_a_text_letters_are_only_letters(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "q?/.12jkG")
        assert text(app).text == "q?/.12jkG"


async def test_what_is_pasted_is_cleaned(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n")
        app.post_message(events.Paste("\x1b[31mred\x1b[0m\x1b]52;c;YQ==\x07\r\n\u202etxet\x00"))
        await settled(pilot)
        assert text(app).text == "red\ntxet"
        await typed(pilot, "f3")
        app.post_message(events.Paste("one\x1b[31m\ntwo"))
        await settled(pilot)
        assert meta(app, "title").value == "one two"


async def test_ten_megabytes_are_refused_at_once(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "Mine")
        app.post_message(events.Paste("paste " * (10 * 1024 * 1024 // 6)))
        await settled(pilot)
        assert text(app).text == "Mine"
        assert any("one field holds up to 256 KiB" in each for each in said(app))


async def test_a_paste_of_the_allowed_size_is_taken(empty: Stage) -> None:
    app = empty.app()
    pasted = "a line of words, again\n" * 5000
    async with empty.opened(app) as pilot:
        await typed(pilot, "n")
        app.post_message(events.Paste(pasted))
        await settled(pilot)
        await typed(pilot, "escape")
        assert newest(empty).text == pasted.rstrip()


async def test_an_undo_goes_back_to_how_it_was_opened(empty: Stage) -> None:
    add(empty, text="As it was")
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "e", "!", "ctrl+z", "ctrl+z", "ctrl+z")
        assert text(app).text == "As it was"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("ab", "a"),
        ("a👩‍💻", "a"),
        ("a👨‍👩‍👧‍👦", "a"),
        ("🇯🇵🇩🇪", "🇯🇵"),
        ("x🇯🇵", "x"),
        ("👍🏽", ""),
        ("1️⃣", ""),
        ("☎️", ""),
        ("नि", "न"),
        ("é", ""),
        ("京都", "京"),
    ],
)
async def test_backspace_takes_what_is_seen_as_one(empty: Stage, line: str, left: str) -> None:
    assert line[: start_of_character(line, len(line))] == left


async def test_backspace_in_the_editor(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n")
        text(app).load("Zoë 👩‍💻🇯🇵")
        await typed(pilot, "backspace")
        assert text(app).text == "Zoë 👩‍💻"
        await typed(pilot, "backspace")
        assert text(app).text == "Zoë "


async def test_the_clock_goes_on_while_one_writes(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "Words")
        empty.clock.time += timedelta(hours=1)
        await typed(pilot, "escape")
        assert newest(empty).when.utc == empty.clock.now()


async def test_a_long_paste_goes_where_the_cursor_is_and_can_be_taken_back(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "before after", *["left"] * 5)
        app.screen.post_message(events.Paste("long words " * 4000))
        await settled(pilot)
        assert text(app).text.startswith("before long words")
        assert text(app).text.endswith("after")
        await typed(pilot, "ctrl+z")
        assert text(app).text == "before after"
