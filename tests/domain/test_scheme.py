"""Requirements: read from TOML, and every mistake named."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerlog.domain.problem import Problem
from peerlog.domain.scheme.amounts_said import say_amount
from peerlog.domain.scheme.cosign_rule import CosignRule
from peerlog.domain.scheme.period_rule import PeriodKind, PeriodRule
from peerlog.domain.scheme.record_part import RecordField
from peerlog.domain.scheme.requirement import Counts, Coverage, Requirement
from peerlog.domain.scheme.scheme import Variant, read_scheme
from peerlog.domain.scheme.value_list import ValueList
from peerlog.domain.scheme.version import Disclosure, Gaps, HandIn, Keep

from .documents import Document, assert_read_or_refused, changed, documents, mangled
from .hostile import assert_clear
from .scheme_documents import FULL, SMALL

V = ("versions", 0)


def test_what_everybody_needs() -> None:
    scheme = read_scheme("s", FULL)
    assert (scheme.name, scheme.label, scheme.about, scheme.source, scheme.body) == ("s", "L", "A", "S", "B")
    assert scheme.judged_first
    assert scheme.variants == (Variant("one", "One"), Variant("two", "Two"))


def test_a_version() -> None:
    version = read_scheme("s", FULL).versions[0]
    assert (version.starts, version.until, version.checked) == (None, date(2024, 6, 30), date(2026, 11, 27))
    assert (version.sources, version.confirmed, version.note) == (("here", "there"), True, "N")
    assert version.points_per_hour == 200
    assert version.period == PeriodRule(PeriodKind.RENEWAL, 36, None, None, -60, "Your day")
    assert version.hand_in == HandIn("portal", "W", True, "H")
    assert version.gaps == Gaps("G", 3)
    assert version.keep == Keep(36, "K")
    assert version.disclosure == Disclosure("D", ("where",))
    assert version.lists == (
        ValueList("s.themes", "Themes", "a", "w", (), 4, False),
        ValueList("s.focus", "Focus", "", "", ("x", "y"), 2, True),
    )


def test_its_requirements() -> None:
    whole, yearly, read, spread = read_scheme("s", FULL).versions[0].requirements
    learning = Counts(categories=frozenset({"learning"}))
    assert whole == Requirement("all", "All", "hours", 1800, 5400, None, "", 0, (), False, learning, None, True, "")
    assert (yearly.least, yearly.of, yearly.each_months, yearly.only) == (450, "all", 12, ("two",))
    assert (yearly.advised, yearly.confirmed, yearly.note) == (True, False, "y")
    assert read.cap == 300
    assert read.counts == Counts(
        types=frozenset({"reading"}),
        except_categories=frozenset({"discussion"}),
        marked=(("s.focus", frozenset({"x"})),),
        participatory=False,
        planned=True,
        evidence=True,
        with_fields=frozenset({"s.peer"}),
        cosign="talk",
    )
    assert spread.coverage == Coverage("s.themes", 2, 4)


def test_who_signs_and_what_is_handed_in() -> None:
    version = read_scheme("s", FULL).versions[0]
    assert version.cosigns[0] == CosignRule(
        "talk",
        "Talk",
        "took-place",
        False,
        1,
        "Somebody",
        frozenset({"colleague"}),
        frozenset({"relative", "friend"}),
        True,
        ("name", "email"),
        True,
        "typed",
        False,
        True,
        True,
        "n",
    )
    assert (version.cosigns[1].whole_record, version.cosigns[1].times, version.cosigns[1].confirmed) == (True, 2, False)
    log, peer = version.parts
    assert (log.holds, log.of, log.most_words, peer.cosign, peer.summary_only) == ("items", "all", 250, "talk", True)
    assert log.fields[1] == RecordField("what", "What", "prose", True, 20, 100, 900, "", "", "h", False)
    assert log.fields[2].list == "s.themes"
    assert log.lacking({"day"}) == ("what",)
    assert log.lacking({"day", "what"}) == ()


def test_a_later_version_keeps_what_it_does_not_say() -> None:
    earlier, later = read_scheme("s", FULL).versions
    assert later.starts == date(2024, 7, 1)
    assert (later.note, later.sources, later.confirmed) == ("later", (), False)
    assert later.period == earlier.period
    assert [each.name for each in later.requirements] == [each.name for each in earlier.requirements]
    assert [each.confirmed for each in later.requirements] == [False, False, False, False]


_FIELD = {"name": "peer", "label": "Peer"}


def test_the_version_at_a_day_is_the_one_in_force_else_the_nearest_before_it() -> None:
    first = {**SMALL["versions"][0], "from": date(2020, 1, 1), "until": date(2020, 12, 31)}  # type: ignore[index]
    later = {**first, "from": date(2022, 1, 1), "until": date(2022, 12, 31)}
    one, two = (scheme := read_scheme("s", {**SMALL, "versions": [first, later]})).versions
    days = [date(2019, 1, 1), date(2020, 1, 1), date(2021, 6, 1), date(2022, 1, 1), date(2030, 1, 1)]
    assert [scheme.at(day) for day in days] == [one, one, one, two, two]


R, P, C, L = (*V, "requirements"), (*V, "parts"), (*V, "cosigns"), (*V, "lists")


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("label",), None, "s: label: expected a line of text, up to 300 characters."),
        (("colour",), 1, "s: unknown key “colour”."),
        (("judged_by",), "luck", "s: judged_by: expected one of first-day, last-day, found “luck”."),
        (
            ("variants",),
            [{"name": "a", "label": "A"}],
            "s: variants: expected at least two, the usual one first, or none.",
        ),
        (("variants", 1, "name"), "one", "s: variant 2: name: “one” is the name of one before it."),
        (("versions",), [], "s: versions: expected at least one table, [[versions]]."),
        ((*V, "as_before"), True, "s: version 1: as_before: there is no version before."),
        ((*V, "checked"), None, "s: version 1: checked: expected a day without quotes, such as 2026-11-27."),
        ((*V, "checked"), "2026-11-27", "s: version 1: checked: expected a day without quotes, such as 2026-11-27."),
        (
            (*V, "disclosure", "sources"),
            None,
            "s: version 1: disclosure: sources: expected what is known together with where it was read.",
        ),
        ((*V, "from"), date(2025, 1, 1), "s: version 1: until: expected a day after from."),
        ((*V, "until"), date(2024, 7, 1), "s: version 2: from: it overlaps with the version before."),
        ((*V, "until"), None, "s: version 2: from: it overlaps with the version before."),
        (("versions", 1, "from"), None, "s: version 2: from: it overlaps with the version before."),
        ((*V, "period", "months"), 0, "s: version 1: period: months: expected a whole number from 1 to 120."),
        ((*V, "period", "months"), 121, "s: version 1: period: months: expected a whole number from 1 to 120."),
        (
            (*V, "period", "kind"),
            "lunar",
            "s: version 1: period: kind: expected one of fixed, rolling, renewal, enrolment",
        ),
        ((*V, "period", "begins"), "07-01", "s: version 1: period: begins: goes with kind = “fixed” only."),
        ((*V, "period", "asks"), None, "s: version 1: period: asks: expected what to ask for, such as “Your renewal"),
        ((*V, "period", "due"), "11-30", "s: version 1: period: due_days: expected either due or due_days, not both."),
        (
            (*V, "period"),
            {"kind": "rolling", "months": 1, "due_days": 1},
            "s: version 1: period: due: a rolling period",
        ),
        (
            (*V, "period"),
            {"kind": "renewal", "months": 1, "asks": "x", "due_days": -40},
            "s: version 1: period: due_days: the record would be due before the period begins.",
        ),
        (
            (*V, "period"),
            {"kind": "fixed", "months": 12, "begins": "02-29"},
            "s: version 1: period: begins: there is no 02-29",
        ),
        (
            (*V, "period"),
            {"kind": "fixed", "months": 12, "begins": "13-01"},
            "s: version 1: period: begins: there is no 13-01",
        ),
        (
            (*V, "period"),
            {"kind": "fixed", "months": 12, "begins": "01-31"},
            "s: version 1: period: begins: expected a day that",
        ),
        (
            (*V, "period"),
            {"kind": "fixed", "months": 12},
            "s: version 1: period: begins: expected a month and a day, such as",
        ),
        (
            (*V, "period"),
            {"kind": "fixed", "months": 36, "begins": "01-01"},
            "s: version 1: period: begins: with 36 months, expected a whole day such as 2025-01-01 to count from.",
        ),
        (
            (*V, "period"),
            {"kind": "fixed", "months": 48, "begins": date(2024, 2, 29)},
            "s: version 1: period: begins: expected a day that every month has, up to the 28th.",
        ),
        (
            (*V, "period"),
            {"kind": "fixed", "months": 6, "begins": "01-01", "due": "05-01"},
            "s: version 1: period: due: a period of less than 12 months may not have that day; use due_days.",
        ),
        (
            (*V, "hand_in", "how"),
            "owl",
            "s: version 1: hand_in: how: expected one of document, form, portal, found “owl”.",
        ),
        ((*L, 0, "name"), "types", "s: version 1: list 1: name: “types” has a meaning of its own; expected another."),
        ((*L, 1, "expects"), 3, "s: version 1: list 2: expects: found 2 values."),
        (
            (*C, 0, "meaning"),
            "nice",
            "s: version 1: cosign 1: meaning: expected one of took-place, read, checked, supports",
        ),
        ((*C, 0, "may"), ["friend"], "s: version 1: cosign 1: may_not: “friend” may sign and may not."),
        ((*C, 0, "may"), ["aunt"], "s: version 1: cosign 1: may: “aunt” is not known."),
        ((*C, 0, "times"), 2, "s: version 1: cosign 1: times: goes with covers = “record” only."),
        ((*R, 0, "unit"), "smiles", "s: version 1: requirement 1: unit: expected one of hours, points, entries"),
        (
            (*R, 0, "least"),
            -3,
            "s: version 1: requirement 1: least: expected more than 0 and at most 100,000, found -3.",
        ),
        (
            (*R, 0, "least"),
            0.001,
            "s: version 1: requirement 1: least: expected whole minutes, or hundredths of a point.",
        ),
        ((*R, 0, "least"), float("nan"), "s: version 1: requirement 1: least: expected a number of hours."),
        ((*R, 0, "least"), True, "s: version 1: requirement 1: least: expected a number of hours."),
        ((*R, 0, "least"), 91, "s: version 1: requirement 1: least: expected no more than most."),
        (
            (*R, 1, "each_months"),
            7,
            "s: version 1: requirement 2: each_months: expected a number that divides the 36 months",
        ),
        ((*R, 1, "only"), ["three"], "s: version 1: requirement 2: only: “three” is not known."),
        ((*R, 1, "of"), "nothing", "s: version 1: requirement 2: of: there is no requirement called “nothing”."),
        ((*R, 2, "of"), None, "s: version 1: requirement 3: cap: expected of = the name of what it counts towards."),
        (
            (*R, 2, "least"),
            6,
            "s: version 1: requirement 3: least: expected no more than cap, beyond which nothing counts.",
        ),
        ((*R, 2, "cosign"), "whole", "s: version 1: requirement 3: cosign: expected one of talk, found “whole”."),
        ((*R, 2, "with_fields"), ["hat"], "s: version 1: requirement 3: with_fields: “hat” is not known."),
        ((*R, 2, "marked"), {"hats": ["x"]}, "s: version 1: requirement 3: marked: there is no list called “hats”."),
        ((*R, 2, "marked"), {"focus": ["z"]}, "s: version 1: requirement 3: marked: focus: “z” is not known."),
        ((*R, 2, "types"), ["juggling"], "s: version 1: requirement 3: types: “juggling” is not known."),
        ((*R, 3, "least"), 2, "s: version 1: requirement 4: coverage: expected it alone; least, most and cap are"),
        ((*R, 3, "coverage"), None, "s: version 1: requirement 4: expected least, most, cap or coverage."),
        (
            (*R, 3, "coverage", "among"),
            5,
            "s: version 1: requirement 4: coverage: among: expected no more than the 4 that",
        ),
        (
            (*R, 3, "coverage", "over"),
            "hats",
            "s: version 1: requirement 4: coverage: over: expected one of types, categories",
        ),
        ((*R, 3, "name"), "all", "s: version 1: requirement 4: name: “all” is the name of one before it."),
        ((*P, 0, "of"), "nothing", "s: version 1: part 1: of: there is no requirement called “nothing”."),
        ((*P, 1, "cosign"), "nobody", "s: version 1: part 2: cosign: there is no cosign called “nobody”."),
        (
            (*P, 1),
            {"name": "peer", "label": "P", "holds": "peer", "of": "all", "cosign": "whole", "fields": [_FIELD]},
            "s: version 1: part 2: of: “whole” is for the record as a whole; leave of out.",
        ),
        ((*P, 0, "cosign"), "talk", "s: version 1: part 1: cosign: goes with holds = “peer” only."),
        ((*P, 0, "most_words"), 19, "s: version 1: part 1: most_words: the fields need more together."),
        (
            (*P, 0, "fields", 1, "least_words"),
            101,
            "s: version 1: part 1: field 2: least_words: expected no more than most_",
        ),
        (
            (*P, 0, "fields", 1, "most_characters"),
            38,
            "s: version 1: part 1: field 2: least_words: that many words do not",
        ),
        ((*P, 0, "fields", 0, "most_words"), 9, "s: version 1: part 1: field 1: limits of words or characters go with"),
        (
            (*P, 0, "fields", 0, "list"),
            "themes",
            "s: version 1: part 1: field 1: list: expected the name of a list with",
        ),
        ((*P, 0, "fields", 2, "list"), None, "s: version 1: part 1: field 3: list: expected the name of a list with"),
        (
            (*P, 0, "fields", 2, "name"),
            "day",
            "s: version 1: part 1: field 3: name: “day” is the name of one before it.",
        ),
    ],
)
def test_what_is_wrong_is_named(path: tuple[str | int, ...], value: object, message: str) -> None:
    with pytest.raises(Problem, match=r"^s: ") as refused:
        read_scheme("s", changed(FULL, path, value), frozenset({"reading"}))
    assert_clear(refused.value)
    assert refused.value.message.startswith(message)


@settings(max_examples=30)
@given(st.one_of(documents, mangled(SMALL), mangled(FULL)))
def test_any_document_is_read_or_refused(data: Document) -> None:
    assert_read_or_refused(read_scheme, "s", data)


@pytest.mark.parametrize(
    ("unit", "amount", "said"),
    [
        ("hours", 0, "0 h"),
        ("hours", 750, "12 h 30"),
        ("hours", 27_000, "450 h"),
        ("points", 100, "1 point"),
        ("points", 150, "1.5 points"),
        ("points", 3600, "36 points"),
        ("entries", 1, "1 entry"),
        ("entries", 0, "0 entries"),
        ("entries", 1200, "1,200 entries"),
    ],
)
def test_amounts_are_said(unit: str, amount: int, said: str) -> None:
    assert say_amount(unit, amount) == said
