"""A field and what answers it, in any width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from peerlog.tui.widgets.answered import Answered


def lines(width: int, **parts: str) -> list[str]:
    said = {name: Content(text) for name, text in parts.items()}
    line = Answered(said.pop("label"), **said, indent=2)
    assert line.get_height({}, width) == line.at(width).plain.count("\n") + 1
    return line.at(width).plain.split("\n")


def test_a_short_answer_stands_beside_its_label() -> None:
    assert lines(30, label="Day", said="12 March", right="ok") == ["  Day  12 March             ok"]


def test_a_long_one_stands_beneath_it_in_two_lines() -> None:
    assert lines(24, label="What it was", said="one two three four five six seven eight nine", right="9 words") == [
        "  What it was    9 words",
        "    one two three four",
        "    five six seven …",
    ]


def test_what_is_wrong_is_said_in_full() -> None:
    shown = lines(24, label="Aim", said="one", problem="That is far too short for an answer.")
    assert [each.rstrip() for each in shown] == ["  Aim  one", "    That is far too", "    short for an answer."]


def test_the_right_edge_gives_way_to_the_label() -> None:
    parts = {"label": "A label of some length", "right": "not written yet · 0 of 250 words"}
    assert lines(60, **parts, right_in_short="not written yet")[0].endswith("250 words")
    assert lines(48, **parts, right_in_short="not written yet")[0].endswith("  not written yet")


words = st.lists(st.sampled_from(["ab", " ", "田", "é", "👩‍💻", "\n"]), max_size=40).map("".join)


@given(words, words, words, words, st.integers(20, 120))
def test_it_stays_within_its_width(label: str, said: str, right: str, problem: str, width: int) -> None:
    line = Answered(
        Content(label.replace("\n", "")), Content(said), Content(right.replace("\n", "")), Content(problem), indent=2
    )
    assert all(each.cell_length <= width for each in line.at(width).split("\n", allow_blank=True))


@given(words, st.integers(1, 60), st.integers(8, 40))
def test_of_a_long_answer_the_beginning_stands_as_if_all_of_it_were_wrapped(some: str, times: int, width: int) -> None:
    said = Content(some * times)
    whole = [each.rstrip().plain for each in said.wrap(width)] if said else []
    shown = Answered(Content(), said).at(width).plain.split("\n")
    if len(whole) <= 2:
        assert shown == (whole or [""])
    else:
        assert shown[0] == whole[0]
        assert shown[1].endswith(" …")
        assert whole[1].startswith(shown[1].removesuffix("…").rstrip())
