"""How long ago, in words."""

from __future__ import annotations

import pytest

from peerlog.domain.ago import say_ago


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-3, "today"),
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (27, "27 days ago"),
        (28, "4 weeks ago"),
        (89, "12 weeks ago"),
        (90, "3 months ago"),
        (729, "24 months ago"),
        (730, "2 years ago"),
        (4000, "10 years ago"),
    ],
)
def test_words(days: int, said: str) -> None:
    assert say_ago(days) == said
