"""Parts of a text in a list: nothing of it is lost, none is too tall, and what hangs, hangs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from textual.content import Content

from peerlog.tui.widgets.passage import MOST_LETTERS, MOST_LINES, Passage, in_rows

PARTS = ["", "  ", "a word", "- one\n- two", "x" * 1500, "A short one. " * 90, "\n".join("abcdefghijk")]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PARTS), max_size=6))
def test_every_word_stands_in_one_row_and_no_row_is_too_tall(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    rows = [row for paragraph in in_rows(text) for row in paragraph]
    assert "".join("".join(rows).split()) == "".join(text.split())
    assert all(len(row.split("\n")) <= MOST_LINES and len(row) <= MOST_LETTERS + MOST_LINES for row in rows)


def test_a_long_line_is_parted_between_sentences_else_between_words() -> None:
    assert [row.rstrip()[-12:] for row in in_rows("A short one. " * 60)[0]] == ["A short one."] * 2
    assert {word for row in in_rows("word " * 300)[0] for word in row.split()} == {"word"}


def test_paragraphs_stay_together() -> None:
    assert in_rows("One.\n\n- two\n- three\n") == [["One."], ["- two\n- three"]]


def test_what_stands_after_a_dash_hangs_under_itself() -> None:
    passage = Passage("- one two three\n> said so\n### Head", Content("Focus"), Content("7"))
    assert passage.at(12).plain.split("\n") == ["Focus      7", "- one two", "  three", "│ said so", "### Head"]
    assert passage.get_height({}, 12) == 5


def test_a_narrow_screen_is_wide_enough() -> None:
    assert Passage("1234567. numbered", Content("A heading"), Content("1,000")).at(6).plain
