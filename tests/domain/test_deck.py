"""Decks: whose turn it is, every prompt once, none soon again, and the same for all without an exchange."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import peerlog
from peerlog.domain.deck import (
    Deck,
    fortnight_of,
    prompt_for_turn,
    prompt_of_the_day,
    prompt_of_the_fortnight,
    read_deck,
)
from peerlog.domain.problem import Problem

from .documents import Document, assert_read_or_refused, changed, documents, mangled
from .hostile import assert_clear, texts

DAY = date(2026, 11, 21)

sizes = st.integers(1, 80)
seeds = st.text(max_size=20)
days = st.dates(date(1990, 1, 1), date(2100, 1, 1))


def deck_of(size: int, word: str = "prompt") -> Deck:
    return Deck("test", "Test", "For a test.", "", tuple(f"{word} {number}?" for number in range(size)))


# -----
GOOD: Document = {"label": "L", "about": "A", "source": "S", "cpd": False, "prompts": ["One?", "Two?"]}


def test_a_good_one() -> None:
    assert read_deck("d", GOOD) == Deck("d", "L", "A", "S", ("One?", "Two?"), cpd=False)


def test_a_deck_is_for_cpd_unless_it_says_otherwise() -> None:
    assert read_deck("d", changed(GOOD, ("cpd",), None)).cpd


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("prompts",), None, "d: prompts: expected at least one."),
        (("prompts",), [], "d: prompts: expected at least one."),
        (("prompts",), "One?", "d: prompts: expected a list of texts."),
        (("prompts", 1), "ONE?", "d: prompts: expected all to be different, found “ONE?” twice."),
        (("prompts", 1), "x" * 301, "d: prompts: 2: expected a line of text, up to 300 characters."),
        (("cpd",), "no", "d: cpd: expected true or false."),
        (("deck",), 1, "d: unknown key “deck”."),
    ],
)
def test_a_mistake_is_named(path: tuple[str | int, ...], value: object, message: str) -> None:
    with pytest.raises(Problem) as refused:
        read_deck("d", changed(GOOD, path, value))
    assert refused.value.message == message
    assert_clear(refused.value)


@given(st.one_of(mangled(GOOD), documents))
def test_any_document_is_read_or_refused_clearly(data: Document) -> None:
    assert_read_or_refused(read_deck, "d", data)


# -----
def test_choices_never_change() -> None:
    """People talk about the question they have in common, so no release may choose differently."""
    deck = deck_of(20)
    assert [prompt_of_the_day(deck, DAY + timedelta(days=ahead), "kim") for ahead in range(5)] == PINNED_DAYS
    shared = prompt_of_the_fortnight(deck, "circle", DAY)
    assert (shared.prompt, shared.deck, shared.version, shared.key) == PINNED_FORTNIGHT


PINNED_DAYS = ["prompt 12?", "prompt 16?", "prompt 0?", "prompt 7?", "prompt 13?"]
PINNED_FORTNIGHT = ("prompt 14?", "test", "e00cdfa0", "249f7b51d54b7a66")


def test_another_process_chooses_the_same() -> None:
    said = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.insert(0, {str(Path(peerlog.__file__).parents[1])!r})\n"
            "from datetime import date\n"
            "from peerlog.domain.deck import *\n"
            "deck = Deck('test', 'Test', '', '', tuple(f'prompt {number}?' for number in range(20)))\n"
            "print(prompt_of_the_fortnight(deck, 'circle', date(2026, 11, 21)).key)",
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout
    assert said.strip() == prompt_of_the_fortnight(deck_of(20), "circle", DAY).key


@given(sizes, st.integers(-50, 50), seeds)
def test_every_prompt_comes_once_before_the_deck_begins_again(size: int, round_: int, seed: str) -> None:
    deck = deck_of(size)
    turns = range(round_ * size, (round_ + 1) * size)
    assert sorted(prompt_for_turn(deck, turn, seed) for turn in turns) == sorted(deck.prompts)


@given(sizes, st.integers(-1000, 1000), seeds)
def test_no_prompt_comes_back_soon(size: int, first: int, seed: str) -> None:
    deck = deck_of(size)
    seen: dict[str, int] = {}
    for turn in range(first, first + 3 * size):
        prompt = prompt_for_turn(deck, turn, seed)
        apart = turn - seen.get(prompt, -100_000)
        assert apart * 4 >= size * 3
        assert size < 16 or apart >= size - 3
        seen[prompt] = turn


@given(st.integers(16, 80), days, seeds)
def test_the_order_changes_from_round_to_round(size: int, day: date, seed: str) -> None:
    deck = deck_of(size)
    ordinal = day.toordinal() - day.toordinal() % size
    rounds = [
        [prompt_for_turn(deck, start + place, seed) for place in range(size)]
        for start in (ordinal, ordinal + size, ordinal + 2 * size, ordinal + 3 * size)
    ]
    assert any(one != other for one, other in pairwise(rounds))


@given(days, seeds)
def test_a_day_has_one_prompt_and_the_next_day_another(day: date, seed: str) -> None:
    deck = deck_of(12)
    assert prompt_of_the_day(deck, day, seed) == prompt_of_the_day(deck, day, seed)
    assert prompt_of_the_day(deck, day, seed) != prompt_of_the_day(deck, day + timedelta(days=1), seed)


@given(st.lists(texts.filter(str.strip), min_size=1, max_size=20, unique=True), texts, days)
def test_odd_prompts_and_seeds_do_no_harm(prompts: list[str], seed: str, day: date) -> None:
    deck = Deck("odd", "Odd", "", "", tuple(prompts))
    assert prompt_of_the_day(deck, day, seed) in prompts
    assert prompt_of_the_fortnight(deck, seed, day).prompt in prompts


def test_writers_have_different_prompts() -> None:
    deck = deck_of(40)
    assert len({prompt_of_the_day(deck, DAY, f"writer {number}") for number in range(200)}) > 30


@pytest.mark.parametrize("day", [date.min, date.max, date(2001, 1, 1), date(2000, 12, 31)])
def test_every_day_of_the_calendar_has_one(day: date) -> None:
    deck = deck_of(7)
    assert prompt_of_the_day(deck, day, "") in deck.prompts
    assert prompt_of_the_fortnight(deck, "", day).prompt in deck.prompts


# -----
@given(days)
def test_a_fortnight_is_two_iso_weeks(day: date) -> None:
    fortnight = fortnight_of(day)
    assert fortnight.first <= day <= fortnight.last
    assert (fortnight.last - fortnight.first).days == 13
    assert (fortnight.first.isoweekday(), fortnight.last.isoweekday()) == (1, 7)
    assert fortnight_of(fortnight.first) == fortnight_of(fortnight.last) == fortnight
    assert fortnight_of(fortnight.last + timedelta(days=1)).number == fortnight.number + 1


@pytest.mark.parametrize(
    ("day", "number", "first"),
    [
        (date(2001, 1, 1), 0, date(2001, 1, 1)),
        (date(2000, 12, 31), -1, date(2000, 12, 18)),
        (date(2026, 11, 21), 675, date(2026, 11, 16)),
        (date(2026, 12, 31), 678, date(2026, 12, 28)),  # a year of 53 weeks: the fortnight goes on into the next
        (date(2027, 1, 10), 678, date(2026, 12, 28)),
        (date(2027, 1, 11), 679, date(2027, 1, 11)),
    ],
)
def test_fortnights_run_across_years(day: date, number: int, first: date) -> None:
    assert (fortnight_of(day).number, fortnight_of(day).first) == (number, first)


@given(seeds, days, days)
def test_a_circle_has_the_same_prompt_for_a_fortnight(circle: str, day: date, other: date) -> None:
    deck = deck_of(30)
    one, another = prompt_of_the_fortnight(deck, circle, day), prompt_of_the_fortnight(deck, circle, other)
    assert (one == another) == (one.key == another.key) == (fortnight_of(day) == fortnight_of(other))


def test_circles_have_different_prompts() -> None:
    deck = deck_of(40)
    assert len({prompt_of_the_fortnight(deck, f"circle {number}", DAY).prompt for number in range(200)}) > 30


@given(st.integers(2, 40), st.integers(0, 39), seeds)
def test_versions_of_a_deck_are_told_apart(size: int, changed_at: int, circle: str) -> None:
    deck = deck_of(size)
    prompts = list(deck.prompts)
    prompts[changed_at % size] += "!"
    for other in (tuple(prompts), deck.prompts[1:], (*deck.prompts, "more?")):
        edited = Deck("test", "Test", "For a test.", "", other)
        assert edited.version != deck.version
        one, another = prompt_of_the_fortnight(deck, circle, DAY), prompt_of_the_fortnight(edited, circle, DAY)
        assert one.key != another.key
        assert (one.version, another.version) == (deck.version, edited.version)


def test_what_is_said_about_a_deck_is_no_other_version_of_it() -> None:
    deck = deck_of(5)
    assert Deck("test", "Renamed", "Other words.", "Elsewhere", deck.prompts[::-1], cpd=False).version == deck.version
