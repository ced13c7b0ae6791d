"""A body that somebody keeps to: its period, and what of its requirements is their own."""

from __future__ import annotations

from ..domain.dates import written_out
from ..domain.entry import Entry
from ..domain.problem import Problem
from ..domain.scheme.amounts_said import say_amount
from ..errors import Refused
from ..journal.cpd.memberships import course_of, enrolment_of, scheme_of
from ..journal.cpd.own_terms import list_named, requirement_named
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from . import terminal
from .standing_lines import say_due


def write_body(journal: Journal, membership: Entry) -> None:
    """A line with its name and period, and one for each thing that is one's own."""
    terminal.put(f"{membership.line('scheme')}  {membership.title}  {short_id(journal, membership.id)}")
    for line in _own(journal, membership):
        terminal.put("  ", line)


def described_body(journal: Journal, membership: Entry) -> dict[str, object]:
    """As JSON; `problem` says why its period cannot be told, and then there is no period."""
    period, problem = None, None
    try:
        found = course_of(membership, journal.time.today()).period
        period = {
            "first": found.first.isoformat(),
            "last": found.last.isoformat(),
            "due": found.due.isoformat() if found.due else None,
        }
    except (Problem, Refused) as error:
        problem = f"{error.message} {error.hint}".strip()
    own = enrolment_of(membership.fields)
    return {
        "body": membership.line("scheme"),
        "membership": membership.id,
        "label": membership.title,
        "variant": own.variant or None,
        "own_day": own.own_day.isoformat() if own.own_day else None,
        "registered": membership.line("registered") or None,
        "deferred_to": own.deferred_to.isoformat() if own.deferred_to else None,
        "needs": dict(own.needs),
        "lists": {name: list(values) for name, values in own.lists.items()},
        "period": period,
        "problem": problem,
    }


def _own(journal: Journal, membership: Entry) -> list[str]:
    try:
        scheme = scheme_of(membership)
        course = course_of(membership, journal.time.today())
    except (Problem, Refused) as error:
        return [f"{error.message} {error.hint}".strip()]
    own, period = course.enrolment, course.period
    due = say_due(course, journal.time.today())
    lines = [f"{written_out(period.first)} to {written_out(period.last)}{f'; {due}' if due else ''}"]
    variants = {each.name: each.label for each in scheme.variants}
    if variants:
        lines.append(f"As: {variants.get(own.variant) or next(iter(variants.values()))}")
    if own.own_day:
        lines.append(f"Your own day: {written_out(own.own_day)}")
    if number := membership.line("registered"):
        lines.append(f"Your number: {number}")
    for name, amount in own.needs.items():
        requirement = requirement_named(membership, name)
        lines.append(f"Agreed: {requirement.label}, {say_amount(requirement.unit, amount)}")
    if own.deferred_to:
        lines.append(f"Put off to {written_out(own.deferred_to)}")
    return lines + [f"List {name}: {_counted(membership, name, len(values))}" for name, values in own.lists.items()]


def _counted(membership: Entry, name: str, count: int) -> str:
    """`3 values`, `3 values; there are 4 of them` where the body has another number."""
    expects = list_named(membership, name).expects
    said = "1 value" if count == 1 else f"{count} values"
    return f"{said}; there are {expects} of them" if expects and expects != count else said
