"""What could I try this week: up to three ideas, the same ones from Monday to Sunday."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from .entry import Entry

MOST = 3


def week_start(day: date) -> date:
    """The Monday of its ISO week."""
    return day - timedelta(days=day.weekday())


def ideas_of_week(waiting: Sequence[Entry], active_goals: Collection[str], day: date) -> tuple[Entry, ...]:
    """Up to three of the ideas that were waiting when the week of `day` began.

    Those that serve an active goal come first, then the oldest. Ideas written down this week fill up what is left, so
    that what is offered on Monday is offered on Sunday.
    """
    monday = week_start(day)
    goals = set(active_goals)

    def order(idea: Entry) -> tuple[bool, bool, str, str]:
        return idea.when.day >= monday, goals.isdisjoint(idea.members("links")), idea.when.utc.isoformat(), idea.id

    return tuple(sorted(waiting, key=order)[:MOST])
