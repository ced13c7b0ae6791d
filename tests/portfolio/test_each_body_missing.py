"""What each body still misses, added up by hand from its published amounts, and which entry at hand would help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from peerlog.domain.scheme.amounts_said import say_amount
from peerlog.library.requirement_sets import requirement_sets
from peerlog.portfolio.counted import Counted
from peerlog.portfolio.filling import could_fill
from peerlog.portfolio.standing import Standing, Status, standings

from .making import course, item, packaged, person

TODAY = date(2026, 11, 27)
Fills = Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]
"""By requirement, numbers of the candidates that would do, with what each lacks."""


@dataclass(frozen=True)
class Example:
    """`missing` is said as on the screen; `candidates` do not count yet."""

    body: str
    items: list[Counted]
    missing: Mapping[str, str]
    candidates: list[Counted]
    fills: Fills
    day: date = TODAY
    enrolment: Mapping[str, object] = field(default_factory=dict)


def over(first: date, *hours: float, categories: tuple[str, ...] = (), **more: object) -> list[Counted]:
    """One entry a week."""
    return [item(first + timedelta(weeks=n), each, *categories, **more) for n, each in enumerate(hours)]  # type: ignore[arg-type]


def marked(first: date, name: str, *values: str, **more: object) -> list[Counted]:
    return [
        item(first + timedelta(weeks=n), 0, marks={name: value}, **more)  # type: ignore[arg-type]
        for n, value in enumerate(values)
    ]


FEBRUARY, MARCH, APRIL = date(2026, 2, 2), date(2026, 3, 2), date(2026, 4, 6)
TALK = ("discussion", "learning")

EXAMPLES = [
    Example(
        "cilip",  # 20 - 17.5, since 28 November 2025
        over(FEBRUARY, 7, 7, 3.5),
        {"hours": "2 h 30"},
        [item(date(2025, 11, 27), 3), item(date(2025, 11, 28), 1), item(MARCH, 2, "practice")],
        {"hours": ((1, ()),)},
    ),
    Example(
        "alia",  # 30 - 29.5 in the second year; 120 - (40 + 29.5 + 30)
        [item(date(2023, 7, 1), 40), item(date(2024, 7, 1), 29.5), item(date(2026, 6, 30), 30)],
        {"total": "20 h 30", "yearly 2024": "30 min"},
        [item(date(2025, 6, 30), 1), item(date(2025, 7, 1), 2), item(date(2026, 7, 1), 3)],
        {"total": ((1, ()), (0, ())), "yearly 2024": ((0, ()),)},
        date(2026, 6, 1),
        {"own_day": date(2023, 7, 1)},
    ),
    Example(
        "lianza",  # 18 - 17; two in each of A to E, one in F; Leading is not needed with the other three
        [
            item(FEBRUARY + timedelta(days=n), marks={"lianza.clusters": cluster, "lianza.domains": domain})
            for n, (cluster, domain) in enumerate(
                zip("AAAABBBBCCCCDDEEF", ["Knowing", "Doing", "Sharing"] * 6, strict=False)
            )
        ],
        {"entries": "1 entry", "clusters": "1: F", "verification": "1"},
        [item(MARCH), item(MARCH, marks={"lianza.clusters": "A"}), item(MARCH, marks={"lianza.clusters": "F"})],
        {"entries": ((0, ()), (1, ()), (2, ())), "clusters": ((2, ()), (0, ("lianza.clusters",)))},
        enrolment={"own_day": date(2027, 3, 31), "lists": {"lianza.clusters": tuple("ABCDEF")}},
    ),
    Example(
        "ama",  # 36 - 35.5 and 36 - 30 in the two years, 72 - 65.5 in both
        [item(date(2025, 1, 10), 35.5), item(date(2026, 1, 10), 30)],
        {"hours": "6 h 30", "yearly 2025": "30 min", "yearly 2026": "6 h", "project": "1 entry", "mentor": "1"},
        [item(date(2026, 1, 9), 1), item(APRIL, 0, "project")],
        {"hours": ((0, ()),), "yearly 2025": ((0, ()),), "yearly 2026": (), "project": ((1, ()),)},
        enrolment={"own_day": date(2025, 1, 10)},
    ),
    Example(
        "ara",  # 8 - 7 for a registered member
        marked(FEBRUARY, "ara.competencies", *"1234567"),
        {"competencies": "1", "validation": "1"},
        [item(MARCH), *marked(MARCH, "ara.competencies", "7", "8")],
        {"competencies": ((2, ()), (0, ("ara.competencies",)))},
        enrolment={"own_day": date(2024, 1, 1)},
    ),
    Example(
        "nmc",  # 450 - 449.5; 35 - 34; 20 - 19; 5 - 4; 5 - 4; and the talk was with nobody on its register
        [
            *over(FEBRUARY, 200, 200, 49.5, categories=("practice",)),
            *over(FEBRUARY, 10, 9, participatory=True),
            item(FEBRUARY, 15),
            *over(FEBRUARY, 0, 0, 0, 0, categories=("feedback",)),
            *over(FEBRUARY, 0, 0, 0, 0, categories=("account",)),
            item(MARCH, 1, "discussion", cosigns=(person("took-place", "colleague"),)),
        ],
        {
            "practice": "30 min",
            "cpd": "1 h",
            "participatory": "1 h",
            "feedback": "1 entry",
            "accounts": "1 entry",
            "discussion": "1 entry",
            "confirmer": "1",
        },
        [item(APRIL, 1), item(APRIL, 2, participatory=True), item(APRIL, 0, "feedback"), item(APRIL, 0, "discussion")],
        {
            "cpd": ((1, ()), (0, ())),
            "participatory": ((1, ()),),
            "feedback": ((2, ()),),
            "discussion": ((3, ("person",)),),
        },
        enrolment={"own_day": date(2027, 4, 30)},
    ),
    Example(
        "gphc",  # 4 - 3, of which 2 - 1 planned; an account and a talk are neither
        [item(FEBRUARY, planned=True), item(FEBRUARY), item(MARCH), item(MARCH, 0, "account", "learning")],
        {"cpd": "1 entry", "planned": "1 entry", "discussion": "1 entry"},
        [
            item(APRIL, 1),
            item(APRIL, 2, planned=True),
            item(APRIL, 3, *TALK),
            item(APRIL, 4, *TALK, cosigns=(person("took-place", "friend", signed=False),)),
            item(APRIL, 5, *TALK, cosigns=(person("took-place", "other-profession", signed=False),)),
        ],
        {
            "cpd": ((1, ()), (0, ())),
            "planned": ((1, ()),),
            "discussion": ((4, ()), (3, ("person",)), (2, ("person",))),
        },
        enrolment={"own_day": date(2026, 12, 31)},
    ),
    Example(
        "swe",  # 2 - 1, and no peer yet
        [item(FEBRUARY)],
        {"pieces": "1 entry", "peer": "1 entry"},
        [item(date(2025, 11, 30)), item(date(2026, 11, 30)), item(MARCH, 1, fields=("swe.peer",))],
        {"pieces": ((2, ()), (1, ())), "peer": ((2, ()), (1, ("swe.peer",)))},
    ),
    Example(
        "gosc",  # 90 - 80; 45 - 40; theme D; and one for each of two topics
        [
            *over(FEBRUARY, *[20] * 2, participatory=True, marks={"gosc.themes": "A"}),
            item(MARCH, 20, marks={"gosc.themes": "B"}),
            item(MARCH, 20, marks={"gosc.themes": "C"}),
        ],
        {
            "hours": "10 h",
            "with_others": "5 h",
            "themes": "1: D",
            "objective": "1 entry",
            "communication": "1 entry",
            "review": "1",
        },
        [item(APRIL, 2), item(APRIL, 1, participatory=True, marks={"gosc.focus": "Objective activity"})],
        {
            "with_others": ((1, ()),),
            "themes": ((0, ("gosc.themes",)), (1, ("gosc.themes",))),
            "objective": ((1, ()), (0, ("gosc.focus",))),
        },
        enrolment={"own_day": date(2025, 1, 1), "lists": {"gosc.themes": tuple("ABCD")}},
    ),
    Example(
        "goc",  # 12 + 18 of 24 in the specialty: 36 - 30, though 36 were given
        [
            item(MARCH, 1, points=12, participatory=True, marks={"goc.domains": "A", "goc.provider": "Myself"}),
            item(MARCH, 1, points=24, marks={"goc.specialty": "Specialty", "goc.provider": "Approved provider"}),
        ],
        {
            "points": "6 points",
            "interactive": "6 points",
            "yearly 2025": "6 points",
            "yearly 2027": "6 points",
            "domains": "3: B, C, D",
            "peer_review": "1 entry",
            "plan": "1 entry",
            "exercise": "1 entry",
        },
        [
            item(APRIL, 1),
            item(APRIL, 2, points=3, marks={"goc.domains": "B"}),
            item(APRIL, 3, points=3, participatory=True, marks={"goc.domains": "A"}),
            item(APRIL, 4, "peer-review"),
        ],
        {
            "domains": ((1, ()), (3, ("goc.domains", "points")), (0, ("goc.domains", "points"))),
            "interactive": ((2, ()),),
            "peer_review": ((3, ()),),
        },
        enrolment={"variant": "contact_lens", "lists": {"goc.domains": tuple("ABCD")}},
    ),
    Example(
        "hcpc",  # one of two sorts; 12 - 3 and 4 - 0 are only advised
        marked(FEBRUARY, "hcpc.sorts", "At work", "At work", "At work"),
        {"mixture": "1: Professional, Formal, By myself, Other", "list": "9 entries", "examples": "4 entries"},
        [*marked(APRIL, "hcpc.sorts", "At work", "Formal"), item(APRIL)],
        {"mixture": ((1, ()), (2, ("hcpc.sorts",)))},
        enrolment={"own_day": date(2026, 12, 31)},
    ),
    Example(
        "cipd",  # 3 - 2; 30 - 4 of planned learning are only advised
        over(FEBRUARY, 2, 2, fields=("cipd.learnt",), planned=True),
        {"reflections": "1 entry", "planned": "26 h"},
        [item(APRIL, 1), item(APRIL, 0, fields=("cipd.learnt",))],
        {"reflections": ((1, ()), (0, ("cipd.learnt",)))},
    ),
    Example(
        "iet",  # something, and 30 hours, which are only advised
        [],
        {"record": "1 entry", "hours": "30 h"},
        [item(date(2025, 12, 31), 1), item(date(2026, 1, 1), 2)],
        {"record": ((1, ()),), "hours": ((1, ()),)},
    ),
    Example(
        "psyba",  # 30 - 28, of which 10 - 9 with peers
        [*over(FEBRUARY, 10, 9), item(MARCH, 9, *TALK)],
        {"hours": "2 h", "consultation": "1 h", "plan": "1 entry"},
        [item(date(2025, 12, 1), 1, *TALK), item(APRIL, 2), item(APRIL, 0, "plan")],
        {"hours": ((1, ()), (0, ())), "consultation": ((0, ()),), "plan": ((2, ()),)},
    ),
    Example(
        "generic",  # 30 - 25, of which 10 - 8 with others
        [item(FEBRUARY, 17), item(FEBRUARY, 8, participatory=True)],
        {"hours": "5 h", "with_others": "2 h", "discussion": "1 entry", "peer": "1"},
        [item(APRIL, 1, participatory=True), item(APRIL, 1, "discussion")],
        {"hours": ((0, ()),), "with_others": ((0, ()),), "discussion": ((1, ()),)},
    ),
]


def named(status: Status) -> str:
    requirement = status.requirement
    return f"{requirement.name} {status.first.year}" if requirement.each_months else requirement.name


def said(status: Status) -> str:
    if status.requirement.coverage is None:
        return say_amount(status.requirement.unit, status.missing)
    return f"{status.missing}{': ' if status.uncovered else ''}{', '.join(status.uncovered)}"


def what_is_missing(standing: Standing) -> dict[str, str]:
    found = {named(each): said(each) for each in standing.statuses if each.missing}
    return found | {each.rule.name: str(each.missing) for each in standing.signed if each.missing}


def test_every_body_has_an_example() -> None:
    assert {each.body for each in EXAMPLES} == set(requirement_sets()[0])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.body)
def test_what_is_missing_and_what_could_fill_it(example: Example) -> None:
    one = course(packaged(example.body), example.day, **example.enrolment)
    (standing,) = standings([one], example.items, example.day)
    assert what_is_missing(standing) == example.missing
    for status in standing.statuses:
        if named(status) in example.fills:
            found = could_fill(one, status, example.candidates)
            told = tuple((example.candidates.index(fill.item), fill.lacks) for fill in found)
            assert told == example.fills[named(status)], named(status)


def test_goc_points_in_the_specialty_do_not_stand_for_the_core() -> None:
    """Thirty and thirty: eighteen of the specialty count, and the other six have to come from the core domains."""
    specialty = {"goc.specialty": "Specialty"}
    items = [item(MARCH, 1, points=30), *(item(APRIL, 1, points=3, marks=specialty) for _ in range(10))]
    (standing,) = standings([course(packaged("goc"), TODAY, variant="prescribing")], items, TODAY)
    whole, part = standing.status("points_and_specialty"), standing.status("specialty")
    assert (whole.have, whole.missing, part.have, part.met) == (4800, 600, 3000, True)
