"""Of the automatic backups, seven days, four weeks and twelve months stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from peerlog.vault.rotation import kept

TIMES = st.sets(st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1)).map(lambda at: at.replace(tzinfo=UTC)))


def test_a_year_of_daily_backups() -> None:
    last = datetime(2026, 11, 21, 21, 0, tzinfo=UTC)
    made = [last - timedelta(days=back) for back in range(400)]
    days = sorted((last - each).days for each in kept(made))
    assert days[:7] == list(range(7))
    assert days[7:10] == [13, 20, 21]  # two Sundays and the end of October
    assert len(days) == 20


@given(TIMES)
def test_the_newest_stays_and_so_does_little_else(made: set[datetime]) -> None:
    keep = kept(made)
    assert keep <= made
    assert len(keep) <= 7 + 4 + 12
    assert not made or max(made) in keep


@given(TIMES)
def test_rotating_again_changes_nothing(made: set[datetime]) -> None:
    assert kept(kept(made)) == kept(made)


@given(TIMES)
def test_each_of_the_last_periods_has_one(made: set[datetime]) -> None:
    keep = kept(made)
    for most, form in ((7, "%Y-%m-%d"), (4, "%G-%V"), (12, "%Y-%m")):
        periods = sorted({each.strftime(form) for each in made}, reverse=True)[:most]
        assert set(periods) <= {each.strftime(form) for each in keep}
