"""How an entry read before, and what changed since."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, Stage, said, shown, typed
from tests.tui.snapshot import picture

from peerlog.domain.entry import Entry
from peerlog.domain.selection import Selection
from peerlog.domain.word_difference import Piece, State, word_difference
from peerlog.tui.reading.past_versions import differences, read_versions
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.versions import VersionsScreen


def rewritten(stage: Stage) -> Entry:
    """A reflection that has been changed twice."""
    with stage.open() as journal:
        first = "## What?\nI let the first presenter run twelve minutes over.\n\nThe last one had to hurry."
        entry = journal.entries.add("reflection", {"title": "The set", "text": first, "tags": "chairing"})
        second = first.replace("twelve minutes", "a good ten minutes") + "\n\nAsked Zoë [/x] what she thought."
        journal.entries.change(entry.id, {"text": second, "minutes": "40", "tags": "chairing sets"})
        return journal.entries.change(entry.id, {"title": "Chairing the set"})


async def test_what_changed_is_shown_word_by_word(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    rewritten(stage)
    app = stage.app()
    async with stage.opened(app, size=LARGE, tab="journal") as pilot:
        await typed(pilot, "v")
        assert isinstance(app.screen, VersionsScreen)
        await typed(pilot, "j")
        assert await picture(pilot) == screen_snapshot
        assert "Enter read on" in shown(app).splitlines()[-1]
        unmarked = shown(app)
        await typed(pilot, "enter")
        assert app.screen.query_one("#difference").has_focus
        assert shown(app) != unmarked, "where one is now is seen"
        await typed(pilot, "escape")
        assert isinstance(app.screen, VersionsScreen)
        await typed(pilot, "escape")
        assert isinstance(app.screen, MainScreen)


async def test_earlier_words_are_brought_back_and_what_they_replace_stays(stage: Stage) -> None:
    entry = rewritten(stage)
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "v", "j", "r")
        assert isinstance(app.screen, MainScreen)
        assert any("the newest again" in each for each in said(app))
        with stage.open() as journal:
            now = journal.entries.get(entry.id)
            assert (now.title, now.version) == ("The set", 4)
            assert "twelve minutes" in now.text
            assert journal.entries.versions(entry.id)[0].fields == entry.fields


async def test_an_entry_that_never_changed_says_so(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "v")
        assert "It reads as it was first written." in shown(app)
        await typed(pilot, "r", "enter", "escape", "escape")
        with stage.open() as journal:
            assert all(each.version == 1 for each in journal.entries.page(Selection(), limit=100).entries)


def test_the_fields_that_differ_have_the_labels_of_the_form(stage: Stage) -> None:
    entry = rewritten(stage)
    with stage.open() as journal:
        past = read_versions(journal, entry.id)
    newer, oldest = (differences(past, version) for version, _ in past.versions)
    assert [each.label for each in newer] == ["Title"]
    assert [each.label for each in oldest] == ["Title", "Text", "Tags", "Minutes"]
    assert oldest[3].pieces == [Piece("40", State.NEW)]


def test_words_are_told_apart_and_neighbours_joined() -> None:
    assert word_difference("one two three\nfour", "one 2 three\nfour five") == [
        Piece("one ", State.SAME),
        Piece("two", State.GONE),
        Piece("2", State.NEW),
        Piece(" three\nfour", State.SAME),
        Piece(" five", State.NEW),
    ]
    assert word_difference("", "") == []
    assert word_difference("same", "same") == [Piece("same", State.SAME)]


def test_in_scripts_without_spaces_characters_are_told_apart() -> None:
    assert Piece("都", State.GONE) in word_difference("京都で読む", "京で読む")


def test_huge_rewrites_are_not_compared_word_by_word() -> None:
    before, after = "a\n" * 50_000 + "a", "b\n" * 50_000 + "b"
    assert word_difference(before, after) == [Piece(before, State.GONE), Piece(after, State.NEW)]


texts = st.text(alphabet="ab \n京é,", max_size=40)


@given(texts, texts)
def test_nothing_is_lost_in_a_difference(before: str, after: str) -> None:
    pieces = word_difference(before, after)
    assert "".join(piece.text for piece in pieces if piece.state is not State.NEW) == before
    assert "".join(piece.text for piece in pieces if piece.state is not State.GONE) == after
    assert all(one.state is not other.state for one, other in pairwise(pieces))
