"""Other people's parts in a record, by the rules under which they sign, and no more of them than a rule asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..domain.prepared_record import PreparedPerson
from ..domain.scheme.cosign_rule import CosignRule
from ..domain.scheme.vocabulary import CONTACTS, MEANINGS
from .course import Course
from .matching import refusals
from .record_material import Person

_WHY = {
    "unsigned": "Nothing is signed yet.",
    "may": "They are none of those who may.",
    "untold": "How you stand to each other is not said yet.",
    "may_not": "They are one of those who may not.",
    "registrant": "They have to be on the body’s own register.",
}


def prepared_people(
    course: Course, rule: CosignRule, people: Iterable[Person], *, summary_only: bool = False
) -> tuple[PreparedPerson, ...]:
    """Whoever has a part by this rule: those who count, else the one who is nearest to it, else nobody named.

    With `summary_only` not even what they signed is named. The same person twice is one.
    """
    meant = [person for person in people if person.cosign.meaning == rule.meaning]
    reasons = {person.id: refusals(rule, course.scheme.name, person.cosign) for person in meant}
    meant.sort(key=lambda person: len(reasons[person.id]))
    counting = list({_who(person): person for person in reversed(meant) if not reasons[person.id]}.values())[::-1]
    wanted = rule.times if rule.whole_record else 1
    chosen = counting or meant[:1]
    prepared = [_prepared(rule, person, reasons[person.id], summary_only=summary_only) for person in chosen]
    missing = wanted - len(prepared)
    return (*prepared, *(_nobody(rule) for _ in range(missing)))


def _who(person: Person) -> str:
    return person.cosign.who or person.id


def _prepared(rule: CosignRule, person: Person, reasons: Sequence[str], *, summary_only: bool) -> PreparedPerson:
    withheld = rule.consent and not person.may_be_named
    about = [] if withheld else [(CONTACTS[name], said) for name in rule.contact if (said := person.contacts.get(name))]
    lacking = [] if withheld else [CONTACTS[name] for name in _asked(rule, person) if not person.contacts.get(name)]
    problems = []
    if withheld:
        problems.append("Ask them first whether they may be named; until then nothing about them goes in.")
    if lacking:
        problems.append(f"Still to say of them: {', '.join(lacking)}.")
    untold = not person.cosign.relations
    problems += [_WHY["untold" if reason == "may" and untold else reason] for reason in reasons if reason in _WHY]
    return PreparedPerson(
        person.id,
        rule.name,
        rule.label,
        MEANINGS[rule.meaning],
        rule.form,
        tuple((label[:1].upper() + label[1:], said) for label, said in about),
        "" if withheld or summary_only else person.signed,
        not rule.advised,
        "" if rule.advised else " ".join(problems),
    )


def _asked(rule: CosignRule, person: Person) -> list[str]:
    """What has to be said of them: a number only of somebody who is on a register."""
    numbered = rule.registrant or bool(person.cosign.registers)
    return [name for name in rule.contact if numbered or name != "registration"]


def _nobody(rule: CosignRule) -> PreparedPerson:
    problem = "" if rule.advised else f"Nobody yet. {rule.who}".strip()
    return PreparedPerson(
        "", rule.name, rule.label, MEANINGS[rule.meaning], rule.form, required=not rule.advised, problem=problem
    )
