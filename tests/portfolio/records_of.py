"""Material for records: a year of Kim's, as the journal would hand it over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from peerlog.journal.practice_files import requirement_sets
from peerlog.portfolio.counted import Cosign, Counted, Mark, Traits
from peerlog.portfolio.course import Course, course_with
from peerlog.portfolio.enrolment import Enrolment
from peerlog.portfolio.record_material import Activity, Material, Person

TODAY = date(2026, 11, 21)

_WHAT = (
    ("Webinar on open licences", "webinar", 90, "Attribution is a chain: I now write ours into each record."),
    ("Reading group: the value of archives", "reading", 60, "We read it against our own annual report."),
    ("Shadowed the conservation desk", "shadowing", 180, "Triage first. I had been repairing by order of arrival."),
    ("Talked the strategy over with Sam", "mentoring", 75, "Sam asked who it is for. I had no answer, and now do."),
    ("Workshop on plain labels", "workshop", 240, "Forty words and one idea; visitors stayed twice as long."),
)


def course(scheme: str, **enrolment: object) -> Course:
    packs, _ = requirement_sets()
    return course_with(packs[scheme], Enrolment(**enrolment), TODAY)  # type: ignore[arg-type]


def activity(number: int, day: date, title: str, text: str, minutes: int, **traits: object) -> Activity:
    made = Traits(**traits)  # type: ignore[arg-type]
    return Activity(Counted(f"{number:064x}", day, minutes, None, made), title, text, "Webinar")


def year(first: date, how_many: int, *, step: int = 9, long: bool = False, **traits: object) -> tuple[Activity, ...]:
    """Activities one after the other, `step` days apart."""
    found = []
    for number in range(how_many):
        title, type_, minutes, text = _WHAT[number % len(_WHAT)]
        if long:
            text = "\n\n".join(
                [text, *([f"In the days after it ({number}) I tried it with two colleagues. " * 12] * 3)]
            )
        made = activity(number + 1, first + timedelta(days=number * step), title, text, minutes, type=type_, **traits)
        found.append(made)
    return tuple(found)


def answered(made: Activity, answers: Mapping[str, str]) -> Activity:
    """With these answers, and counted as having them."""
    traits = made.counted.traits._replace(fields=frozenset(answers))
    return replace(made, counted=made.counted._replace(traits=traits), answers=answers)


def marked(made: Activity, *marks: str) -> Activity:
    pairs = frozenset(Mark(*mark.split("=", 1)) for mark in marks)
    return replace(made, counted=made.counted._replace(traits=made.counted.traits._replace(marks=pairs)))


def with_person(made: Activity, person: Person) -> Activity:
    traits = made.counted.traits._replace(cosigns=frozenset({person.cosign}))
    return replace(made, counted=made.counted._replace(traits=traits), others=(person,))


def person(meaning: str, contacts: Mapping[str, str], *, may_be_named: bool = True, signed: str = "on paper") -> Person:
    relations = frozenset({"same-profession", "mentor", "colleague"})
    cosign = Cosign(meaning, relations, frozenset({"nmc"}), signed=bool(signed))
    return Person("f" * 64, contacts, cosign, may_be_named, signed)


def material(activities: tuple[Activity, ...], **more: object) -> Material:
    return Material("0" * 64, "Kim Nguyễn", str(more.pop("number", "")), activities, **more)  # type: ignore[arg-type]
