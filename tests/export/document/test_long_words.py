"""Places where a long word may be broken."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from peerlog.export.document.long_words import pieces_of


def test_words_of_a_language_are_left_alone() -> None:
    words = "An incomprehensible Donaudampfschiffahrt of words, and more of them."
    assert pieces_of(words) == [words]


def test_a_long_word_may_be_broken_and_its_neighbours_not() -> None:
    assert pieces_of("to " + "x" * 26 + " and") == ["to xxxxxxxx", "xxxxxxxx", "xxxxxxxx", "xx and"]
    assert pieces_of("") == [""]


def test_a_letter_is_never_cut_from_its_marks_nor_a_joined_emoji_in_two() -> None:
    assert all(unicodedata.combining(part[0]) == 0 for part in pieces_of("a\u0323\u0306" * 30))
    assert all("\u200d" not in (part[0], part[-1]) for part in pieces_of("\U0001f469\u200d\U0001f467" * 30))


@settings(max_examples=50)
@given(st.text(st.sampled_from("ab-/ \n\u0301\u200d\u200b"), max_size=200))
def test_the_pieces_are_the_words(words: str) -> None:
    assert "".join(pieces_of(words)) == words
