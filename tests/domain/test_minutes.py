"""How long something took, in the ways people write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.minutes import LONGEST_SPAN, MOST, parse_minutes, say_minutes
from peerlog.domain.problem import Problem

from .hostile import assert_clear, texts


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("35", 35),
        (" 35 ", 35),
        ("1", 1),
        ("1440", 1440),
        ("90m", 90),
        ("90 min", 90),
        ("90 mins", 90),
        ("1 minute", 1),
        ("90 Minutes", 90),
        ("1h", 60),
        ("1 h", 60),
        ("1 hr", 60),
        ("2 hrs", 120),
        ("1 hour", 60),
        ("2 HOURS", 120),
        ("24h", 1440),
        ("1h30", 90),
        ("1h30m", 90),
        ("1h 30 min", 90),
        ("1 h 30", 90),
        ("1 hr 30 mins", 90),
        ("1 hour 30 minutes", 90),
        ("2 hours 5 minutes", 125),
        ("1h5", 65),
        ("1:30", 90),
        ("01:05", 65),
        ("0:30", 30),
        ("24:00", 1440),
        ("1.5h", 90),
        ("1,5 h", 90),
        ("0.25 hours", 15),
        ("1.75hrs", 105),
        ("1.5", 90),
        ("1,25", 75),
        ("24.0", 1440),
        ("٣٥", 35),
    ],
)
def test_reads(written: str, minutes: int) -> None:
    assert parse_minutes(written) == minutes


@pytest.mark.parametrize(
    "written",
    [
        "0",
        "0m",
        "0h",
        "0:00",
        "0.00h",
        "0.0",
        "30h",
        "30:00",
        "30.5",
        "1441",
        "24:01",
        "25h",
        "9999",
        "99h",
        "99:59",
        "99999",
        "460h",
        "100.5h",
    ],
)
def test_refuses_what_no_day_holds(written: str) -> None:
    with pytest.raises(Problem, match=f"^“{written}” is not between one minute and 24 hours.$") as refused:
        parse_minutes(written)
    assert_clear(refused.value)


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "+5",
        "1.",
        ".5",
        "1:60",
        "1:5:0",
        "1h60",
        "one hour",
        "h",
        "m",
        "1d",
        "1e3",
        "٣٥٫٥",
        "½h",
        "²",
        "1\x000",
    ],
)
def test_refuses_what_is_no_length_of_time(written: str) -> None:
    with pytest.raises(Problem, match="is not a length of time") as refused:
        parse_minutes(written)
    assert_clear(refused.value)


@pytest.mark.parametrize("written", ["-5", "- 1:30", "−90m", "–1.5", "-1h30"])
def test_refuses_what_is_less_than_nothing(written: str) -> None:
    with pytest.raises(Problem, match=f"^“{written}” is less than no time at all.$") as refused:
        parse_minutes(written)
    assert_clear(refused.value)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("450h", 27_000),
        ("450 hours", 27_000),
        ("450", 450),
        ("2000", 2000),
        ("37.5", 2250),
        ("37,5 h", 2250),
        ("37:30", 2250),
        ("112h30", 6750),
        ("112 h 30", 6750),
        ("1450h", 87_000),
        ("1,450 h", 87_000),
        ("1,450 h 30", 87_030),
        ("27000m", 27_000),
        ("2000h", LONGEST_SPAN),
    ],
)
def test_reads_what_goes_over_days(written: str, minutes: int) -> None:
    assert parse_minutes(written, LONGEST_SPAN) == minutes
    if minutes > MOST:
        with pytest.raises(Problem, match="is not between one minute and 24 hours"):
            parse_minutes(written)


@pytest.mark.parametrize("written", ["0", "0h", "2001h", "2000:01", "2000.5", "9999h", "120001m", "12345h", "1000000"])
def test_refuses_what_no_span_holds(written: str) -> None:
    with pytest.raises(Problem, match=f"^“{written}” is not between one minute and 2,000 hours.$") as refused:
        parse_minutes(written, LONGEST_SPAN)
    assert_clear(refused.value)


@pytest.mark.parametrize("written", ["1,450", "1.450 h", "1 450 h", "1,45 0h", "1,450.5 h", "12,450 h"])
def test_thousands_are_never_guessed(written: str) -> None:
    with pytest.raises(Problem, match="is not a length of time"):
        parse_minutes(written, LONGEST_SPAN)


def test_reads_what_it_says() -> None:
    for minutes in range(1, LONGEST_SPAN + 1, 7):
        assert parse_minutes(say_minutes(minutes), LONGEST_SPAN) == minutes
    for minutes in range(1, MOST + 1):
        assert parse_minutes(say_minutes(minutes)) == minutes


@given(st.integers(0, 1999), st.integers(0, 59))
def test_every_way_to_write_a_length_says_the_same(hours: int, rest: int) -> None:
    minutes = hours * 60 + rest
    if not minutes:
        return
    ways = [f"{hours}h{rest}", f"{hours}:{rest:02}", f"{hours} hours {rest} minutes", f"{hours:02} h {rest:02}"]
    ways += [f"{minutes}m", *([str(minutes)] if minutes < 10_000 else [])]
    ways += [f"{hours}.{rest * 100 // 60:02}", f"{hours},{rest * 100 // 60:02}h"] if rest % 15 == 0 else []
    assert {way: parse_minutes(way, LONGEST_SPAN) for way in ways} == dict.fromkeys(ways, minutes)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (1, "1 min"),
        (59, "59 min"),
        (60, "1 h"),
        (65, "1 h 05"),
        (1440, "24 h"),
        (27_000, "450 h"),
        (6750, "112 h 30"),
        (87_000, "1,450 h"),
    ],
)
def test_says(minutes: int, said: str) -> None:
    assert say_minutes(minutes) == said


pieces = st.lists(
    st.sampled_from(["1", "30", "99", "0", ":", ".", ",", "h", "m", "min", "hour", "s", " ", "-"]), max_size=8
)


@given(texts | pieces.map("".join))
def test_any_text_is_minutes_of_a_day_or_a_problem(written: str) -> None:
    for most in (MOST, LONGEST_SPAN):
        try:
            minutes = parse_minutes(written, most)
        except Problem as problem:
            assert_clear(problem)
        else:
            assert type(minutes) is int
            assert 1 <= minutes <= most


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "written", ["1" * 10_000_000, "1" + " " * 1_000_000 + "x", "1h" + " " * 1_000_000 + "x", "\x00" * 1_000_000]
)
def test_megabytes_are_refused_by_name(written: str) -> None:
    with pytest.raises(Problem, match="is not a length of time") as refused:
        parse_minutes(written)
    assert_clear(refused.value)
