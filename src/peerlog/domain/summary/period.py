"""The period that a summary is proposed for."""

from __future__ import annotations

from datetime import date, timedelta

from ..months import months_after

_MONTHS = 6


def period_for(today: date, last_until: date | None = None, starts: date | None = None) -> tuple[date, date]:
    """The first and the last day: half a year up to today, but nothing that has been summed up already.

    `last_until` is the last day of the latest summary that all agreed to; without one, nothing from before the
    agreement `starts`. Never empty.
    """
    since = _half_a_year_before(today)
    if last_until is not None and last_until < date.max:
        since = max(since, last_until + timedelta(days=1))
    elif starts is not None:
        since = max(since, starts)
    return min(since, today), today


def _half_a_year_before(today: date) -> date:
    try:
        return months_after(today, -_MONTHS) + timedelta(days=1)
    except OverflowError:
        return date.min
