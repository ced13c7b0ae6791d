"""Which entries are in which part of a record."""

from __future__ import annotations

from datetime import date

from peerlog.portfolio.counted import Counted
from peerlog.portfolio.course import Course
from peerlog.portfolio.record_items import items_of

from .making import course, item, packaged, person

JUNE = date(2026, 6, 1)


def parts(of: Course, items: list[Counted]) -> dict[str, list[Counted]]:
    return {part.name: list(items_of(of, part, items)) for part in of.version.parts}


def test_each_record_of_a_pharmacist_is_in_one_part() -> None:
    gphc = course(packaged("gphc"), JUNE, own_day=date(2026, 12, 31))
    named = person("took-place", "colleague", signed=False)
    planned, unplanned = item(JUNE, planned=True), item(JUNE)
    talk, account = item(JUNE, 1, "discussion", "learning", cosigns=(named,)), item(JUNE, 0, "account", "learning")
    unnamed, practice, earlier = item(JUNE, 1, "discussion"), item(JUNE, 8, "practice"), item(date(2025, 12, 31))
    assert parts(gphc, [planned, talk, unplanned, account, unnamed, practice, earlier]) == {
        "planned": [planned],
        "unplanned": [unplanned],
        "discussion": [talk],
        "account": [account],
    }


def test_the_same_entry_can_be_in_several_parts() -> None:
    psyba = course(packaged("psyba"), JUNE)
    plan, talk, course_ = item(JUNE, 0, "plan"), item(JUNE, 1, "discussion", "learning"), item(JUNE, 3)
    assert parts(psyba, [plan, course_, talk]) == {
        "plan": [plan],
        "log": [course_, talk],
        "consultation": [talk],
    }


def test_without_a_requirement_a_part_holds_what_counts_for_any() -> None:
    ara = course(packaged("ara"), JUNE, own_day=date(2024, 1, 1))
    marked, unmarked, practice = (
        item(JUNE, marks={"ara.competencies": "Advocacy"}),
        item(JUNE),
        item(JUNE, 8, "practice"),
    )
    assert parts(ara, [marked, unmarked, practice]) == {"competencies": [marked], "statement": [], "validation": []}


def test_hours_of_practice_are_in_the_same_part_for_one_profession_and_for_two() -> None:
    practice = item(JUNE, 8, "practice")
    for variant in ("single", "dual"):
        nmc = course(packaged("nmc"), JUNE, own_day=date(2027, 4, 30), variant=variant)
        found = parts(nmc, [practice])
        assert {name for name, items in found.items() if items} == {"practice"}
