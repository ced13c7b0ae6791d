"""Armor: one text for one file, however it is cut into chunks."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.age import ArmorError
from peerlog.age.armor import BEGIN, END, armored, armored_size, is_armored, unarmored
from peerlog.age.source import ByteReader

CHUNKS = st.lists(st.binary(min_size=1, max_size=200), max_size=6)


def enclosed(text: bytes) -> bytes:
    return b"".join(unarmored(ByteReader.of(text)))


@given(CHUNKS)
def test_round_trip(chunks: list[bytes]) -> None:
    text = b"".join(armored(chunks))
    assert enclosed(text) == b"".join(chunks)
    assert len(text) <= armored_size(sum(map(len, chunks)))
    assert is_armored(ByteReader.of(text))


@given(CHUNKS)
def test_lines(chunks: list[bytes]) -> None:
    first, *lines, last, after = b"".join(armored(chunks)).split(b"\n")
    assert (first, last, after) == (BEGIN, END, b"")
    assert all(len(line) == 64 for line in lines[:-1])
    assert base64.b64decode(b"".join(lines)) == b"".join(chunks)


TEXT = b"".join(armored([bytes(100)]))


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace(b"\n", b"\r\n"),
        b" \r\n\t\n" + TEXT + b"\n \t\r\n",
        b"\n" * 1024 + TEXT.rstrip(b"\n") + b"\n" * 1024,
        TEXT.rstrip(b"\n"),
    ],
    ids=["CRLF", "white space around", "much white space around", "no line end at the end"],
)
def test_what_else_is_accepted(text: bytes) -> None:
    assert is_armored(ByteReader.of(text))
    assert enclosed(text) == bytes(100)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\n",
        BEGIN,
        BEGIN + b"\n",
        TEXT.replace(END + b"\n", b""),
        TEXT.replace(b"\n", b"\r\n", 1),
        TEXT[::-1].replace(b"\n", b"\n\r", 1)[::-1],
        TEXT.replace(b"\n", b"\r"),
        TEXT.replace(b"\n", b"\x0b", 1),
        b"\x0c" + TEXT,
        b"\xef\xbb\xbf" + TEXT,
        b"\n" * 1025 + TEXT,
        TEXT + b"\n" * 1025,
        TEXT + TEXT,
        TEXT + b"-",
        TEXT.replace(b"AGE", b"age"),
        TEXT.replace(b"A\n", b"A \n", 1),
        TEXT.replace(b"A\n", b"A\n\n", 1),
        TEXT.replace(b"==", b""),
        TEXT.replace(b"A==", b"B=="),
        TEXT.replace(b"A" * 64, b"A" * 60, 1),
        TEXT.replace(b"A" * 64, b"A" * 68, 1),
    ],
)
def test_what_is_refused(text: bytes) -> None:
    with pytest.raises(ArmorError):
        enclosed(text)
