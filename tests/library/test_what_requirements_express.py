"""All that requirements have to be able to say is said by a body that ships; docs/requirements.md names which."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from peerlog.domain.scheme.requirement import Requirement
from peerlog.domain.scheme.scheme import Scheme
from peerlog.domain.scheme.version import Version
from peerlog.library.requirement_sets import requirement_sets

DOCS = (Path(__file__).parents[2] / "docs" / "requirements.md").read_text(encoding="utf-8")


def kind(of: str) -> Callable[[Version], bool]:
    return lambda version: version.period.kind.value == of


def asks(for_what: Callable[[Requirement], object]) -> Callable[[Version], bool]:
    return lambda version: any(for_what(each) for each in version.requirements)


IN_A_VERSION: dict[str, Callable[[Version], bool]] = {
    "a fixed period": kind("fixed"),
    "a rolling period": kind("rolling"),
    "a renewal day of one's own": kind("renewal"),
    "a first day of one's own": kind("enrolment"),
    "hours": asks(lambda each: each.unit == "hours"),
    "points": asks(lambda each: each.unit == "points"),
    "entries": asks(lambda each: each.unit == "entries"),
    "a part of a whole": asks(lambda each: each.of),
    "so much in each year of several": asks(lambda each: each.each_months),
    "at most so many": asks(lambda each: each.most),
    "no more than so much counts": asks(lambda each: each.cap),
    "by category": asks(lambda each: each.counts.categories),
    "a spread": asks(lambda each: each.coverage),
    "with others": asks(lambda each: each.counts.participatory is not None),
    "planned": asks(lambda each: each.counts.planned is not None),
    "marked with a value": asks(lambda each: each.counts.marked),
    "with an answer": asks(lambda each: each.counts.with_fields),
    "advised only": asks(lambda each: each.advised),
    "for some members only": asks(lambda each: each.only),
    "a list to paste": lambda version: any(not each.values for each in version.lists),
    "a limit of words": lambda version: any(
        part.most_words or any(field.most_words for field in part.fields) for part in version.parts
    ),
    "evidence": lambda version: any(field.draws == "evidence" for part in version.parts for field in part.fields),
    "who signs one item": lambda version: any(not rule.whole_record for rule in version.cosigns),
    "who signs the record": lambda version: any(rule.whole_record for rule in version.cosigns),
    "who may": lambda version: any(rule.may for rule in version.cosigns),
    "who may not": lambda version: any(rule.may_not for rule in version.cosigns),
    "on the register": lambda version: any(rule.registrant for rule in version.cosigns),
    "asked first": lambda version: any(rule.consent for rule in version.cosigns),
    "nothing is signed": lambda version: any(rule.form == "none" for rule in version.cosigns),
    "the summary only": lambda version: any(part.summary_only for part in version.parts),
    "gaps to explain": lambda version: bool(version.gaps.explain_after_months),
    "how long to keep it": lambda version: bool(version.keep.months),
}


def used_by(said: str) -> list[str]:
    schemes: dict[str, Scheme] = requirement_sets()[0]
    if said == "several versions":
        return sorted(name for name, scheme in schemes.items() if len(scheme.versions) > 1)
    shows = IN_A_VERSION[said]
    return sorted(name for name, scheme in schemes.items() if any(shows(version) for version in scheme.versions))


def test_the_documentation_says_where_to_look_for_each() -> None:
    table = DOCS[DOCS.index("| to say | write | as in |") :].split("\n\n")[0]
    rows = re.findall(r"^\| ([a-z][^|]+) \| ([^|]+) \| ([a-z, ]+) \|$", table, re.MULTILINE)[1:]
    assert [row[0] for row in rows] == ["several versions", *IN_A_VERSION]
    assert {said: names.split(", ") for said, _, names in rows} == {said: used_by(said) for said, _, _ in rows}


def test_what_more_than_one_body_needs_is_shown_twice() -> None:
    only_once = {said for said in IN_A_VERSION if len(used_by(said)) < 2}
    assert only_once == {
        "a rolling period",
        "points",
        "no more than so much counts",
        "on the register",
        "gaps to explain",
        "how long to keep it",
    }
