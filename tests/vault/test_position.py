"""An entry's place follows from the time that the writer's clock showed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.vaults import add

from peerlog.domain.moment import Moment
from peerlog.vault.position import PER_MINUTE, first_of_day, first_of_minute, free_position
from peerlog.vault.space import Space

MOMENTS = st.datetimes(timezones=st.timezones()).map(Moment.of)


@given(MOMENTS, MOMENTS)
def test_places_are_in_the_order_of_the_clocks(one: Moment, other: Moment) -> None:
    first, second = (each.local.replace(second=0, tzinfo=None) for each in (one, other))
    assert (first_of_minute(one) < first_of_minute(other)) == (first < second)


@given(MOMENTS)
def test_a_day_has_the_minutes_of_its_clock(when: Moment) -> None:
    start = first_of_day(when.day)
    assert start <= first_of_minute(when) < start + 1_440_000
    assert start // 1_440_000 == when.day.toordinal()


def test_places_of_one_minute_are_counted_and_go_on_in_the_next(space: Space) -> None:
    when = Moment.of(datetime(2026, 11, 17, 19, 40, tzinfo=UTC))
    start = first_of_minute(when)
    assert free_position(space, when) == start
    add(space, "one", when=str(when))
    assert free_position(space, when) == start + 1
    with space.write():
        space.run("UPDATE entry SET pos = ?", (start + PER_MINUTE - 1,))
    assert free_position(space, when) == start + PER_MINUTE


@pytest.mark.parametrize("day", [date.min, date(2026, 11, 17), date.max])
def test_every_day_of_the_calendar_has_its_place(day: date) -> None:
    assert 0 < first_of_day(day) < 1 << 53
