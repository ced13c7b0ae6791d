"""The clauses of a set, worded so that they say what the agreement's terms say."""

from __future__ import annotations

from collections.abc import Mapping

from .clause import PREFIX, Clause, ClauseSet
from .field import Value
from .terms import MONTHS

_SAYS = {
    ("time", "hours"): "hours",
    ("rhythm", "cadence"): "cadence",
    ("reply", "days"): "reply_days",
    ("ending", "months"): "months",
    ("review", "months"): "review_months",
}
"""By clause and parameter: which of the terms it repeats."""


def parameters_of(clause: Clause, terms: Mapping[str, Value | None]) -> dict[str, Value]:
    """What is set in a clause to begin with: the terms where it repeats one that fits, else its own default.

    `terms` has `hours`, `cadence`, `reply_days`, `months` and `review_months`.
    """
    found: dict[str, Value] = {}
    for parameter in clause.parameters:
        said = terms.get(_SAYS.get((clause.name, parameter.field.name), ""))
        fits = isinstance(said, str) or (
            isinstance(said, int) and parameter.field.least <= said <= parameter.field.most
        )
        found[parameter.field.name] = said if said is not None and fits else parameter.default
    return found


def starting_clauses(clauses: ClauseSet, terms: Mapping[str, Value | None]) -> dict[str, str]:
    """The words of every clause by the stored name of its field, in their order."""
    return {PREFIX + each.name: each.worded(parameters_of(each, terms)) for each in clauses.clauses}


def set_for(people: int) -> str:
    """The name of the packaged set for so many people besides oneself."""
    return "group" if people > 1 else "pair"


def review_months(months: int = MONTHS) -> int:
    """After how many months to look at it: half-way."""
    return max(1, months // 2)
