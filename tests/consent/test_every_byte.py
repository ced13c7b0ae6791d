"""One byte changed in any file of a signed copy: it is refused, and the file is named."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.consent.golden_copies import kept

from peerlog.consent.checking import check_files
from peerlog.consent.copy_layout import PAGE, PRINT, SUMS
from peerlog.crypto import sshsig

COPY = kept("two")
LARGE = (PAGE, PRINT)
SAMPLED = 200
HEADER = 600


@pytest.fixture(autouse=True)
def remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is signed and how stays the same in most of the changed copies: each is looked at once."""
    monkeypatch.setattr(sshsig, "verify", lru_cache(maxsize=None)(sshsig.verify))


@pytest.mark.parametrize("name", sorted(COPY))
def test_every_byte_counts(name: str) -> None:
    for place, changed in flipped(COPY[name], sampled=name in LARGE):
        faults = check_files({**COPY, name: changed}).faults
        assert faults, f"{name}, byte {place}"
        named = {word for fault in faults for word in fault.sentence.split()}
        assert name in named, f"{name}, byte {place}: {named}"
        if name != SUMS:
            assert name in {fault.file for fault in faults}, f"{name}, byte {place}"


@pytest.mark.parametrize("name", sorted(COPY))
def test_every_length_counts(name: str) -> None:
    for length in (0, 1, len(COPY[name]) // 2, len(COPY[name]) - 1):
        assert check_files({**COPY, name: COPY[name][:length]}).faults
    assert check_files({**COPY, name: COPY[name] + b"\n"}).faults


@pytest.mark.parametrize("name", sorted(COPY))
def test_every_file_counts(name: str) -> None:
    without = {other: content for other, content in COPY.items() if other != name}
    assert name in {fault.file for fault in check_files(without).faults}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(COPY)), st.floats(0, 1), st.integers(0, 80), st.binary(max_size=80))
def test_whatever_is_put_in_its_place_is_told(name: str, place: float, cut: int, put: bytes) -> None:
    whole = COPY[name]
    start = int(place * len(whole))
    changed = whole[:start] + put + whole[start + cut :]
    assert (check_files({**COPY, name: changed}).faults == ()) is (changed == whole)


def flipped(content: bytes, *, sampled: bool) -> Iterator[tuple[int, bytes]]:
    random = Random(20261121)
    places = range(len(content))
    if sampled:
        places = [*range(HEADER), *random.sample(range(HEADER, len(content)), SAMPLED)]  # type: ignore[assignment]
    for place in places:
        yield place, content[:place] + bytes([content[place] ^ random.randrange(1, 256)]) + content[place + 1 :]
