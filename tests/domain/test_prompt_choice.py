"""Which deck has its turn: by what lies ahead and behind, and never a prompt twice before its deck is through."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.prompt_choice import ENDING_DAYS, Occasions, Turn, turn_of

DAY = date(2026, 11, 21)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("occasions", "deck"),
    [
        (Occasions(ahead=3, behind=2, ends=DAY), "before"),
        (Occasions(behind=2, ends=DAY), "after"),
        (Occasions(ends=DAY), "endings"),
        (Occasions(ends=DAY + timedelta(days=ENDING_DAYS)), "endings"),
    ],
)
def test_an_occasion_has_its_deck(occasions: Occasions, deck: str) -> None:
    assert turn_of(DAY, occasions).deck == deck


@pytest.mark.parametrize("ends", [DAY - timedelta(days=1), DAY + timedelta(days=ENDING_DAYS + 1)])
def test_an_ending_that_is_past_or_far_away_is_none(ends: date) -> None:
    assert turn_of(DAY, Occasions(ends=ends)) == turn_of(DAY, Occasions())


def test_each_meeting_has_a_turn_of_its_own() -> None:
    assert turn_of(DAY, Occasions(ahead=7)) == Turn("before", 7)
    assert turn_of(DAY, Occasions(behind=7)) == Turn("after", 7)


@given(days, st.booleans())
def test_the_turns_of_a_deck_are_counted_without_a_gap_or_a_repetition(first: date, alone: bool) -> None:
    turns = defaultdict(list)
    for ahead in range(60):
        turn = turn_of(first + timedelta(days=ahead), Occasions(alone=alone))
        turns[turn.deck].append(turn.number)
    for numbers in turns.values():
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


@given(days)
def test_all_decks_take_turns_and_work_comes_most_often(first: date) -> None:
    fortnight = [turn_of(first + timedelta(days=ahead), Occasions()).deck for ahead in range(8)]
    assert {deck: fortnight.count(deck) for deck in set(fortnight)} == {
        "everyday": 4,
        "partnership": 2,
        "people": 1,
        "reading": 1,
    }
    assert all(one != other for one, other in pairwise(fortnight))


@given(days)
def test_who_is_alone_is_asked_nothing_about_a_partner(day: date) -> None:
    assert turn_of(day, Occasions(alone=True)).deck != "partnership"
