"""Any requirements that can be met, any entries, for comparing the engine with the reference."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from peerlog.domain.problem import Problem
from peerlog.domain.scheme.scheme import Scheme, read_scheme
from peerlog.portfolio.counted import Cosign, Counted, Mark, Traits

from .making import CHECKED

TYPES, CATEGORIES = ["visit", "reading"], ["learning", "discussion", "account"]
VALUES = {"one": ["p", "q", "r"], "many": ["x", "y", "z"]}
LISTS = [
    {"name": "one", "label": "One", "many": False, "expects": 3},
    {"name": "many", "label": "Many", "values": VALUES["many"]},
]
COSIGNS = [
    {
        "name": "talk",
        "label": "Talk",
        "meaning": "took-place",
        "who": "w",
        "may_not": ["friend"],
        "registrant": True,
        "form": "typed",
    },
    {"name": "named", "label": "Named", "meaning": "took-place", "who": "w", "may": ["colleague"], "form": "none"},
]
PARTS = [
    {
        "name": "log",
        "label": "Log",
        "holds": "items",
        "fields": [{"name": "peer", "label": "P"}, {"name": "why", "label": "W"}],
    },
]
VARIANTS = [{"name": "usual", "label": "U"}, {"name": "other", "label": "O"}]
FIRST, PERIOD = date(2024, 1, 1), 36

_yes_or_no = st.one_of(st.none(), st.booleans())
_some_types = st.lists(st.sampled_from(TYPES), min_size=1, max_size=2, unique=True)
_only = st.sampled_from([[], [], ["usual"], ["other"]])
_spans = st.sampled_from([None, 12, 18])
_units = st.sampled_from(["hours", "points", "entries"])


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    """A whole with caps beside and within each other, parts of all sorts; what contradicts itself is left out."""
    unit, amount = draw(_units), st.integers(1, 4)
    whole = {"name": "whole", "unit": unit, "least": draw(st.integers(1, 12)), "each_months": draw(_spans)}
    cap = {"unit": unit, "of": "whole", "each_months": draw(_spans)}
    tried: list[dict[str, Any]] = [
        {**whole, "participatory": draw(_yes_or_no), "except_categories": draw(st.sampled_from([[], ["account"]]))},
        {**cap, "name": "some", "cap": draw(amount), "types": draw(_some_types)},
        {**cap, "name": "planned", "cap": draw(amount), "planned": True, "only": draw(_only)},
        {**cap, "name": "inner", "of": "some", "cap": draw(amount), "evidence": draw(_yes_or_no)},
        {"name": "part", "unit": draw(_units), "of": "some", "least": draw(amount), "categories": ["discussion"]},
        {
            "name": "spread",
            "unit": draw(_units),
            "of": draw(st.sampled_from(["", "whole"])),
            "coverage": draw(_coverage),
        },
        {"name": "signed", "unit": "entries", "least": 1, "cosign": "talk", "most": draw(st.sampled_from([None, 2]))},
        {"name": "named", "unit": "entries", "least": 1, "cosign": "named"},
        {"name": "filled", "unit": draw(_units), "least": 2, "with_fields": ["peer", "why"], "marked": draw(_marked)},
    ]
    kept: list[dict[str, Any]] = []
    for each in tried:
        with suppress(Problem):
            _of(*kept, each)
            kept.append(each)
    return _of(*kept, points_per_hour=draw(st.integers(0, 2)))


def _of(*requirements: dict[str, Any], **more: object) -> Scheme:
    told = [{key: value for key, value in each.items() if value not in (None, "", [])} for each in requirements]
    period = {"kind": "fixed", "begins": FIRST, "months": PERIOD}
    told = [{"label": str(each["name"]), **each} for each in told]
    version = {"checked": CHECKED, "period": period, "requirements": told, "lists": LISTS, "cosigns": COSIGNS}
    document = {"label": "S", "about": "A", "variants": VARIANTS, "versions": [{**version, "parts": PARTS, **more}]}
    return read_scheme("s", document)


_coverage = st.fixed_dictionaries(
    {
        "over": st.sampled_from(["one", "many", "types", "categories"]),
        "least": st.integers(1, 3),
        "among": st.integers(1, 3),
    }
)
_marked = st.sampled_from([{}, {"one": ["p"]}, {"many": ["x", "y"]}])
_cosigns = st.builds(
    Cosign,
    st.sampled_from(["took-place", "took-place", "took-place", "read"]),
    st.frozensets(st.sampled_from(["friend", "colleague"])),
    st.sampled_from([frozenset(), frozenset({"s"}), frozenset({"s"})]),
    st.booleans(),
)
_marks = st.frozensets(
    st.sampled_from([Mark(f"s.{name}", value) for name, values in VALUES.items() for value in values]), max_size=2
)
_traits = st.builds(
    Traits,
    st.sampled_from(["", *TYPES]),
    st.frozensets(st.sampled_from(CATEGORIES), min_size=1, max_size=2),
    _marks,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from([frozenset(), frozenset({"s.peer"}), frozenset({"s.peer", "s.why"})]),
    st.frozensets(_cosigns, max_size=2),
    st.booleans(),
)
_edges = [FIRST - timedelta(days=1), FIRST, date(2024, 2, 29), date(2024, 12, 31), date(2025, 1, 1), date(2026, 12, 31)]


_days = st.one_of(st.sampled_from(_edges), st.dates(date(2023, 12, 1), date(2027, 1, 31)))
_entries = st.tuples(
    _days, st.integers(0, 200), st.one_of(st.none(), st.integers(0, 400)), _traits, st.sampled_from([1, 1, 3])
)
entries = st.lists(_entries, max_size=16).map(
    lambda drawn: [
        Counted(f"e{number}", day, minutes, points, traits, many)
        for number, (day, minutes, points, traits, many) in enumerate(drawn)
    ]
)
"""Entries with ids that differ."""
