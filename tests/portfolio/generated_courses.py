"""Any enrolment under requirements of any period, in several versions and for several sorts of member."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from peerlog.domain.scheme.scheme import Scheme, read_scheme
from peerlog.portfolio.counted import Cosign
from peerlog.portfolio.enrolment import Enrolment

from .making import CHECKED

FIRST, LAST = date(2022, 1, 1), date(2029, 12, 31)
_changes = st.one_of(
    st.sampled_from([date(2025, 1, 1), date(2025, 7, 1), date(2024, 12, 31), date(2025, 12, 31)]), st.dates(FIRST, LAST)
)
_amount = st.integers(1, 4)


@st.composite
def schemes_of_any_period(draw: st.DrawFn) -> Scheme:
    """Hours with a cap, a yearly part and a part for some; two versions, between which the amounts change."""
    period = draw(_periods)
    spans = st.sampled_from([each for each in (0, 1, 3, 6, 12, 18) if each and period["months"] % each == 0])
    each: st.SearchStrategy[dict[str, int]] = st.one_of(st.just({}), spans.map(lambda months: {"each_months": months}))
    only = st.sampled_from([{}, {}, {"only": ["usual"]}, {"only": ["other"]}])
    hours: dict[str, Any] = {"unit": "hours", "of": "hours"}
    earlier: dict[str, Any] = {
        "checked": CHECKED,
        "period": period,
        "gaps": {"explain_after_months": draw(st.sampled_from([0, 1, 3]))},
        "cosigns": [{**_RECORD, "times": draw(st.integers(1, 2)), "may_not": ["friend"], **draw(_record)}],
        "requirements": [
            {"name": "hours", "label": "H", "unit": "hours", "least": draw(st.integers(4, 9)), "most": 500},
            {
                "name": "capped",
                "label": "C",
                **hours,
                "cap": draw(_amount),
                "planned": True,
                **draw(each),
                **draw(only),
            },
            {"name": "part", "label": "P", **hours, "least": draw(_amount), **draw(each), **draw(only)},
            {"name": "spread", "label": "S", "unit": "entries", "coverage": _SPREAD, **draw(each)},
        ],
    }
    change = draw(_changes)
    later = {
        "as_before": True,
        "from": change,
        "checked": CHECKED,
        "requirements": [
            {**requirement, "least": requirement["least"] + 1} if requirement["name"] == "hours" else requirement
            for requirement in earlier["requirements"]
        ],
    }
    since = min(change - timedelta(days=1), draw(st.dates(date(2024, 3, 1), date(2026, 3, 1))))
    known = draw(st.sampled_from([{}, {"from": since}]))
    versions = [{**earlier, **known, "until": change - timedelta(days=1)}, later]
    variants = [{"name": "usual", "label": "U"}, {"name": "other", "label": "O"}]
    judged = draw(st.sampled_from(["first-day", "last-day"]))
    return read_scheme(
        "s", {"label": "S", "about": "A", "judged_by": judged, "variants": variants, "versions": versions}
    )


_SPREAD = {"over": "types", "least": 1, "among": 2}
_RECORD = {"name": "whole", "label": "W", "meaning": "read", "covers": "record", "who": "w"}
_record = st.fixed_dictionaries(
    {"form": st.sampled_from(["none", "letter"]), "registrant": st.booleans()},
    optional={"may": st.just(["colleague"])},
)
_months = st.sampled_from([1, 3, 12, 24, 36])
_periods = st.one_of(
    st.builds(lambda months: {"kind": "rolling", "months": months}, _months),
    st.builds(
        lambda kind, months, due: {"kind": kind, "months": months, "asks": "Your day", **due},
        st.sampled_from(["renewal", "enrolment"]),
        _months,
        st.sampled_from([{}, {"due_days": -20}, {"due_days": 45}]),
    ),
    st.builds(
        lambda begins, months, due: {"kind": "fixed", "begins": begins, "months": months, **due},
        st.sampled_from([date(2022, 1, 1), date(2023, 7, 1), date(2022, 2, 28), date(2022, 12, 1)]),
        st.sampled_from([12, 24, 36]),
        st.sampled_from([{}, {"due": "11-30"}, {"due": "01-01"}, {"due": "02-28"}, {"due_days": 10}]),
    ),
)
_own_days = st.one_of(
    st.sampled_from([date(2024, 2, 29), date(2025, 2, 28), date(2025, 1, 31), date(2025, 12, 31), date(2025, 1, 1)]),
    st.dates(date(2024, 1, 1), date(2026, 12, 31)),
)
enrolments = st.builds(
    Enrolment,
    own_day=_own_days,
    variant=st.sampled_from(["", "usual", "other"]),
    needs=st.dictionaries(st.sampled_from(["hours", "part"]), st.sampled_from([0, 60, 240, 900]), max_size=2),
    deferred_to=st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2027, 12, 31))),
)
days = st.one_of(_own_days, st.dates(date(2024, 6, 1), date(2026, 6, 30)))
people = st.lists(
    st.builds(
        Cosign,
        st.sampled_from(["read", "read", "checked"]),
        st.frozensets(st.sampled_from(["friend", "colleague", "mentor"]), max_size=2),
        st.sampled_from([frozenset(), frozenset({"s"}), frozenset({"t"})]),
        st.booleans(),
        st.sampled_from(["", "Sam", "Ada"]),
    ),
    max_size=5,
)
