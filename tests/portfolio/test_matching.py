"""Each thing that a requirement can ask of an entry, met and not met."""

from __future__ import annotations

import pytest

from peerlog.domain.scheme.requirement import Counts
from peerlog.portfolio.counted import Mark, Traits
from peerlog.portfolio.matching import is_of_the_sort, lacks, matches

BOTH = frozenset({"learning", "discussion"})
MARKED = (("s.one", frozenset({"p"})), ("s.many", frozenset({"x", "y"})))


def marks(*said: str) -> frozenset[Mark]:
    return frozenset(Mark(*each.split("=")) for each in said)


@pytest.mark.parametrize(
    ("counts", "fit", "other"),
    [
        (Counts(types=frozenset({"visit", "reading"})), Traits("visit"), Traits("webinar")),
        (Counts(types=frozenset({"visit"})), Traits("visit"), Traits()),
        (
            Counts(categories=frozenset({"learning", "account"})),
            Traits(categories=BOTH),
            Traits(categories=frozenset()),
        ),
        (Counts(except_categories=frozenset({"discussion"})), Traits(), Traits(categories=BOTH)),
        (Counts(participatory=True), Traits(participatory=True), Traits()),
        (Counts(participatory=False), Traits(), Traits(participatory=True)),
        (Counts(planned=True), Traits(planned=True), Traits()),
        (Counts(planned=False), Traits(), Traits(planned=True)),
        (Counts(evidence=False), Traits(), Traits(evidence=True)),
    ],
)
def test_what_an_entry_is(counts: Counts, fit: Traits, other: Traits) -> None:
    assert matches(counts, fit, "s", {})
    assert not is_of_the_sort(counts, other)
    assert not matches(counts, other, "s", {})


@pytest.mark.parametrize(
    ("counts", "traits", "lacking"),
    [
        (Counts(evidence=True), Traits(), ("evidence",)),
        (Counts(evidence=True), Traits(evidence=True), ()),
        (Counts(with_fields=frozenset({"s.a", "s.b"})), Traits(fields=frozenset({"s.a"})), ("s.b",)),
        (Counts(with_fields=frozenset({"s.a", "s.b"})), Traits(fields=frozenset({"s.a", "s.b", "s.c"})), ()),
        (Counts(marked=MARKED), Traits(marks=marks("s.one=q", "s.many=x")), ("s.one",)),
        (Counts(marked=MARKED), Traits(marks=marks("s.one=p", "s.many=z")), ("s.many",)),
        (Counts(marked=MARKED), Traits(marks=marks("t.one=p", "s.many=y")), ("s.one",)),
        (Counts(marked=MARKED), Traits(marks=marks("s.one=p", "s.many=y", "s.many=z")), ()),
    ],
)
def test_what_can_be_added_to_it(counts: Counts, traits: Traits, lacking: tuple[str, ...]) -> None:
    assert is_of_the_sort(counts, traits)
    assert lacks(counts, traits, "s", {}) == lacking
    assert matches(counts, traits, "s", {}) == (not lacking)
