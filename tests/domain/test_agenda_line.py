"""A line of an agenda."""

from __future__ import annotations

import pytest
from hypothesis import given

from peerlog.domain.agenda_line import MARKS, AgendaLine, read_agenda_line
from peerlog.domain.kinds.agenda_item import SORTS
from peerlog.domain.problem import Problem

from .hostile import assert_clear, texts

PEOPLE = ("Sam Ortega", "Ada", "李 梅")


@pytest.mark.parametrize(
    ("line", "by", "sort", "title"),
    [
        ("? how do you open a set", "", "question", "How do you open a set"),
        ("?how do you open a set", "", "question", "How do you open a set"),
        ("! a round of one minute each", "", "idea", "A round of one minute each"),
        ("what I heard about the rota", "", "knowledge", "What I heard about the rota"),
        ("sam: the new rota", "Sam Ortega", "knowledge", "The new rota"),
        ("sam ? who chairs in May", "Sam Ortega", "question", "Who chairs in May"),
        ("? sam who chairs in May", "Sam Ortega", "question", "Who chairs in May"),
        ("me ! swap chairs", "", "idea", "Swap chairs"),
        ("who chairs in May?", "", "question", "Who chairs in May?"),
        ("! chairs in pairs?", "", "idea", "Chairs in pairs?"),
        ("李 梅 新的安排", "李 梅", "knowledge", "新的安排"),
        ("什么时候？", "", "question", "什么时候？"),
    ],
)
def test_lines(line: str, by: str, sort: str, title: str) -> None:
    assert read_agenda_line(line, PEOPLE) == AgendaLine(by, sort, title)


@pytest.mark.parametrize("line", ["", "  ", "?", "!", "sam", "? sam:", "me"])
def test_nothing_to_talk_about(line: str) -> None:
    with pytest.raises(Problem, match="missing") as caught:
        read_agenda_line(line, PEOPLE)
    assert_clear(caught.value)


@given(texts)
def test_any_line_is_an_item_or_a_problem(line: str) -> None:
    try:
        found = read_agenda_line(line, PEOPLE)
    except Problem as problem:
        assert_clear(problem)
    else:
        assert found.title
        assert found.sort in MARKS


def test_every_sort_has_a_mark() -> None:
    assert set(MARKS) == {choice.value for choice in SORTS}
