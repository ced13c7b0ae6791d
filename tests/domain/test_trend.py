"""Trends: levels in the order of their days, drawn to one scale."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.entry import Entry
from peerlog.domain.field import Value
from peerlog.domain.trend import SHOWN, Trend, bar, trend_of
from peerlog.domain.trend_chart import draw_trend

DAY = date(2026, 9, 1)
levels = st.integers(0, 10)
points = st.lists(st.tuples(st.integers(0, 4000), levels), max_size=40)


def check_in(day: date, level: int | None, number: int = 0) -> Entry:
    fields: dict[str, Value] = {"when": f"{day}T10:00:00+00:00[UTC]"}
    if level is not None:
        fields["level"] = level
    return Entry(f"{number:064x}", "check-in", fields, f"2026-01-01T00:00:{number % 60:02}Z", "")


def trend(*said: tuple[int, int]) -> Trend:
    return Trend(tuple((DAY + timedelta(days=day), level) for day, level in said))


@given(points, st.randoms(use_true_random=False))
def test_the_order_of_writing_does_not_matter_that_of_the_days_does(
    said: list[tuple[int, int]], random: object
) -> None:
    entries = [check_in(DAY + timedelta(days=day), level, number) for number, (day, level) in enumerate(said)]
    found = trend_of(reversed(entries))
    assert found == trend_of(entries)
    assert [day for day, _ in found.points] == sorted(day for day, _ in found.points)
    assert sorted(level for _, level in found.points) == sorted(level for _, level in said)
    assert len(found.bars) == min(len(said), SHOWN)
    assert (found.now is None) == (not said)


def test_a_check_in_without_a_level_says_nothing_and_nought_is_one() -> None:
    found = trend_of([check_in(DAY, None), check_in(DAY + timedelta(days=1), 0, 1)])
    assert found.points == ((DAY + timedelta(days=1), 0),)
    assert (found.first, found.now, found.bars) == (0, 0, "▁")
    assert (trend_of([]).now, trend_of([]).bars) == (None, "")


@given(levels, levels)
def test_a_higher_level_is_never_a_lower_bar(one: int, other: int) -> None:
    if one <= other:
        assert bar(one) <= bar(other)
    assert "".join(map(bar, (0, 5, 10))) == "▁▅█"


@given(points, st.integers(0, 200), st.text(max_size=4) | levels.map(str))
def test_a_chart_fits_its_width_and_ends_at_the_latest_level(
    said: list[tuple[int, int]], width: int, target: str
) -> None:
    said = sorted(said, key=lambda point: point[0])
    lines = draw_trend(trend(*said), width, DAY, target)
    if len({day for day, _ in said}) < 2:
        assert lines == []
        return
    assert len(lines) == 7
    assert all(len(line) <= max(width, 40) for line in lines)
    full = sum(2 if line[4:].split("◂")[0].rstrip()[-1:] == "█" else 0 for line in lines[:5] if _reaches(lines, line))
    half = any(line[4:].split("◂")[0].rstrip()[-1:] == "▄" for line in lines[:5] if _reaches(lines, line))
    assert full + half == said[-1][1]


def _reaches(lines: list[str], line: str) -> bool:
    """Whether a row has something in the last column."""
    return len(line.split("◂")[0].rstrip()) == len(lines[5])


def test_a_chart() -> None:
    lines = draw_trend(trend((0, 4), (40, 3), (60, 8), (80, 7)), 40, date(2026, 11, 21), "7")
    assert "\n".join(lines) == "\n".join(
        (
            "10 ┤",
            "   │                    ███████▄▄▄▄▄ ◂ 7",
            "   │                    ████████████",
            "   │█████████████▄▄▄▄▄▄▄████████████",
            "   │████████████████████████████████",
            " 0 └────────────────────────────────",
            "    1 Sep                     20 Nov",
        )
    )


@pytest.mark.parametrize("target", ["", "eleven", "11", "7.5", "²"])
def test_a_target_that_is_no_level_is_not_marked(target: str) -> None:
    assert "◂" not in "".join(draw_trend(trend((0, 4), (9, 5)), 40, DAY, target))
