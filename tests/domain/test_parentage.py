"""Circles among parents are found, whole and nothing besides."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.parentage import in_circles

parents = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("abcdefghxyz"))


def comes_back(start: str, parents: dict[str, str]) -> bool:
    here = start
    for _ in parents:
        here = parents.get(here, "")
        if here == start:
            return True
    return False


@given(parents)
def test_exactly_those_that_lead_back_to_themselves(parents: dict[str, str]) -> None:
    assert in_circles(parents) == {each for each in parents if comes_back(each, parents)}


def test_a_long_chain_is_quick_and_no_circle() -> None:
    chain = {str(number): str(number + 1) for number in range(50_000)}
    assert in_circles(chain) == frozenset()
    assert len(in_circles({**chain, "50000": "0"})) == 50_001
