"""A document as lines on a screen says what the document says, and its tables keep to the width there is."""

from __future__ import annotations

import pytest

from peerlog.export.document import Document, from_markdown
from peerlog.export.document.reading_page import reading_lines

from .samples import HOSTILE, SUMMARY, hostile, said
from .test_html import assert_says, squeezed

TABLE = """
| Day | What came of it | Hours |
|-----|-----------------|------:|
| 8 January | I said the time aloud, and everybody came to an end on their own | 1 h |
| 李明 | short | 12 h |
"""


def text_of(document: Document, width: int = 72) -> str:
    return "\n".join(words for _, words in reading_lines(document, width))


def test_a_summary_says_all_that_it_says() -> None:
    assert_says(text_of(SUMMARY), said(SUMMARY))


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_words(words: str) -> None:
    document = hostile(words)
    told = squeezed(text_of(document, 2000))
    assert [each for each in said(document) if squeezed(each) not in told] == []


def test_what_each_line_is() -> None:
    roles = {role: words for role, words in reading_lines(SUMMARY, 72) if words}
    assert roles["title"] == "Summary 3 with Sam"
    assert roles["heading"] == "Focus"
    assert roles["smaller"] == "Meetings held"


def test_the_widest_column_is_broken_into_lines() -> None:
    lines = text_of(Document("T", from_markdown(TABLE)), 48).split("\n")[2:]
    assert lines == [
        "Day        What came of it                 Hours",
        "8 January  I said the time aloud, and        1 h",
        "           everybody came to an end on",
        "           their own",
        "李明       short                            12 h",
    ]


def test_without_room_for_columns_each_row_stands_by_itself() -> None:
    lines = text_of(Document("T", from_markdown(TABLE)), 20).split("\n")[2:]
    assert lines[:3] == [
        "Day: 8 January",
        "What came of it: I said the time aloud, and everybody came to an end on their own",
        "Hours: 1 h",
    ]
