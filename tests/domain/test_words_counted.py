"""How long an answer is beside its limits."""

from __future__ import annotations

import pytest

from peerlog.domain.words_counted import LengthOf


@pytest.mark.parametrize(
    ("length", "said", "over", "short"),
    [
        (LengthOf(1, 4), "1 word", False, False),
        (LengthOf(34, 210, most_words=250), "34 of 250 words", False, False),
        (LengthOf(251, 900, most_words=250), "251 of 250 words", True, False),
        (LengthOf(34, 210, least_words=100), "34 words, at least 100", False, True),
        (LengthOf(9, 1600, most_characters=1500), "9 words · 1,600 of 1,500 characters", True, False),
        (LengthOf(80, 400, 50, 100), "80 of 100 words, at least 50", False, False),
    ],
)
def test_what_is_said(length: LengthOf, said: str, over: bool, short: bool) -> None:
    assert length.in_words == said
    assert (length.is_over, length.is_short) == (over, short)


def test_how_full_it_is() -> None:
    assert LengthOf(50, 0, most_words=100).share == 0.5
    assert LengthOf(500, 0, most_words=100).share == 1
    assert LengthOf(0, 750, most_characters=1500).share == 0.5
    assert LengthOf(25, 0, least_words=100).share == 0.25
    assert LengthOf(25, 0).share < 0
