"""Whose part the bodies want in one activity: who may, who may not, and what has to be said about them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ...domain.scheme.vocabulary import RELATIONS
from ..journal import Journal
from .asked import courses_with
from .records import course_of_record
from .writing_record import membership_of

if TYPE_CHECKING:
    from ...domain.scheme.cosign_rule import CosignRule
    from ...portfolio.course import Course

FIELD_OF = {
    "role": "role",
    "organisation": "organisation",
    "registration": "registered",
    "email": "email",
    "phone": "phone",
    "address": "address",
    "date": "day",
    "place": "place",
}
"""By the words of a rule's `contact`, the fields of another person's part; name and relation are always asked for."""

_USUAL = ("role", "organisation", "email")
_NO_NOUNS = frozenset({"employee", "same-profession", "other-profession"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """A rule of a body for whoever has a part in an activity; `body` is its label, `scheme` its name.

    `named` is what a sentence about it begins with: the body, and the rule where the body has several.
    """

    body: str
    scheme: str
    rule: CosignRule
    named: str

    @property
    def who(self) -> str:
        """`GPhC revalidation: may not be a relative, a partner in life or a close friend.`"""
        rule, said = self.rule, []
        if rule.may:
            said.append(f"has to be {_either(rule.may)}")
        if rule.may_not:
            said.append(f"may not be {_either(rule.may_not)}")
        if rule.registrant:
            said.append("has to be on its register")
        return f"{self.named}: {'; '.join(said)}." if said else f"{self.named}: {rule.who}"

    def refuses(self, relations: Collection[str], registers: Collection[str]) -> str:
        """Why somebody who stands so to the writer may not be that person; empty where they may."""
        rule, given = self.rule, frozenset(relations)
        if barred := rule.may_not & given:
            return f"{self.named}: it may not be {_either(barred)}."
        if rule.may and not rule.may & given:
            return f"{self.named}: it has to be {_either(rule.may)}."
        if rule.registrant and self.scheme not in registers:
            return f"{self.named}: they have to be on its register."
        return ""


def people_wanted(journal: Journal, activity: Entry) -> list[Wanted]:
    """The rules for one activity, of every body that one keeps to, in order."""
    found = []
    for course in courses_with(journal, activity):
        body, rules = course.scheme.label, list(course.item_cosigns.values())
        for rule in rules:
            named = f"{body}, {rule.label[0].lower()}{rule.label[1:]}" if len(rules) > 1 else body
            found.append(Wanted(body, course.scheme.name, rule, named))
    return found


def people_wanted_in_record(journal: Journal, record: Entry) -> list[Wanted]:
    """The rules of a record's body for whoever signs all of it."""
    course = _course_of_record(journal, record)
    body, name = course.scheme.label, course.scheme.name
    return [Wanted(body, name, rule, body) for rule in course.version.cosigns if rule.whole_record]


def person_wanted(journal: Journal, record: Entry, rule: str) -> Wanted:
    """A rule of a record's body by its name, for whoever has a part in one activity or signs the whole."""
    course = _course_of_record(journal, record)
    return Wanted(course.scheme.label, course.scheme.name, course.version.cosign(rule), course.scheme.label)


def _course_of_record(journal: Journal, record: Entry) -> Course:
    return course_of_record(journal, membership_of(journal, record), record)


def fields_wanted(wanted: Iterable[Wanted]) -> list[str]:
    """The fields of another person's part that the bodies want to know; the usual ones where none says."""
    named = {each for one in wanted for each in one.rule.contact}
    return [field for word, field in FIELD_OF.items() if word in (named or _USUAL)]


def _with_article(name: str) -> str:
    label = RELATIONS[name]
    if name in _NO_NOUNS:
        return label
    return f"{'an' if label[0] in 'aeiou' else 'a'} {label}"


def _either(names: Collection[str]) -> str:
    """`a relative, a partner in life or a close friend`, in the order of the vocabulary."""
    words = [_with_article(name) for name in RELATIONS if name in names]
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last
