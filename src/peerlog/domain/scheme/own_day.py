"""A person's own day, on which their periods begin or end: whether it can be, and which it is likely to be."""

from __future__ import annotations

from datetime import date

from ..dates import MONTHS, written_out
from ..months import months_after
from ..problem import Problem
from .period_rule import PeriodKind, PeriodRule

_LONGEST_LIFE = 80
"""Years for which somebody may have kept to a body's requirements."""


def check_own_day(label: str, rule: PeriodRule, day: date | None, today: date) -> None:
    """Raises `Problem` for a day that cannot be one's own by `rule`, or that is missing; `label` is the body's."""
    if not rule.personal:
        if day is not None:
            raise Problem(
                f"{label} asks for no day of your own: its periods are the same for everybody.", "Leave it out."
            )
        return
    if day is None:
        raise Problem(f"{label} needs a day of your own: it says when your period begins and ends.", f"{rule.asks}.")
    if rule.on and (day.month, day.day) != rule.on:
        usual = proposed_day(rule, today)
        hint = f"For example {written_out(usual)}." if usual else ""
        raise Problem(f"For {label} it is always {say_month_day(rule.on)}, not {written_out(day)}.", hint)
    if day > months_after(today, rule.months):
        raise Problem(
            f"{written_out(day)} lies further ahead than the {rule.months} months of a period.", f"{rule.asks}."
        )
    if day < months_after(today, -12 * _LONGEST_LIFE):
        raise Problem(f"{written_out(day)} is too long ago to be that day.", f"{rule.asks}.")


def proposed_day(rule: PeriodRule, today: date) -> date | None:
    """The day that it is likely to be; None where only the person knows."""
    if not rule.personal or rule.on is None:
        return None
    this_year = date(today.year, *rule.on)
    if rule.kind is PeriodKind.ENROLMENT:
        return this_year if this_year <= today else date(today.year - 1, *rule.on)
    return this_year if this_year >= today else date(today.year + 1, *rule.on)


def example_day(rule: PeriodRule, today: date) -> date:
    """A day to show what is asked for: ahead where a period ends on it, past where one begins."""
    if found := proposed_day(rule, today):
        return found
    return date(today.year + 1, 3, 31) if rule.kind is PeriodKind.RENEWAL else date(today.year - 1, 9, 1)


def say_month_day(on: tuple[int, int]) -> str:
    """`1 July`."""
    return f"{on[1]} {MONTHS[on[0] - 1].capitalize()}"
