"""Asking for a second pair of eyes, answering, taking over; feedback, resources and thanks."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, Stage, on, said, settled, shown, typed
from tests.tui.editor.form import add, count, drafts, field, newest
from tests.tui.snapshot import picture

from peerlog.domain.entry import Entry
from peerlog.tui.messages import EntryOpened, JournalChanged
from peerlog.tui.screens.asking import AskingScreen
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.help_card import HelpCardScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.shelf import ShelfScreen
from peerlog.tui.screens.suggested_edit import SuggestedEditScreen
from peerlog.tui.widgets.question_hint import QuestionHint
from peerlog.tui.widgets.text_editor import TextEditor

LETTER = "Dear Joan,\nI am very cross about the rota. Kim"
BETTER = "Hello Joan,\nI am a little cross about the rota.\nKim"


def asked(stage: Stage, **fields: object) -> Entry:
    return add(stage, "request", **{"title": "The letter", "text": LETTER, "people": ("Ada", "Sam"), **fields})


def answered(stage: Stage, request: Entry, **fields: object) -> Entry:
    return add(stage, "comment", **{"parent": request.id, "by": "Sam", **fields})


def now(stage: Stage, entry: Entry) -> Entry:
    with stage.open() as journal:
        return journal.entries.get(entry.id)


async def test_everything_that_is_asked_and_given_from_tab_4(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    asked(stage, due="2026-11-24")
    add(stage, "request", text="Are eleven slides too many?", source="Sam", state="answered")
    add(stage, "resource", title="A talk", where="https://example.org/[/x]", why="On chairing", source="Sam")
    add(stage, "thanks", text="You asked the one question.", source="Sam", quotable=True)
    app = stage.app()
    async with stage.opened(app, tab="together") as pilot:
        await typed(pilot, "A")
        assert on(app, AskingScreen)
        assert "f gives or keeps some." in shown(app)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "escape", "1")
        await pilot.app.run_action("show_asking")
        await settled(pilot)
        assert on(app, AskingScreen)


async def test_a_request_is_written_with_a_key_and_answered_with_another(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app, tab="together") as pilot:
        await typed(pilot, "A", "n", "Shall I apply?", "escape")
        assert newest(empty, "request").state == "open"
        await typed(pilot, "enter")
        assert "No answer yet." in shown(app)
        await typed(pilot, "a")
        assert "You would like a second pair of eyes." in shown(app)
        assert "The text as I would have it" not in shown(app)
        await typed(pilot, "Yes.", "escape")
        assert (newest(empty, "comment").text, newest(empty, "comment").parent) == (
            "Yes.",
            newest(empty, "request").id,
        )
        await typed(pilot, "s")
        assert newest(empty, "request").state == "answered"
        assert said(app)[-1] == "It is answered now."
        await typed(pilot, "s", "s")
        assert newest(empty, "request").state == "open"


async def test_who_only_wants_to_be_heard_is_given_no_advice(empty: Stage) -> None:
    request = asked(empty, source="Sam", help="listen")
    app = empty.app()
    async with empty.opened(app) as pilot:
        app.post_message(EntryOpened(request.id))
        await settled(pilot)
        await typed(pilot, "a")
        assert "Sam would like you to listen, and no advice." in shown(app)
        assert "I read it, and…" in shown(app)
        await typed(pilot, "escape")
        assert on(app, PageScreen)
        assert drafts(empty) == []


async def test_a_text_to_edit_is_there_to_be_edited(empty: Stage) -> None:
    request = asked(empty, source="Sam", help="edit")
    app = empty.app()
    async with empty.opened(app) as pilot:
        app.post_message(EntryOpened(request.id))
        await settled(pilot)
        await typed(pilot, "a")
        assert on(app, EditorScreen)
        suggestion = field(app, "suggestion")
        assert isinstance(suggestion, TextEditor)
        assert suggestion.has_focus
        assert suggestion.text == LETTER
        await typed(pilot, "escape")
        with empty.open() as journal:
            assert journal.entries.parts(request.id) == []
        await typed(pilot, "a", "tab", "Nothing to change.", "escape")
        assert dict(newest(empty, "comment").fields) | {"when": ""} == {
            "text": "Nothing to change.",
            "parent": request.id,
            "when": "",
        }
        assert "reads as suggested" not in shown(app)
        await typed(pilot, "p", "Well, ", "escape")
        assert newest(empty, "comment").line("suggestion") == f"Well, {LETTER}"
        assert "suggests a change" in shown(app)


async def test_a_suggestion_is_gone_through_change_by_change(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    request = asked(stage)
    answered(stage, request, text="Softer.", suggestion=BETTER)
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.post_message(EntryOpened(request.id))
        await settled(pilot)
        assert "suggests 3 changes" in shown(app)
        await typed(pilot, "j", "enter")
        assert on(app, SuggestedEditScreen)
        await typed(pilot, "enter")
        assert on(app, SuggestedEditScreen), "nothing is taken yet"
        await typed(pilot, "y", "n")
        assert "Change 3 of 3   1 taken, 1 left, 1 to decide" in shown(app)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "k", "k", "n", "k", "y", "enter")
        assert on(app, PageScreen)
        assert now(stage, request).text == "Dear Joan,\nI am a little cross about the rota. Kim"
        assert "very cross" not in shown(app)
        await typed(pilot, "enter", "Y", "enter")
        assert now(stage, request).text == BETTER
        assert "The text reads as suggested." in shown(app)
        with stage.open() as journal:
            assert [version.number for version in journal.entries.versions(request.id)] == [2, 1]


async def test_a_text_that_was_changed_meanwhile_is_not_overwritten(stage: Stage) -> None:
    request = asked(stage)
    answered(stage, request, suggestion=BETTER)
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.post_message(EntryOpened(request.id))
        await settled(pilot)
        await typed(pilot, "j", "enter", "Y")
        with stage.open() as journal:
            journal.entries.change(request.id, {"text": "Dear Joan, never mind."})
        await typed(pilot, "enter")
        assert "changed meanwhile" in said(app)[-1]
        assert now(stage, request).text == "Dear Joan, never mind."
        assert on(app, PageScreen)
        assert "never mind" in shown(app)


async def test_help_is_one_key_away_from_feedback_and_a_question_in_a_title_gets_its_hint(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app, tab="together") as pilot:
        await typed(pilot, "A", "f", "Sam", "f9")
        assert on(app, HelpCardScreen)
        await typed(pilot, "escape", "f10", "y", "n", "f3", "Do you like it?")
        app.screen.query_one(QuestionHint).show_or_hide()
        await pilot.pause()
        assert "A yes or a no would answer this." in " ".join(shown(app).split())
        await typed(pilot, "f9")
        assert not on(app, HelpCardScreen)


async def test_feedback_asks_its_four_questions_and_goes_into_ones_own_record(
    empty: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = empty.app()
    async with empty.opened(app, tab="together") as pilot:
        await typed(pilot, "A", "f", "Sam", "tab", "Tuesday", "tab", "Waited", "tab", "Ada spoke", "escape")
        written = newest(empty, "feedback")
        assert written.members("people") == ("Sam",)
        assert [written.line(name) for name in ("situation", "behaviour", "impact")] == [
            "Tuesday",
            "Waited",
            "Ada spoke",
        ]
        app.post_message(EntryOpened(written.id))
        await settled(pilot)
        assert "To Sam" in shown(app)
        await typed(pilot, "m")
        assert now(empty, written).fields["accepted"] is True
        assert "In your own record." in shown(app)
        await typed(pilot, "e", "escape")
        assert now(empty, written).fields["accepted"] is True
        begun: list[Entry] = []
        monkeypatch.setattr(app, "reflect", lambda about: begun.append(about))
        await typed(pilot, "r")
        assert [each.id for each in begun] == [written.id]
        add(empty, "reflection", text="So waiting helps.", links=(written.id,))
        app.post_message(JournalChanged())
        await settled(pilot)
        assert "What came of it" in shown(app)


async def test_a_resource_may_be_passed_on_and_its_link_is_only_text(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app, tab="together") as pilot:
        await typed(pilot, "A", "r", "A talk")
        field(app, "where").value = "[@click=app.quit]https://evil.example[/]"  # type: ignore[attr-defined]
        field(app, "pass_on").focus()
        await typed(pilot, "right", "escape")
        written = newest(empty, "resource")
        assert written.fields["pass_on"] is True
        assert "[@click=app.quit]" in shown(app)
        await typed(pilot, "enter")
        assert on(app, EditorScreen)
        await typed(pilot, "escape")
        assert now(empty, written).version == 1


async def test_a_shelf_is_searched_as_one_types(empty: Stage) -> None:
    for number in range(8):
        add(empty, "resource", title=f"Book {number}", why="On chairing" if number == 3 else "")
    app = empty.app()
    async with empty.opened(app, size=LARGE, tab="together") as pilot:
        await typed(pilot, "A")
        assert "all 8, to search in" in shown(app)
        await typed(pilot, "/")
        assert on(app, ShelfScreen)
        await typed(pilot, "chair")
        assert "Book 3" in shown(app)
        assert "Book 4" not in shown(app)
        await typed(pilot, "zzz")
        assert "Nothing with these words." in shown(app)
        await typed(pilot, "escape", "enter", "G", "enter")
        assert on(app, EditorScreen)
        await typed(pilot, "escape", "escape", "escape")
        assert on(app, AskingScreen)


async def test_only_its_author_lets_a_thank_you_be_quoted(empty: Stage) -> None:
    theirs, mine = add(empty, "thanks", text="You asked.", source="Sam"), add(empty, "thanks", text="Thank you.")
    app = empty.app()
    async with empty.opened(app) as pilot:
        app.post_message(EntryOpened(theirs.id))
        await settled(pilot)
        await typed(pilot, "m")
        assert "Did Sam say that this may be quoted?" in shown(app)
        await typed(pilot, "escape")
        assert "quotable" not in now(empty, theirs).fields
        await typed(pilot, "m", "y")
        assert "May be quoted: Sam said so." in shown(app)
        await typed(pilot, "m")
        assert "quotable" not in now(empty, theirs).fields
        await typed(pilot, "escape")
        app.post_message(EntryOpened(mine.id))
        await settled(pilot)
        await typed(pilot, "m")
        assert "May be quoted: you said so." in shown(app)


async def test_each_can_be_begun_from_everywhere(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        for kind in ("request", "feedback", "resource", "thanks"):
            await app.run_action(f"write_{kind}")
            await settled(pilot)
            assert f"New {kind}" in shown(app)
            await typed(pilot, "escape")
        assert count(empty) == 0
