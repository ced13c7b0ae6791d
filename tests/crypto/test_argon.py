"""The cost of Argon2id: never below the floor, never beyond the ceiling, raised in passes alone."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.kdf import argon2
from hypothesis import given
from hypothesis import strategies as st

from peerlog.crypto import argon
from peerlog.crypto.argon import CEILING, FLOOR, Argon2Cost
from peerlog.errors import BadInput, Refused

pytestmark = pytest.mark.real_kdf

OUTSIDE = [
    replace(FLOOR, memory_kib=FLOOR.memory_kib - 1),
    replace(FLOOR, passes=FLOOR.passes - 1),
    replace(FLOOR, lanes=FLOOR.lanes - 1),
    replace(FLOOR, passes=-1),
    replace(CEILING, memory_kib=CEILING.memory_kib + 1),
    replace(CEILING, passes=CEILING.passes + 1),
    replace(CEILING, lanes=CEILING.lanes + 1),
]


def test_the_floor_is_the_second_option_of_rfc_9106() -> None:
    assert Argon2Cost(memory_kib=65536, passes=3, lanes=4) == FLOOR


@pytest.mark.parametrize("cost", OUTSIDE)
def test_a_cost_outside_the_limits_is_refused_before_any_work(
    cost: Argon2Cost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(argon2, "Argon2id", lambda **_: pytest.fail("worked at a refused cost"))
    with pytest.raises(Refused) as refusal:
        argon.derive("passphrase", bytes(16), cost)
    assert "vault.json" in refusal.value.hint


@pytest.mark.parametrize("cost", [FLOOR, CEILING])
def test_the_limits_themselves_are_accepted(cost: Argon2Cost) -> None:
    argon.require_sane(cost)


def test_too_little_memory_is_told_and_not_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    class Exhausted:
        def __init__(self, **_: object) -> None: ...

        def derive(self, _: bytes) -> bytes:
            raise MemoryError

    monkeypatch.setattr(argon2, "Argon2id", Exhausted)
    with pytest.raises(Refused, match="needs 64 MiB"):
        argon.derive("passphrase", bytes(16), FLOOR)


@given(seconds=st.floats(min_value=0, max_value=60), target=st.floats(min_value=0.01, max_value=5))
def test_calibration_raises_the_passes_alone_and_stays_within_the_target(seconds: float, target: float) -> None:
    cost = argon.choose_cost(target, lambda _: seconds)
    assert replace(cost, passes=FLOOR.passes) == FLOOR
    assert FLOOR.passes <= cost.passes <= CEILING.passes
    assert cost == FLOOR or cost.passes * seconds / FLOOR.passes <= target * (1 + 1e-9)


def test_calibration_uses_what_the_target_allows() -> None:
    assert argon.choose_cost(0.25, lambda _: 0.05).passes == 15
    assert argon.choose_cost(0.25, lambda _: 0.0).passes == CEILING.passes


def test_calibration_measures_the_floor_on_this_machine() -> None:
    assert argon.seconds_for(FLOOR) > 0


def test_a_passphrase_is_the_same_however_its_accents_are_composed() -> None:
    composed = "gr\u00fc\u00dfe \ufb01ne \uff12"
    assert argon.normalise(composed) == "gr\u00fc\u00dfe fine 2".encode()
    assert argon.normalise(unicodedata.normalize("NFD", composed)) == argon.normalise(composed)


def test_nothing_is_trimmed_and_case_counts() -> None:
    assert argon.normalise(" Two\t\n") == b" Two\t\n"


def test_bytes_that_are_no_text_are_refused_by_name() -> None:
    with pytest.raises(BadInput, match="not text"):
        argon.normalise("caf\udce9")
