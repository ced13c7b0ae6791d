"""Parts of a text in a list: nothing of it is lost, none is too tall, and what hangs, hangs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from textual.content import Content

from peerlog.tui.widgets.passage import MOST_LINES, Passage, in_rows


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["", "  ", "a word", "- one\n- two", "x" * 700, "\n".join("abcdefghijk")]), max_size=6))
def test_every_line_stands_in_one_row(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    rows = in_rows(text)
    assert [line for row in rows for line in row.split("\n") if line.strip()] == [
        line for line in text.split("\n") if line.strip()
    ]
    assert all(row.count("\n") < MOST_LINES for row in rows)


def test_what_stands_after_a_dash_hangs_under_itself() -> None:
    passage = Passage("- one two three\n> said so\n### Head", Content("Focus"), Content("7"))
    assert passage.at(12).plain.split("\n") == ["Focus      7", "- one two", "  three", "│ said so", "### Head"]
    assert passage.get_height({}, 12) == 5


def test_a_narrow_screen_is_wide_enough() -> None:
    assert Passage("1234567. numbered", Content("A heading"), Content("1,000")).at(6).plain
