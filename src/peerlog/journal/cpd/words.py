"""What both the screen and the command line say about requirements: who is needed, what an entry lacks, by when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ...domain.scheme.amounts_said import say_amount
from ...domain.scheme.vocabulary import CATEGORIES, MEANINGS, RELATIONS

if TYPE_CHECKING:
    from ...domain.scheme.cosign_rule import CosignRule
    from ...portfolio.course import Course
    from ...portfolio.standing import Status

_PLAIN = {
    "minutes": "how long it took",
    "points": "its points",
    "evidence": "a file kept with it",
    "person": "another person's part",
    "types": "a type",
    "categories": "what it counts as",
}


def say_lacks(course: Course, lacks: Iterable[str]) -> list[str]:
    """What an entry still needs, each in words: `how long it took`, or the label of a field or a list."""
    labels = {each.name: each.label for each in course.version.lists}
    for part in course.version.parts:
        labels |= {f"{course.scheme.name}.{field.name}": field.label for field in part.fields}
    return [_PLAIN.get(each) or labels.get(each, each) for each in lacks]


def say_have(status: Status) -> str:
    """`12 h 30 of 30 h`, `3 of 4 (at least 2 entries in each)`, `12 h, at most 10 h`."""
    requirement = status.requirement
    if coverage := requirement.coverage:
        return f"{status.have} of {status.need} (at least {say_amount(requirement.unit, coverage.least)} in each)"
    have = say_amount(requirement.unit, status.have)
    if status.need:
        # Of points and entries the number alone will do: 1 of 2 entries.
        have = have if requirement.unit == "hours" else have.rpartition(" ")[0]
        have = f"{have} of {say_amount(requirement.unit, status.need)}"
    return f"{have}, at most {say_amount(requirement.unit, status.most)}" if status.most is not None else have


def say_missing(status: Status) -> str:
    """`17 h 30`, `2 more, of A, B and C`; empty where nothing is."""
    if not status.missing:
        return ""
    if status.requirement.coverage:
        left = ", ".join(status.uncovered)
        return f"{status.missing} more{f', of {left}' if left else ''}"
    return say_amount(status.requirement.unit, status.missing)


def say_who(rule: CosignRule) -> str:
    """Who is needed for what, who may not be that person, and what has to be said about them, in sentences."""
    said = [f"{rule.label}, meaning “{MEANINGS[rule.meaning]}”: {rule.who}"]
    if rule.may:
        said.append(f"One of these: {_words(RELATIONS, rule.may)}.")
    if rule.may_not:
        said.append(f"May not be: {_words(RELATIONS, rule.may_not)}.")
    if rule.registrant:
        said.append("They have to be on the body's own register.")
    if rule.consent:
        said.append("Ask them before you name them.")
    return " ".join(said)


def say_categories(categories: Iterable[str]) -> str:
    return _words(CATEGORIES, categories)


def say_span(first: date, last: date) -> str:
    """`2026-01-01 to 2026-12-31`."""
    return f"{first} to {last}"


def _words(known: dict[str, str], names: Iterable[str]) -> str:
    order: Sequence[str] = tuple(known)
    chosen = sorted(names, key=lambda name: order.index(name) if name in known else len(order))
    return ", ".join(known.get(name, name) for name in chosen)
