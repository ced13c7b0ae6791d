"""People who write, send, lose, repeat, crash, restore and leave: whatever happens, they come to see the same."""

from __future__ import annotations

from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from tests.exchange.peers_machine import PeersMachine
from tests.prebuilt import honest_but_quick
from tests.reliability.running import LONG


def test_whatever_happens_they_come_to_see_the_same(crews: Path) -> None:
    PeersMachine.prebuilt = crews
    few = settings(max_examples=8, stateful_step_count=20)
    many = settings(max_examples=1500, stateful_step_count=40)
    with honest_but_quick():
        run_state_machine_as_test(PeersMachine, settings=settings(many if LONG else few, deadline=None))
