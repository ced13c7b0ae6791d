"""From whom something came, in the words of the screen."""

from __future__ import annotations

import pytest

from peerlog.journal.updates.arrived_words import FromSomebody


@pytest.mark.parametrize(
    ("who", "circle", "among"),
    [
        ("Sam", "Sam", ""),
        ("Sam Okonkwo", "Sam", ""),
        ("Sam Okonkwo", "Sam Okonkwo", ""),
        ("Sam Okonkwo", "Thursday set", "Thursday set"),
        ("Sam Okonkwo", "", ""),
    ],
)
def test_a_group_is_named_and_a_partner_is_not_named_twice(who: str, circle: str, among: str) -> None:
    assert FromSomebody(who, circle, "space", "", 1, (), ()).among == among
