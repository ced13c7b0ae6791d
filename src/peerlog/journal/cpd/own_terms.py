"""What of a body's requirements is one's own: amounts agreed with the body, lists that were pasted, a later day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from ...domain.entry import Entry
from ...domain.problem import Problem
from ...domain.text import brief, clean_line
from ..journal import Journal
from .memberships import change_membership, enrolment_of, scheme_of

if TYPE_CHECKING:
    from ...domain.scheme.requirement import Requirement
    from ...domain.scheme.value_list import ValueList

_MOST_VALUES = 500


class _Labelled(Protocol):
    @property
    def label(self) -> str: ...


T = TypeVar("T", bound=_Labelled)


def agree_amount(journal: Journal, membership: Entry, requirement: str, typed: str) -> Entry:
    """Note what a body agreed to ask for of one requirement, by its name or label; an empty text means the usual.

    Raises `Problem` for a requirement that there is not and for what is no amount.
    """
    found = requirement_named(membership, requirement)
    needs = dict(enrolment_of(membership.fields).needs)
    needs.pop(found.name, None)
    if typed.strip():
        from ...domain.scheme.amounts_typed import parse_amount

        needs[found.name] = parse_amount(found.unit, typed)
    return change_membership(journal, membership, {"needs": _toml(needs)})


def paste_list(journal: Journal, membership: Entry, name: str, lines: Iterable[str]) -> Entry:
    """Keep the values of a body's list, one a line; no values at all mean those of the file.

    Raises `Problem` for a list that there is not, and for too many values.
    """
    found = list_named(membership, name)
    values = list(dict.fromkeys(said for line in lines if (said := clean_line(line))))
    if len(values) > _MOST_VALUES:
        raise Problem(f"There are {len(values)} values; up to {_MOST_VALUES} fit.", "One value a line.")
    lists = {**enrolment_of(membership.fields).lists, found.name: values}
    kept = {each: list(some) for each, some in lists.items() if some}
    return change_membership(journal, membership, {"lists": _toml(kept)})


def put_off(journal: Journal, membership: Entry, day: date | None) -> Entry:
    """Note a later day by which the body wants the record, or None for the usual one.

    Raises `Problem` for a day that is not later than the usual one, or lies beyond the period that follows.
    """
    from dataclasses import replace

    from ...portfolio.course import course_with

    if day is not None:
        enrolment = enrolment_of(membership.fields)
        usual = course_with(scheme_of(membership), replace(enrolment, deferred_to=None), journal.time.today())
        later = course_with(scheme_of(membership), replace(enrolment, deferred_to=day), journal.time.today())
        if usual.period.due is None:
            raise Problem("This record is never due, so there is nothing to put off.")
        if later.period.due != day:
            raise Problem(
                f"The record cannot be put off from {usual.period.due} to {day}.",
                "Say a day after the usual one, and before the next record is due.",
            )
    return change_membership(journal, membership, {"deferred_to": day})


def requirement_named(membership: Entry, said: str) -> Requirement:
    """A requirement of a body in any of its versions, the newest first, by its name or label; raises `Problem`."""
    every: dict[str, Requirement] = {}
    for version in reversed(scheme_of(membership).versions):
        for each in version.requirements:
            every.setdefault(each.name, each)
    return _named(every, said, "requirement")


def list_named(membership: Entry, said: str) -> ValueList:
    """A list of a body by its full or short name, or its label; raises `Problem`."""
    prefix = f"{membership.line('scheme')}."
    every: dict[str, ValueList] = {}
    for version in reversed(scheme_of(membership).versions):
        for each in version.lists:
            every.setdefault(each.name.removeprefix(prefix), each)
    return _named(every, said.removeprefix(prefix), "list")


def _named(every: Mapping[str, T], said: str, what: str) -> T:
    wanted = said.strip().casefold()
    for name, each in every.items():
        if wanted in (name.casefold(), each.label.casefold()):
            return each
    hint = f"There is: {', '.join(every)}." if every else f"These requirements have no {what}."
    raise Problem(f"There is no {what} “{brief(said)}”.", hint)


def _toml(table: Mapping[str, object]) -> str:
    """A flat TOML document: JSON's texts, numbers and lists of texts are TOML's too."""
    return "\n".join(f"{json.dumps(key)} = {json.dumps(value, ensure_ascii=False)}" for key, value in table.items())
