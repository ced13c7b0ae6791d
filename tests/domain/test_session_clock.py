"""The clock of a session: whatever is pressed and whenever, no time is lost and none is made up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.session_clock import (
    MINUTE,
    SessionClock,
    back,
    extend,
    go_on,
    lay_out,
    left,
    pause,
    resume,
    say_left,
    skip,
    until_it_says_else,
    used_in,
    used_in_all,
)

STEPS: dict[str, Callable[[SessionClock, float], SessionClock]] = {
    "pause": pause,
    "resume": resume,
    "go on": go_on,
    "skip": skip,
    "back": back,
    "extend": extend,
}
pressed = st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.floats(0, 400)), max_size=60)
minutes = st.lists(st.integers(1, 30), min_size=1, max_size=12)


@given(minutes, pressed, st.floats(0, 10**7))
def test_what_is_shown_adds_up_to_the_time_that_ran(
    minutes: list[int], pressed: list[tuple[str, float]], start: float
) -> None:
    clock, now, ran = lay_out(minutes), start, 0.0
    for name, waited in pressed:
        ran += waited if clock.is_running else 0
        now += waited
        clock = STEPS[name](clock, now)
        total = used_in_all(clock, now)
        assert total == sum(used_in(clock, step, now) for step in range(len(minutes)))
        assert abs(total - ran * 1000) <= len(pressed) + 1  # a millisecond each time the clock is read at most
        assert 0 <= clock.at <= len(minutes)
        if not clock.is_through:
            assert left(clock, now) + used_in(clock, clock.at, now) == clock.allotted[clock.at]
        else:
            assert not clock.is_running


@given(st.lists(st.floats(0.2, 30.0), min_size=1, max_size=8))
def test_an_hour_of_pausing_costs_less_than_a_second(waits: list[float]) -> None:
    clock, now, ran, number = resume(lay_out([60]), 0.3), 0.3, 0.0, 0
    while now < 3600:
        waited, number = waits[number % len(waits)], number + 1
        now += waited
        ran += waited if clock.is_running else 0
        clock = (pause if clock.is_running else resume)(clock, now)
    assert abs(used_in_all(clock, now) / 1000 - ran) < 1


@given(st.integers(1, 30), st.floats(0, 2400), st.floats(0, 10**6))
def test_one_look_a_second_sees_every_second(minutes: int, waited: float, start: float) -> None:
    clock, now = resume(lay_out([minutes]), start), start + waited
    wait = until_it_says_else(clock, now)
    assert wait is not None
    assert 0 < wait <= 1
    before, after = say_left(left(clock, now)), say_left(left(clock, now + wait + 0.002))
    assert before != after or {before, after} == {"0:00"}
    assert say_left(left(clock, now + wait - 0.002)) in (before, after)


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [
        (15 * MINUTE, "15:00"),
        (15 * MINUTE - 1, "15:00"),
        (59_000, "0:59"),
        (1, "0:01"),
        (0, "0:00"),
        (-999, "0:00"),
        (-1000, "+0:01"),
        (-80_500, "+1:20"),
        (-75 * MINUTE, "+75:00"),
    ],
)
def test_how_it_is_said(milliseconds: int, said: str) -> None:
    assert say_left(milliseconds) == said


def test_a_minute_more_counts_from_now_when_the_time_is_over() -> None:
    clock = resume(lay_out([2, 3]), 100)
    assert left(extend(clock, 130), 130) == 150_000
    assert left(extend(clock, 300), 300) == MINUTE
    assert clock.allotted == (2 * MINUTE, 3 * MINUTE)


def test_back_goes_on_from_the_time_that_the_step_had_taken() -> None:
    clock = skip(resume(lay_out([2, 3]), 0), 30)
    assert (clock.at, clock.skipped) == (1, frozenset({0}))
    clock = back(clock, 40)
    assert (clock.at, clock.skipped, clock.used) == (0, frozenset(), (30_000, 10_000))
    assert left(clock, 50) == 80_000
    assert back(clock, 50) == clock


def test_after_the_last_step_it_rests() -> None:
    clock = go_on(resume(lay_out([2]), 0), 30)
    assert clock.is_through
    assert resume(clock, 40) == clock
    assert go_on(clock, 40) == skip(clock, 40) == extend(clock, 40) == clock
    assert until_it_says_else(clock, 40) is None
    assert left(clock, 40) == 0


def test_a_clock_that_goes_backwards_counts_nothing() -> None:
    clock = resume(lay_out([2]), 50)
    assert used_in_all(clock, 20) == 0
    assert pause(clock, 20).used == (0,)
