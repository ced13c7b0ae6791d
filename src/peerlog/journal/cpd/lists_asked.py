"""The lists of the bodies that one keeps to, from which something that counts is marked with values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ...domain.problem import Problem
from ...errors import Refused
from ..journal import Journal
from .memberships import course_of, memberships


@dataclass(frozen=True, slots=True)
class ListAsked:
    """`name` is its full name, such as `gosc.themes`; `values` are one's own or those of the file, perhaps none.

    `where` says where to find them where there are none. Without `many`, something has one of them at most.
    """

    name: str
    label: str
    body: str
    values: tuple[str, ...]
    many: bool
    where: str = ""

    def chosen(self, marks: Iterable[str]) -> tuple[str, ...]:
        """Those of its values that are among marks such as `gosc.themes=A`."""
        pairs = (mark.partition("=") for mark in marks)
        return tuple(value.strip() for name, _, value in pairs if name.strip() == self.name)


def lists_asked(journal: Journal, day: date, body: str = "") -> list[ListAsked]:
    """The lists of every body that one keeps to, or of the one with this name, as they are on a day."""
    found = []
    for each in memberships(journal):
        if body and each.line("scheme") != body:
            continue
        try:
            course = course_of(each, day)
        except (Problem, Refused):
            continue  # its standing says why
        label = course.scheme.label
        found += [
            ListAsked(one.name, one.label, label, course.values(one.name), one.many, one.where)
            for one in course.version.lists
        ]
    return found


def marks_chosen(lists: Sequence[ListAsked], marks: Iterable[str], chosen: Iterable[str]) -> list[str]:
    """The marks when the values of these lists are those in `chosen`; those of other lists stay."""
    offered = {each.name for each in lists if each.values}
    return [*(mark for mark in marks if mark.partition("=")[0].strip() not in offered), *chosen]


def say_marks(marks: Iterable[str]) -> str:
    """`Talking, Approved provider`."""
    return ", ".join(mark.partition("=")[2].strip() for mark in marks)
