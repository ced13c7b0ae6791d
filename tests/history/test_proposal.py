"""A proposal takes over what one side changed, marks what both did, and makes nothing up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.history.peers import Peer, of_entry

from peerlog.history.origin import origin_of
from peerlog.history.proposal import Part, Whose, proposal

BOTH, MINE, THEIRS, CLASH = Whose.BOTH, Whose.MINE, Whose.THEIRS, Whose.CLASH
lines = st.lists(st.sampled_from(["One day.\n", "We rowed far.\n", "\n", "We rowed fast.\n", "End"]), max_size=6)
written = lines.map("".join) | st.text(alphabet="ab \n漢", max_size=20)


def text(parts: list[Part], whose: Whose) -> str:
    """One side's text, as far as the parts tell: the other side's own words are not in it."""
    other = THEIRS if whose is MINE else MINE
    return "".join(
        part.other if part.whose is CLASH and whose is THEIRS else part.text
        for part in parts
        if part.whose is not other
    )


def test_lines_that_one_of_them_changed_are_taken_over() -> None:
    parts = proposal("a\nB\nc\nd\n", "a\nb\nc\nD\n", "a\nb\nc\nd\n")
    assert parts == [Part(BOTH, "a\n"), Part(MINE, "B\n"), Part(BOTH, "c\n"), Part(THEIRS, "D\n")]


def test_words_of_one_paragraph_that_both_changed() -> None:
    parts = proposal("We row far on Sundays.", "We row on sunny Sundays.", "We row on Sundays.")
    assert "".join(part.text for part in parts) == "We row far on sunny Sundays."
    assert CLASH not in {part.whose for part in parts}


def test_a_place_that_both_changed_is_marked() -> None:
    parts = proposal("We row far on Sundays.\nEnd", "We row fast on Sundays.\nEnd", "We row on Sundays.\nEnd")
    assert parts == [
        Part(BOTH, "We row"),
        Part(CLASH, " far", " fast"),
        Part(BOTH, " on Sundays.\n"),
        Part(BOTH, "End"),
    ]


def test_what_has_little_in_common_stays_whole() -> None:
    mine, theirs = "The lake was calm and we were slow.", "Nobody came because of the rain, again."
    assert proposal(mine, theirs, "Sunday.") == [Part(CLASH, mine, theirs)]
    assert proposal(mine, theirs, None) == [Part(CLASH, mine, theirs)]


def test_without_an_origin_what_both_have_stands_for_it() -> None:
    assert proposal("a\nb\n", "a\nb\nc\n", None) == [Part(BOTH, "a\nb\n"), Part(THEIRS, "c\n")]
    assert proposal("", "a", None) == [Part(THEIRS, "a")]


def test_what_one_took_out_is_out() -> None:
    assert proposal("a\nc\n", "a\nb\nc\n", "a\nb\nc\n") == [Part(BOTH, "a\n"), Part(BOTH, "c\n")]


def test_a_text_of_very_many_lines_is_not_compared() -> None:
    mine, theirs = "a\n" * 4000, "b\n" * 4000
    assert proposal(mine, theirs, "") == [Part(CLASH, mine, theirs)]


@given(written, written, st.none() | written)
def test_nothing_is_made_up(mine: str, theirs: str, origin: str | None) -> None:
    parts = proposal(mine, theirs, origin)
    for part in parts:
        assert part.text or part.other
        assert (part.other == "") or part.whose is CLASH
        assert part.text in mine or part.whose is THEIRS
        assert part.other in theirs
        assert part.whose is not THEIRS or part.text in theirs
        assert part.whose is not BOTH or part.text in theirs
    swapped = proposal(theirs, mine, origin)
    assert [part.whose is CLASH for part in swapped].count(True) == [part.whose is CLASH for part in parts].count(True)


@given(written, written)
def test_where_one_of_them_changed_nothing_the_other_is_proposed(origin: str, changed: str) -> None:
    for parts in (
        proposal(changed, origin, origin),
        proposal(origin, changed, origin),
        proposal(changed, changed, origin),
    ):
        assert "".join(part.text for part in parts) == changed
        assert CLASH not in {part.whose for part in parts}


@given(written, written)
def test_without_an_origin_each_side_can_be_read_out_of_it(mine: str, theirs: str) -> None:
    parts = proposal(mine, theirs, None)
    assert text(parts, MINE) == mine
    assert text(parts, THEIRS) == theirs


def test_the_origin_of_two_versions() -> None:
    kim, sam = Peer("kim"), Peer("sam")
    goal = kim.create("goal", title="Row")
    sam.known.learn(kim.known)
    changes = sam.known.changes
    (first,) = changes
    one = kim.change(goal, title="Row far")[-1].change.id
    sam.change(goal, why="The lake")
    sam.change(goal, title="Row on")
    other = sam.change(goal, title="Row fast")[-1].change.id
    sam.known.learn(kim.known)
    assert origin_of("title", [one], [other], changes) == first
    assert origin_of("title", [other], [one], changes) == first
    assert origin_of("title", [one], [first], changes) == first
    assert origin_of("title", [first], [], changes) is None
    assert origin_of("why", [one], [other], changes) is None
    settled = sam.change(goal, settled=["title"], title="Row far and fast")[-1].change.id
    assert origin_of("title", [settled], [one], changes) == one
    crossed = [kim, Peer("ada")]
    for peer in crossed:
        peer.known.learn(sam.known)
    assert {each.id for each in of_entry(goal, changes)} == set(changes)
    assert origin_of("title", [one, other], [settled], changes) == min(one, other)


@pytest.mark.parametrize("origin", [None, "", "a b"])
def test_equal_texts_are_one(origin: str | None) -> None:
    assert "".join(part.text for part in proposal("a\nb", "a\nb", origin)) == "a\nb"
