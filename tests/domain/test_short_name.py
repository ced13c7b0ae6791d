"""A person's name where there is little room."""

from __future__ import annotations

import pytest

from peerlog.domain.short_name import short_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Sam", "Sam"),
        ("Sam Okonkwo-田中", "Sam"),
        ("Mrs Costigan", "Mrs Costigan"),
        ("Dr. Ada Blom", "Dr. Ada Blom"),
        ("李 梅", "李 梅"),
        ("J. Blom", "J. Blom"),
        ("محمد الزهراني", "محمد"),
        ("", ""),
    ],
)
def test_names(name: str, short: str) -> None:
    assert short_name(name) == short
