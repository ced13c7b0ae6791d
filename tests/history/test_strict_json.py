"""JSON that somebody else wrote: one meaning, within limits, or refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.history.strict_json import BadText, parse, parse_object
from peerlog.history.value import decode, encode, matches

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def nested(levels: int) -> bytes:
    return b'{"a":' + b"[" * (levels - 1) + b"1" + b"]" * (levels - 1) + b"}"


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[1]",
        b"5",
        b"null",
        b'{"a":1}{',
        b'{"a":1} x',
        b'{"a":1}\n{"b":2}',
        b'{"a":\r1}',
        b'{"a":1,"a":1}',
        b'{"a":[{"b":1,"b":2}]}',
        b'{"a":1,"\\u0061":2}',
        b'{"a":1.0}',
        b'{"a":1e3}',
        b'{"a":-0.5}',
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b'{"a":-Infinity}',
        b'{"a":9007199254740993}',
        b'{"a":-9007199254740993}',
        b'{"a":' + b"9" * 5000 + b"}",
        b'{"a":01}',
        b'{"a":"\xff"}',
        b'{"a":"\xed\xa0\x80"}',
        b'{"a":"\\ud800"}',
        b'{"\\udfff":1}',
        b'{"a":"\x00"}',
        b"{'a':1}",
        b'{"a":1,}',
        b'\xef\xbb\xbf{"a":1}',
        '{"a":1}'.encode("utf-16"),
        nested(9),
        nested(100_000),
        b"[" * 200_000,
        b'{"a":' * 200_000,
    ],
    ids=lambda text: ascii(text)[:40],
)
def test_what_could_mean_two_things_is_refused(text: bytes) -> None:
    with pytest.raises(BadText) as refused:
        parse_object(text, 2_000_000)
    assert str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        b"{}",
        b' {"a" : [1, -2, true, false, null, "x"]} ',
        b'{"a":9007199254740992}',
        b'{"a":"\\ud83d\\ude00"}',
        b'{"a":"[[[[[[[[[[[[{{{{{{"}',
        b'{"a":[' + b",".join([b"[[]]"] * 100) + b"]}",
        nested(8),
    ],
)
def test_what_means_one_thing_is_read(text: bytes) -> None:
    assert parse_object(text, len(text)) == json.loads(text)
    with pytest.raises(BadText, match="bytes"):
        parse_object(text, len(text) - 1)


@given(json_values)
def test_values_are_written_and_read(value: object) -> None:
    text = encode(value)
    assert "\n" not in text
    assert decode(text) == value == parse(text.encode("utf-8"), 10**6)
    assert encode(decode(text)) == text


@pytest.mark.parametrize("text", ['"a', '"a" ', '"a"b', '"a\x1b"', '"a\ud800"', '"\\ud800"', "", "nul", '"a\nb"'])
def test_a_value_is_read_as_strictly_whatever_it_begins_with(text: str) -> None:
    if text == '"a" ':
        assert decode(text) == "a"
    else:
        with pytest.raises(BadText):
            decode(text)


def test_a_value_matches_its_digest_and_salt_alone() -> None:
    from peerlog.history.value import digest

    kept = (bytes(16), '"x"')
    assert matches(digest(kept), kept)
    assert not matches(digest(kept), (bytes(15) + b"\1", '"x"'))
    assert not matches(digest(kept), (bytes(16), '"y"'))
    # The salt has one length, so that no byte can move from it into the text.
    assert not matches(digest(kept), (bytes(15), '\0"x"'))
