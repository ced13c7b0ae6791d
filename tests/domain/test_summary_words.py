"""The small words of a summary: numbers, days, excerpts, names, and the period it is about."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.kinds import KINDS
from peerlog.domain.problem import Problem
from peerlog.domain.summary import SECTIONS, period_for
from peerlog.domain.summary.days import said_day, said_span
from peerlog.domain.summary.excerpt import MOST, ended, quoted, sentence_of, title_of
from peerlog.domain.summary.naming import Naming
from peerlog.domain.summary.numbers import counting, lasting, rhythm, some, times
from peerlog.domain.summary.sections import chosen
from peerlog.domain.text import clean_text

from .hostile import texts
from .summaries import NAMES

TODAY = date(2026, 11, 21)
JAPANESE = "時間がありませんので、来月にもう一度ゆっくりやってみたいと思います。"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (some(1, "meeting"), "one meeting"),
        (some(9, "meeting"), "nine meetings"),
        (some(1204, "entry", "entries"), "1,204 entries"),
        (times(2), "twice"),
        (times(13), "13 times"),
        (counting(13), "Thirteen"),
        (counting(42), "Forty-two"),
        (counting(80), "Eighty"),
        (counting(140), "140"),
        (lasting(520), "8 hours 40 minutes"),
        (lasting(60), "1 hour"),
        (lasting(1), "1 minute"),
        (lasting(0), "0 minutes"),
        (rhythm(14), "about every two weeks"),
        (rhythm(30), "about once a month"),
        (rhythm(400), ""),
        (said_day(date(2026, 6, 2), 2026), "2 June"),
        (said_day(date(2025, 6, 2), 2026), "2 June 2025"),
        (said_span(date(2025, 12, 1), date(2026, 5, 31)), "1 December 2025 to 31 May 2026"),
        (said_span(date(2026, 5, 31), date(2026, 5, 31)), "31 May 2026"),
    ],
)
def test_numbers_and_days(said: str, expected: str) -> None:
    assert said == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", ""),
        ("\n\n---\n", ""),
        ("# Heading\nText", "Heading"),
        ("They were early and they stayed. Then tea.", "They were early and they stayed."),
        ("Nil. Caught myself carrying a mug. Twice.", "Nil. Caught myself carrying a mug."),
        ("Dr. Roche came at 6 p.m. and left. Then tea.", "Dr. Roche came at 6 p.m. and left."),
        ("We settled:\n\n- every second Monday\n- half each", "We settled: every second Monday"),
        ("He said “wait. Do nothing.” And so we did.", "He said “wait. Do nothing.” And so we did."),
        ("A *very* **good** `word`, [read it](https://example.org).", "A very good word, read it."),
        (f"{JAPANESE}次に進む。", JAPANESE),
    ],
)
def test_a_sentence_of_a_text(text: str, sentence: str) -> None:
    assert sentence_of(text) == sentence


@given(texts)
def test_an_excerpt_is_one_short_clean_line_and_its_quotation_marks_close(text: str) -> None:
    said = sentence_of(clean_text(text))
    assert clean_text(said) == said
    assert "\n" not in said
    assert len(said) <= MOST
    assert quoted(said).count("“") == quoted(said).count("”") == 1


def test_quotations_within_are_single_and_sentences_end_once() -> None:
    assert quoted('(it said "Seven") and “so”') == "“(it said ‘Seven’) and ‘so’”"
    assert quoted('"open') == "“‘open’”"
    assert [ended(said) for said in ("We met", "“Why?”", "(“Yes.”)", "“Yes”")] == [
        "We met.",
        "“Why?”",
        "(“Yes.”).",
        "“Yes”.",
    ]
    assert title_of("- **Bold** words") == "“Bold words”"


def test_names_are_short_where_that_says_who_it_is() -> None:
    naming = Naming(["Sam Okonkwo", "Kim Byrne", "Kim Nolan", "Dr Ada Feeney"])
    assert [naming.of(name) for name in ("Sam Okonkwo", "sam", "Kim Byrne", "Kim", "Dr Ada Feeney", "Zoë", "")] == [
        "Sam",
        "Sam",
        "Kim Byrne",
        "Kim",
        "Dr Ada Feeney",
        "Zoë",
        "one of us",
    ]
    assert naming.all(["Zoë", "Sam Okonkwo", "sam", "", "Kim Byrne"]) == "Kim Byrne, Sam and Zoë"


@pytest.mark.parametrize(
    ("last_until", "starts", "since"),
    [
        (None, None, date(2026, 5, 22)),
        (None, date(2026, 5, 25), date(2026, 5, 25)),
        (None, date(2025, 1, 1), date(2026, 5, 22)),
        (date(2026, 8, 31), date(2026, 5, 25), date(2026, 9, 1)),
        (date(2025, 8, 31), date(2026, 5, 25), date(2026, 5, 22)),
        (TODAY, None, TODAY),
        (None, date(2027, 1, 1), TODAY),
        (date.max, None, date(2026, 5, 22)),
    ],
)
def test_the_period_that_is_proposed(last_until: date | None, starts: date | None, since: date) -> None:
    assert period_for(TODAY, last_until, starts) == (since, TODAY)


@given(st.dates(), st.none() | st.dates(), st.none() | st.dates())
def test_a_period_is_never_empty(today: date, last_until: date | None, starts: date | None) -> None:
    since, until = period_for(today, last_until, starts)
    assert since <= until == today


def test_sections_come_in_their_own_order_and_unknown_ones_are_named() -> None:
    assert [each.name for each in chosen(["text", "goals", "focus"])] == ["focus", "goals", "text"]
    assert NAMES == ("focus", "goals", "meetings", "discussed", "learned", "ideas", "decisions", "next_steps", "text")
    assert len({each.label for each in SECTIONS}) == len(SECTIONS)
    fields = KINDS["summary"].all_fields
    assert [fields[name].label for name in NAMES[:-1]] == [each.label for each in SECTIONS[:-1]]
    with pytest.raises(Problem, match="no section called “mood”"):
        chosen(["goals", "mood"])
