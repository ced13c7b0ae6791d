"""The header: written and read back, refused when anything is off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.age import AgeError, HeaderError, MacError, Stanza
from peerlog.age.header import MAX_HEADER, VERSION_LINE, decode_base64, parse_header, require_mac, write_header
from peerlog.age.source import ByteReader

FILE_KEY = b"0123456789abcdef"
ARGUMENTS = st.lists(st.text([chr(code) for code in range(33, 127)], min_size=1, max_size=80), min_size=1, max_size=4)
STANZAS = st.builds(Stanza, ARGUMENTS.map(tuple), st.binary(max_size=200))
HEADER = write_header([Stanza(("X25519", "share"), bytes(32)), Stanza(("other",), bytes(48))], FILE_KEY)


@given(st.lists(STANZAS, min_size=1, max_size=5), st.binary(max_size=100))
def test_round_trip(stanzas: list[Stanza], payload: bytes) -> None:
    reader = ByteReader.of(write_header(stanzas, FILE_KEY) + payload)
    header = parse_header(reader)
    assert header.stanzas == tuple(stanzas)
    assert reader.take(1000) == payload
    require_mac(header, FILE_KEY)


@given(st.sampled_from(STANZA_SIZES := [0, 1, 47, 48, 49, 95, 96, 97]))
def test_a_short_line_ends_each_body(size: int) -> None:
    lines = write_header([Stanza(("kind",), bytes(size))], FILE_KEY).split(b"\n")[2:-2]
    assert all(len(line) == 64 for line in lines[:-1])
    assert len(lines[-1]) < 64


def test_the_text_is_the_documented_one() -> None:
    lines = HEADER.decode().split("\n")
    assert lines[:6] == ["age-encryption.org/v1", "-> X25519 share", "A" * 43, "-> other", "A" * 64, ""]
    assert lines[6].startswith("--- ")
    assert (len(lines[6]), lines[7:]) == (47, [""])


@given(st.integers(0, len(HEADER) - 1), st.integers(0, 7))
def test_every_flipped_bit_is_noticed(place: int, bit: int) -> None:
    changed = bytearray(HEADER)
    changed[place] ^= 1 << bit
    with pytest.raises((HeaderError, MacError)):
        require_mac(parse_header(ByteReader.of(bytes(changed))), FILE_KEY)


@given(st.binary(max_size=300))
def test_anything_is_refused_in_order(data: bytes) -> None:
    for start in (b"", VERSION_LINE, VERSION_LINE + b"-> X25519 ", VERSION_LINE + b"-> X25519\n"):
        with pytest.raises(AgeError):
            parse_header(ByteReader.of(start + data))


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(b"/v1", b"/v2"),
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: text.replace(b"-> X", b"->  X"),
        lambda text: text.replace(b"-> X", b"->X"),
        lambda text: text.replace(b" share", b" share "),
        lambda text: text.replace(b"share", b"sh\xc3\xa4re"),
        lambda text: text.replace(b"share", b"sh\x7fre"),
        lambda text: text.replace(b"A" * 43, b"A" * 42 + b"B"),
        lambda text: text.replace(b"A" * 43, b"A" * 43 + b"="),
        lambda text: text.replace(b"A" * 43, b"A" * 20 + b"\xff" + b"A" * 22),
        lambda text: text.replace(b"A" * 64 + b"\n\n", b"A" * 64 + b"\n"),
        lambda text: text.replace(b"A" * 64 + b"\n\n", b"A" * 65 + b"\n"),
        lambda text: text.replace(b"A" * 64 + b"\n\n", b"A" * 68 + b"\n"),
        lambda text: text.replace(b"--- ", b"---"),
        lambda text: text.replace(b"--- ", b"---- "),
        lambda text: text[:-1],
        lambda text: VERSION_LINE + b"--- " + b"A" * 43 + b"\n",
    ],
)
def test_what_is_refused(change: Callable[[bytes], bytes]) -> None:
    changed = change(HEADER)
    assert changed != HEADER
    with pytest.raises(HeaderError):
        parse_header(ByteReader.of(changed))


@pytest.mark.parametrize(
    "endless",
    [b"", b"-> a\n\n", b"-> a\n", b"-> " + b"a" * 1000 + b"\n" + b"A" * 64 + b"\n", b"-> a", b"-> a " * 1000],
)
def test_an_endless_header_is_refused_early(endless: bytes) -> None:
    taken = 0

    def read(size: int) -> bytes:
        nonlocal taken
        start = VERSION_LINE if taken == 0 else b""
        data = (start + (endless or b"A") * size)[:size]
        taken += len(data)
        return data

    with pytest.raises(HeaderError):
        parse_header(ByteReader(read))
    assert taken <= MAX_HEADER + 4096


def test_a_header_may_be_as_large_as_the_limit() -> None:
    size = len(write_header([Stanza(("a" * 1000,), b"")], FILE_KEY))
    stanza = Stanza(("a" * (1000 + MAX_HEADER - size),), b"")
    assert parse_header(ByteReader.of(write_header([stanza], FILE_KEY))).stanzas == (stanza,)
    with pytest.raises(HeaderError, match="too large"):
        parse_header(ByteReader.of(write_header([Stanza((stanza.kind + "a",), b"")], FILE_KEY)))


@pytest.mark.parametrize("text", ["A", "AB", "ABC", "AA==", "AAA=", "A A", "A\nA", "AA\n", "A-_A", "é"])
def test_base64_that_is_not_canonical(text: str) -> None:
    with pytest.raises(HeaderError):
        decode_base64(text)


def test_another_file_key_has_another_mac() -> None:
    with pytest.raises(MacError, match="HMAC failure"):
        require_mac(parse_header(ByteReader.of(HEADER)), bytes(16))
