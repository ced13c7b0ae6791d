"""A line of a list: a label, what it is about, and something at the right edge, in any width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from peerlog.tui.widgets.line import LABEL_WIDTH, Line, labelled


def said(about: str, right: str, width: int) -> str:
    return labelled("Goal", about, right).at(width).plain[LABEL_WIDTH + 2 :].rstrip()


@pytest.mark.parametrize(
    ("about", "right", "shown"),
    [
        ("Read", "0 → 12", "Read" + " " * 50 + "0 → 12"),
        ("Chair a meeting well", "late " * 20, "Chair a meeting well  " + ("late " * 20)[:37].rstrip() + "…"),
        ("word " * 20, "note", ("word " * 20)[:53].rstrip() + "…"),
        ("word " * 20, "late " * 20, ("word " * 20)[:37].rstrip() + "…"),
    ],
)
def test_the_right_edge_takes_what_the_middle_leaves(about: str, right: str, shown: str) -> None:
    assert said(about, right, 80).startswith(shown)


def test_bars_at_the_right_edge_stay_whole_beside_a_long_middle() -> None:
    bars = "▁▂▃▄▅▆▇█" * 4
    line = Line(Content("Goal"), Content("word " * 20), Content(bars), label_width=LABEL_WIDTH, right_is_whole=True)
    assert line.at(80).plain.endswith(bars)
    assert line.at(50).plain.endswith("█…")


def test_who_reads_it_stays_whole_where_a_hint_does_not_fit() -> None:
    line = labelled("Unfinished", "word " * 20, "Enter goes on WITH SAM")
    line.right_in_short = Content("WITH SAM")
    assert line.at(76).plain.endswith("…  WITH SAM")
    line = labelled("Unfinished", "word", "Enter goes on WITH SAM")
    line.right_in_short = Content("WITH SAM")
    assert line.at(76).plain.endswith("Enter goes on WITH SAM")


words = st.lists(st.sampled_from(["a", "b", " ", "田", "é", "👩‍💻"]), max_size=60).map("".join)


@given(words, words, words, st.integers(40, 120))
def test_it_fills_its_width_to_the_cell(label: str, about: str, right: str, width: int) -> None:
    assert labelled(label, about, right).at(width).cell_length == width
