"""The lines that are marked for whoever reads a text again add up to it."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from peerlog.domain.summary import Mark, reflowed_differences
from peerlog.domain.word_difference import Piece, State

LINES = st.lists(st.sampled_from(["", "one", "two words", "two other words", " ", "# x"]), max_size=6).map("\n".join)


@given(LINES, LINES)
@example("one", "one\n\ntwo words")
@example("one\n", "one")
@example("one\ntwo words", "onetwo words")
@example("one", "")
def test_the_marked_lines_are_the_later_text(old: str, new: str) -> None:
    lines = reflowed_differences(old, new)
    assert "\n".join(line.text for line in lines if line.mark is not Mark.GONE) == new
    assert "\n".join(_before(line.pieces) for line in lines if line.mark is not Mark.NEW) == old
    if old == new:
        assert {line.mark for line in lines} == {Mark.SAME}
    else:
        assert {line.mark for line in lines} != {Mark.SAME}


def _before(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if piece.state is not State.NEW)


def test_a_line_that_is_new_gone_or_changed_says_so() -> None:
    lines = reflowed_differences("Same\nWe met nine times\nGone", "Same\nWe met ten times\n\nNew")
    assert [(line.mark, line.text) for line in lines] == [
        (Mark.SAME, "Same"),
        (Mark.CHANGED, "We met ten times"),
        (Mark.GONE, "Gone"),
        (Mark.NEW, ""),
        (Mark.NEW, "New"),
    ]
    assert lines[1].pieces[1:3] == (Piece("nine", State.GONE), Piece("ten", State.NEW))


def test_an_empty_line_that_went_is_gone() -> None:
    assert [line.mark for line in reflowed_differences("one\n\ntwo", "one\ntwo")] == [Mark.SAME, Mark.GONE, Mark.SAME]


def test_thousands_of_lines_that_changed_are_not_compared() -> None:
    old, new = ("\n".join(f"{word} {number}" for number in range(4000)) for word in ("one", "two"))
    lines = reflowed_differences(old, new)
    assert [line.mark for line in lines] == [Mark.GONE] * 4000 + [Mark.NEW] * 4000
