"""Requirements that nobody could meet are refused, and those that somebody can are not."""

from __future__ import annotations

import pytest

from peerlog.domain.problem import Problem
from peerlog.domain.scheme.scheme import read_scheme

from .documents import Document
from .hostile import assert_clear
from .scheme_documents import VERSION

LISTS = [{"name": "one", "label": "One", "many": False, "expects": 6}, {"name": "many", "label": "Many", "expects": 6}]
VARIANTS = [{"name": "a", "label": "A"}, {"name": "b", "label": "B"}]
WHOLE = {"name": "whole", "unit": "entries", "most": 10}
PART = {"name": "part", "unit": "entries", "of": "whole"}


def with_requirements(*requirements: Document, months: int = 36) -> Document:
    told = [{"label": str(each["name"]), **each} for each in requirements]
    period = {"kind": "rolling", "months": months}
    version = {**VERSION, "period": period, "lists": LISTS, "requirements": told}
    return {"label": "L", "about": "A", "variants": VARIANTS, "versions": [version]}


@pytest.mark.parametrize(
    ("requirements", "message"),
    [
        ([WHOLE, {**PART, "least": 11}], "2: least: more than the whole of “whole” may be."),
        ([{**WHOLE, "each_months": 12}, {**PART, "least": 11, "each_months": 12}], "2: least: more than the whole of"),
        ([WHOLE, {**PART, "least": 4, "each_months": 12}], "2: least: more than the whole of “whole” may be."),
        (
            [WHOLE, {**PART, "unit": "hours", "least": 1}, {**PART, "name": "deep", "of": "part", "least": 11}],
            "3: least: more than the whole of “whole” may be.",
        ),
        (
            [{**WHOLE, "participatory": True}, {**PART, "least": 1, "participatory": False}],
            "2: of: nothing can count here and for “whole”, of which this is a part.",
        ),
        ([{**WHOLE, "types": ["a"]}, {**PART, "least": 1, "types": ["b"]}], "2: of: nothing can count here and for"),
        (
            [{**WHOLE, "marked": {"one": ["x"]}}, {**PART, "least": 1, "marked": {"one": ["y"]}}],
            "2: of: nothing can count here and for “whole”, of which this is a part.",
        ),
        (
            [WHOLE, {**PART, "name": "p", "least": 6, "planned": True}, {**PART, "least": 5, "planned": False}],
            "1: most: its parts “p”, “part” need more together.",
        ),
        ([WHOLE, {**PART, "coverage": {"over": "one", "least": 3, "among": 4}}], "2: coverage: more than the whole of"),
        (
            [WHOLE, {**PART, "coverage": {"over": "types", "least": 2, "among": 6}}],
            "2: coverage: more than the whole of",
        ),
        (
            [WHOLE, {**PART, "coverage": {"over": "many", "least": 11, "among": 2}}],
            "2: coverage: more than the whole of",
        ),
        (
            [{"name": "x", "unit": "entries", "types": ["a"], "coverage": {"over": "types", "least": 1, "among": 2}}],
            "1: coverage: among: expected no more than the 1 that count here.",
        ),
        ([WHOLE, {**PART, "unit": "hours", "cap": 1}], "2: cap: expected the unit of “whole”, entries."),
        (
            [{**WHOLE, "each_months": 12}, {**PART, "cap": 1, "each_months": 6}],
            "2: each_months: expected that of “whole”, 12, or none.",
        ),
        ([{**WHOLE, "of": "whole"}], "1: of: it would be a part of itself."),
        ([{**WHOLE, "of": "part"}, {**PART, "least": 1}], "1: of: it would be a part of itself."),
        (
            [WHOLE, {**PART, "name": "p", "of": "q", "least": 1}, {**PART, "name": "q", "of": "p", "least": 1}],
            "2: of: it would be a part of itself.",
        ),
        (
            [{**WHOLE, "only": ["a"]}, {**PART, "least": 1, "only": ["b"]}],
            "2: only: nobody has both this and “whole”, of which this is a part.",
        ),
    ],
)
def test_is_refused(requirements: list[Document], message: str) -> None:
    with pytest.raises(Problem, match=r"^s: version 1: requirement ") as refused:
        read_scheme("s", with_requirements(*requirements))
    assert_clear(refused.value)
    assert refused.value.message.removeprefix("s: version 1: requirement ").startswith(message)


@pytest.mark.parametrize(
    "requirements",
    [
        [WHOLE, {**PART, "least": 10}],
        [{**WHOLE, "each_months": 12}, {**PART, "least": 30}],
        [WHOLE, {**PART, "least": 3, "each_months": 12}],
        [WHOLE, {**PART, "unit": "hours", "least": 11}],
        [WHOLE, {**PART, "name": "p", "least": 6, "planned": True}, {**PART, "least": 5, "participatory": False}],
        [WHOLE, {**PART, "coverage": {"over": "one", "least": 2, "among": 5}}],
        [WHOLE, {**PART, "coverage": {"over": "many", "least": 3, "among": 6}}],
        [{**WHOLE, "marked": {"many": ["x"]}}, {**PART, "least": 1, "marked": {"many": ["y"]}}],
        [{**WHOLE, "categories": ["learning"]}, {**PART, "least": 1, "categories": ["discussion"]}],
        [WHOLE, {**PART, "cap": 1, "each_months": 12}],
        [{**WHOLE, "only": ["a"]}, {**PART, "least": 1, "only": ["a"]}],
    ],
)
def test_is_possible(requirements: list[Document]) -> None:
    assert read_scheme("s", with_requirements(*requirements)).versions[0].requirements
