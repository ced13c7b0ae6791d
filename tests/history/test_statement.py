"""Statements: read as strictly as they are described, whatever they hold."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.history.founded import AT, SPACE, Hand

from peerlog.history.encoding import b64
from peerlog.history.limits import STATEMENT_BYTES
from peerlog.history.person import clean_name
from peerlog.history.statement import (
    AddDevice,
    BadStatement,
    Does,
    Found,
    Leave,
    NewerStatement,
    Retire,
    Seat,
    Smaller,
    read_statement,
    write_statement,
)

KIM, SAM = Hand(1), Hand(2)
EVERY: list[Does] = [
    Found(3, KIM.person("Kim")),
    Seat(2, SAM.person("Zoë"), bytes(64)),
    AddDevice(KIM.member, SAM.keys, bytes(64)),
    Retire(SAM.id, 41),
    Retire(SAM.id, 0),
    Retire(SAM.id, None),
    Leave(KIM.member),
    Smaller(tuple(sorted((KIM.member, SAM.member)))),
]


@pytest.mark.parametrize("does", EVERY, ids=lambda does: type(does).__name__)
def test_round_trip(does: Does) -> None:
    text = write_statement(SPACE, KIM.id, AT, does)
    read = read_statement(text)
    assert (read.text, read.space, read.device, read.at, read.does) == (text, SPACE, KIM.id, AT, does)
    assert len(read.id) == 32
    assert len(text) < STATEMENT_BYTES
    assert b" " not in text.replace(b"Zo\xc3\xab", b"")


def found(**changed: object) -> dict[str, Any]:
    return dict(json.loads(write_statement(SPACE, KIM.id, AT, EVERY[0])), **changed)


def refused(said: object) -> str:
    text = said if isinstance(said, bytes) else json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    with pytest.raises(BadStatement) as caught:
        read_statement(text)
    return str(caught.value)


PERSON = KIM.person("Kim").fields()


@pytest.mark.parametrize(
    "changed",
    [
        {"v": 0},
        {"v": True},
        {"v": "1"},
        {"space": SPACE.upper()},
        {"space": SPACE[:-1]},
        {"device": "x" * 22},
        {"device": None},
        {"at": "2026-11-21"},
        {"at": "2026-11-21T21:54:56+00:00"},
        {"at": "2026-02-30T21:54:56Z"},
        {"at": "2026-11-21T21:54:56.5Z"},
        {"at": 1},
        {"does": "rule"},
        {"does": ["found"]},
        {"seats": 0},
        {"seats": 9},
        {"seats": True},
        {"seats": 2.0},
        {"member": "Kim"},
        {"member": PERSON | {"name": ""}},
        {"member": PERSON | {"name": "\u202e\x00"}},
        {"member": PERSON | {"name": 7}},
        {"member": PERSON | {"key": b64(bytes(32))}},
        {"member": PERSON | {"key": b64(b"\xff" * 32)}},
        {"member": PERSON | {"key": PERSON["key"] + "="}},
        {"member": PERSON | {"recipient": b64(bytes(1215))}},
        {"member": PERSON | {"more": 1}},
        {"more": 1},
        {"members": []},
    ],
)
def test_what_is_refused(changed: dict[str, object]) -> None:
    assert refused(found(**changed))


@pytest.mark.parametrize(
    "said",
    [
        {"does": "retire", "retired": SAM.id, "last": None},
        {"does": "retire", "retired": SAM.id, "last": {"seq": -1}},
        {"does": "retire", "retired": SAM.id, "last": {"seq": 2**53 + 1}},
        {"does": "retire", "retired": SAM.id, "last": {}},
        {"does": "retire", "retired": SAM.id, "last": 41},
        {"does": "retire", "last": {"seq": 41}},
        {"does": "smaller", "members": []},
        {"does": "smaller", "members": sorted((KIM.member, SAM.member), reverse=True)},
        {"does": "smaller", "members": [KIM.member, KIM.member]},
        {"does": "smaller", "members": [[]]},
        {"does": "smaller", "members": {}},
        {"does": "leave"},
        {"does": "leave", "member": KIM.member[:-1]},
        {"does": "seat", "seat": 1, "member": PERSON, "proof": b64(bytes(64))},
        {"does": "seat", "seat": 2, "member": PERSON, "proof": b64(bytes(63))},
        {"does": "seat", "seat": 2, "member": PERSON, "proof": 5},
        {"does": "seat", "seat": 2, "member": PERSON},
        {"does": "device", "member": KIM.member, "key": PERSON["key"], "proof": b64(bytes(64))},
    ],
)
def test_what_each_kind_refuses(said: dict[str, object]) -> None:
    assert refused({"v": 1, "space": SPACE, "device": KIM.id, "at": AT} | said)


def test_a_later_version_is_named() -> None:
    with pytest.raises(NewerStatement, match="later version"):
        read_statement(b'{"v":2,"anything":[{}]}')


def test_limits_and_form() -> None:
    text = write_statement(SPACE, KIM.id, AT, EVERY[0])
    assert refused(text + b"\n")
    assert refused(text + b" " * STATEMENT_BYTES)
    assert refused(text[:-1])
    assert refused(text.replace(b'{"v":1', b'{"v":1,"v":1'))
    assert refused(text.replace(b"Kim", b"\xff"))
    assert refused(b"[" * 4000)
    assert refused([])


def test_names_are_cleaned() -> None:
    said = found(member=PERSON | {"name": "  Sam\n\x1b]0;title\x07\u202eevil " + "x" * 100})
    read = read_statement(json.dumps(said).encode())
    assert isinstance(read.does, Found)
    name = read.does.member.name
    assert name.startswith("Sam evil")
    assert len(name) <= 60
    assert name.isprintable()


def test_what_could_not_be_read_back_is_not_written() -> None:
    for does in (Found(9, KIM.person("Kim")), Found(3, KIM.person("Kim\n")), Smaller(()), Retire("Sam", None)):
        with pytest.raises(BadStatement):
            write_statement(SPACE, KIM.id, AT, does)
    with pytest.raises(BadStatement):
        write_statement(SPACE, KIM.id, "now", EVERY[0])


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10) | st.sampled_from([SPACE, KIM.id, AT, PERSON]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@given(st.sampled_from(EVERY), st.data())
def test_anything_in_any_place_is_read_or_refused(does: Does, data: st.DataObject) -> None:
    said = json.loads(write_statement(SPACE, KIM.id, AT, does))
    said[data.draw(st.sampled_from(sorted(said)))] = data.draw(json_values)
    try:
        read_statement(json.dumps(said, ensure_ascii=True).encode())
    except BadStatement:
        return


@given(st.text(max_size=200))
def test_a_clean_name_is_one_short_line_and_stays(raw: str) -> None:
    name = clean_name(raw)
    assert len(name) <= 60
    assert clean_name(name) == name
    assert not set(name) & set("\n\t\x1b\u202e")
