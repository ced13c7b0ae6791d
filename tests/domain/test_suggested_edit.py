"""Taking over none of a suggestion leaves the text, all of it gives the suggestion, and any part is fair."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.suggested_edit import Stretch, changes, stretches, taken_over

words = st.lists(st.sampled_from(["I", "think", "maybe", "it", "is", " ", "\n", "late.", "李", "é"]), max_size=14)
texts = words.map(" ".join) | st.text(max_size=30)


@given(texts, texts)
def test_both_texts_are_there_whole(text: str, suggestion: str) -> None:
    found = stretches(text, suggestion)
    assert "".join(each.before for each in found) == text
    assert "".join(each.after for each in found) == suggestion


@given(texts, texts)
def test_none_is_the_text_and_all_are_the_suggestion(text: str, suggestion: str) -> None:
    every = range(len(changes(text, suggestion)))
    assert taken_over(text, suggestion, ()) == text
    assert taken_over(text, suggestion, every) == suggestion
    assert bool(every) == (text != suggestion)


@given(texts, texts, st.data())
def test_each_change_is_taken_or_left_by_itself(text: str, suggestion: str, data: st.DataObject) -> None:
    found = changes(text, suggestion)
    taken = data.draw(st.sets(st.integers(0, max(0, len(found) - 1))))
    parts = iter(range(len(found)))
    expected = "".join(
        each.after if each.is_change and next(parts) in taken else each.before for each in stretches(text, suggestion)
    )
    assert taken_over(text, suggestion, taken) == expected


@given(texts, texts)
def test_changes_and_what_stays_come_by_turns(text: str, suggestion: str) -> None:
    kinds = [each.is_change for each in stretches(text, suggestion)]
    assert all(one != other for one, other in pairwise(kinds))


def test_words_that_change_side_by_side_are_one_change() -> None:
    text, suggestion = "I think that you are late.", "I feel sometimes you are early."
    assert changes(text, suggestion) == [Stretch("think that", "feel sometimes"), Stretch("late.", "early.")]
    assert taken_over(text, suggestion, {1}) == "I think that you are early."
