"""Whole files: round trips, limits, and nothing let go of before all of it is known to be right."""

from __future__ import annotations

import io
import os
import sys
import tracemalloc
from collections.abc import Iterator
from itertools import chain, cycle, repeat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.age.sinks import no_sink

from peerlog.age import (
    AgeError,
    ArmorError,
    HeaderError,
    HybridIdentity,
    Identity,
    NoMatch,
    PayloadError,
    Recipient,
    RecipientError,
    ScryptIdentity,
    ScryptRecipient,
    TooLarge,
    X25519Identity,
    armored,
    decrypt,
    encrypt,
    open_to,
    read_header,
    recipient_kinds,
)
from peerlog.age.header import MAX_HEADER
from peerlog.age.stream import CHUNK, sealed_size

CLASSIC = X25519Identity(b"c" * 32)
HYBRID = HybridIdentity(b"h" * 32)
PASSPHRASE = (ScryptRecipient("open sesame", 3), ScryptIdentity("open sesame"))
MIB = 1024 * 1024


class Dribble:
    """A source that cannot seek and gives what it has in pieces of its own sizes."""

    def __init__(self, data: bytes, sizes: Iterator[int]) -> None:
        self._data = io.BytesIO(data)
        self._sizes = sizes

    def read(self, size: int, /) -> bytes:
        return self._data.read(min(size, next(self._sizes)))


class Endless:
    """A source that cannot seek, counts what is taken, and gives chunks as long as they last."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._pending = b""
        self.taken = 0

    def read(self, size: int, /) -> bytes:
        if not self._pending:
            self._pending = next(self._chunks, b"")
        data, self._pending = self._pending[:size], self._pending[size:]
        self.taken += len(data)
        return data


@given(st.lists(st.binary(max_size=300), max_size=5), st.sampled_from(["classic", "hybrid", "scrypt"]), st.booleans())
def test_round_trip(chunks: list[bytes], kind: str, text: bool) -> None:
    pairs: dict[str, tuple[Recipient, Identity]] = {
        "classic": (CLASSIC.recipient, CLASSIC),
        "hybrid": (HYBRID.recipient, HYBRID),
        "scrypt": PASSPHRASE,
    }
    recipient, identity = pairs[kind]
    file = encrypt([recipient], chunks)
    whole = b"".join(armored(file) if text else file)
    assert decrypt([identity], whole) == b"".join(chunks)
    assert decrypt([identity], whole, armored=text) == b"".join(chunks)


@given(
    size=st.sampled_from([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1]),
    piece=st.integers(1, 3 * CHUNK),
    sizes=st.lists(st.integers(100, 2 * CHUNK), min_size=1, max_size=5),
)
def test_sizes_around_a_chunk(size: int, piece: int, sizes: list[int]) -> None:
    plaintext = (bytes(range(251)) * (size // 251 + 1))[:size]
    pieces = [plaintext[start : start + piece] for start in range(0, size, piece)]
    file = b"".join(encrypt([CLASSIC.recipient], pieces))
    assert len(file) == 168 + sealed_size(size)
    assert decrypt([CLASSIC], Dribble(file, cycle(sizes))) == plaintext


@given(st.integers(1, 5))
def test_a_source_may_give_a_byte_at_a_time(size: int) -> None:
    file = b"".join(encrypt([CLASSIC.recipient], [b"text"]))
    assert decrypt([CLASSIC], Dribble(file, repeat(size))) == b"text"


def test_each_recipient_opens_it_alone_and_nobody_else() -> None:
    for kind in (X25519Identity, HybridIdentity):
        identities = [kind(bytes([number]) * 32) for number in range(8)]
        file = b"".join(encrypt([identity.recipient for identity in identities[:7]], [b"text"]))
        for identity in identities[:7]:
            assert decrypt([CLASSIC, HYBRID, identity], file) == b"text"
        with pytest.raises(NoMatch):
            decrypt([identities[7], *PASSPHRASE[1:]], file)


def test_no_two_files_are_alike() -> None:
    files = [b"".join(encrypt([CLASSIC.recipient], [b"text"])) for _ in range(2)]
    assert files[0] != files[1]
    assert files[0].splitlines()[1] != files[1].splitlines()[1]


def test_the_kinds_of_a_header() -> None:
    for recipient, kind in (
        (CLASSIC.recipient, "X25519"),
        (HYBRID.recipient, "mlkem768x25519"),
        (PASSPHRASE[0], "scrypt"),
    ):
        file = b"".join(encrypt([recipient], [b"text"]))
        assert recipient_kinds(read_header(file)) == {kind}
        assert recipient_kinds(read_header(b"".join(armored([file])))) == {kind}


def test_kinds_are_refused_before_a_key_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    file = b"".join(encrypt([CLASSIC.recipient], [b"text"]))
    assert decrypt([CLASSIC], file, kinds=["X25519"]) == b"text"
    monkeypatch.setattr(X25519Identity, "unwrap", lambda *_: pytest.fail("a key was tried"))
    with pytest.raises(RecipientError):
        open_to(file, [CLASSIC], no_sink, kinds=["mlkem768x25519"])


def test_a_sink_is_made_after_the_last_chunk_is_verified() -> None:
    file = b"".join(encrypt([CLASSIC.recipient], [bytes(3 * CHUNK)]))
    damaged = file[:-1] + bytes([file[-1] ^ 1])
    with pytest.raises(PayloadError):
        open_to(damaged, [CLASSIC], no_sink)
    with pytest.raises(PayloadError):
        open_to(file[:-CHUNK], [CLASSIC], no_sink)
    sink = io.BytesIO()
    assert open_to(file, [CLASSIC], lambda: sink) == 3 * CHUNK
    assert sink.getvalue() == bytes(3 * CHUNK)


def test_what_a_source_raises_is_passed_on() -> None:
    def failing() -> Iterator[bytes]:
        yield b"".join(encrypt([CLASSIC.recipient], [bytes(3 * CHUNK)]))[: 2 * CHUNK]
        raise OSError("the stick was pulled out")

    with pytest.raises(OSError, match="pulled out"):
        open_to(Endless(failing()), [CLASSIC], no_sink)


@pytest.mark.parametrize("size", [0, 1, CHUNK, CHUNK + 1])
def test_the_limit_is_exact(size: int) -> None:
    file = b"".join(encrypt([CLASSIC.recipient], [bytes(size)]))
    assert decrypt([CLASSIC], file, limit=size) == bytes(size)
    if size:
        with pytest.raises(TooLarge):
            open_to(file, [CLASSIC], no_sink, limit=size - 1)


def test_an_endless_file_by_somebody_who_knows_the_recipient() -> None:
    source = Endless(encrypt([CLASSIC.recipient], repeat(bytes(CHUNK))))
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            open_to(source, [CLASSIC], no_sink, limit=2 * MIB)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert source.taken < 3 * MIB
    assert peak < 4 * MIB


@pytest.mark.parametrize("endless", [b"\0", b"\n", b" \t\r\n", b"A", b"-"])
@pytest.mark.parametrize("start", [b"", b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----\n"])
@pytest.mark.parametrize("text", [None, False, True])
def test_endless_rubbish_is_refused_early(start: bytes, endless: bytes, text: bool | None) -> None:
    source = Endless(chain([start or endless], repeat(endless * 1000)))
    with pytest.raises((HeaderError, ArmorError)):
        open_to(source, [CLASSIC], no_sink, armored=text)
    assert source.taken < 2 * MAX_HEADER


@pytest.mark.skipif(sys.platform == "win32", reason="Windows fills the file with zeros on the disk")
def test_ten_gigabytes_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sparse.age"
    for start in (b"", b"".join(encrypt([CLASSIC.recipient], [b"text"])), b"".join(armored([b"text"]))):
        path.write_bytes(start)
        os.truncate(path, 10 * 1024**3)
        with path.open("rb", buffering=0) as file:
            with pytest.raises(TooLarge):
                open_to(file, [CLASSIC], no_sink)
            assert file.tell() == 0
            with pytest.raises(AgeError):
                open_to(file, [CLASSIC], no_sink, limit=100 * 1024**3)
            assert file.tell() < MIB


@given(st.binary(max_size=400))
def test_anything_is_refused_in_order(data: bytes) -> None:
    file = b"".join(encrypt([HYBRID.recipient], [b"text"]))
    for start in (b"", file[:-36], file):
        if start + data != file:
            with pytest.raises(AgeError):
                open_to(start + data, [HYBRID], no_sink)
