"""Whatever liars do and whatever is lost: agreed is what all have signed, for ever, and the same for everybody."""

from __future__ import annotations

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from tests.consent.signing_machine import SigningMachine
from tests.reliability.running import LONG


def test_agreed_is_what_all_have_signed_whatever_happens() -> None:
    few = settings(max_examples=25, stateful_step_count=40)
    many = settings(max_examples=3000, stateful_step_count=80)
    run_state_machine_as_test(SigningMachine, settings=settings(many if LONG else few, deadline=None))
