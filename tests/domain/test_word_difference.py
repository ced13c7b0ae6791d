"""The pieces of a difference add up to both texts, and what stayed is found wherever it went."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from peerlog.domain.word_difference import Piece, State, word_difference

TEXTS = st.lists(st.sampled_from(["one", "two words", "", " ", "日本"]), max_size=6).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n"]).map(lambda end: end.join(lines))
)


@given(TEXTS, TEXTS)
@example("", "one")
@example("one", "two\n\none")
@example("one\n", "one")
def test_the_pieces_are_both_texts(before: str, after: str) -> None:
    pieces = word_difference(before, after)
    assert "".join(piece.text for piece in pieces if piece.state is not State.NEW) == before
    assert "".join(piece.text for piece in pieces if piece.state is not State.GONE) == after
    assert all(piece.text for piece in pieces)


@given(TEXTS)
def test_nothing_differs_from_itself(text: str) -> None:
    assert all(piece.state is State.SAME for piece in word_difference(text, text))


def test_a_paragraph_that_others_were_put_around_stays_itself() -> None:
    assert word_difference("It stays.\n\nAnd after.", "Before.\n\nIt stays.") == [
        Piece("Before.\n\n", State.NEW),
        Piece("It stays.", State.SAME),
        Piece("\n\nAnd after.", State.GONE),
    ]


def test_words_that_are_replaced_one_after_the_other_are_one_stretch() -> None:
    pieces = word_difference("Chair it well, in forty minutes.", "Chair it well that people like.")
    assert [(each.text, each.state) for each in pieces] == [
        ("Chair it ", State.SAME),
        ("well, in forty minutes.", State.GONE),
        ("well that people like.", State.NEW),
    ]
