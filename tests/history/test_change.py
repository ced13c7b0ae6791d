"""A change is read from exactly the bytes that were signed, or refused with a reason."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.history.peers import Peer

from peerlog.history.change import BadChange, NewerChange, read_change
from peerlog.history.encoding import b64, unb64, unb64_ids

ID = b64(bytes(range(32)))
GOOD: dict[str, Any] = {
    "v": 1,
    "space": "5a" * 16,
    "device": b64(bytes(16)),
    "seq": 7,
    "prev": ID,
    "entry": "0f" * 32,
    "kind": "goal",
    "nonce": b64(bytes(16)),
    "at": "2026-11-21T21:54:56Z",
    "sets": {"when": [ID, []], "title": [ID, [ID]], "tags/AAAAAAAAAAAAAAAAAAAAAA": [ID, []]},
}


def written(**changed: Any) -> bytes:
    said = {name: value for name, value in {**GOOD, **changed}.items() if value is not ...}
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")


def test_what_a_change_says() -> None:
    text = written()
    change = read_change(text)
    assert (change.text, change.space, change.device, change.seq) == (text, "5a" * 16, b64(bytes(16)), 7)
    assert (change.prev, change.nonce, change.entry) == (bytes(range(32)), bytes(16), "0f" * 32)
    assert change.sets["title"].supersedes == (bytes(range(32)),)
    assert change.sets["when"].digest == bytes(range(32))
    assert not change.forget
    forget = read_change(written(sets=..., nonce=..., forget=True))
    assert forget.forget
    assert forget.sets == {}
    first = read_change(written(seq=1, prev=...))
    assert first.prev is None


@pytest.mark.parametrize(
    "changed",
    [
        *({name: ...} for name in ("v", "space", "device", "seq", "prev", "entry", "kind", "at", "sets")),
        *({name: None} for name in GOOD),
        *({name: 5} for name in GOOD if name not in ("v", "seq")),
        *({name: ["x"]} for name in GOOD),
        {"v": 0},
        {"v": True},
        {"v": "1"},
        {"more": 1},
        {"forget": False},
        {"forget": True},
        {"forget": None},
        {"sets": ..., "forget": True},
        {"sets": ..., "forget": 1, "nonce": ...},
        {"seq": 0},
        {"seq": -1},
        {"seq": 1},
        {"seq": True},
        {"seq": "7"},
        {"seq": 2**53 + 1},
        {"seq": 1.5},
        {"space": "5A" * 16},
        {"space": "5a" * 15},
        {"space": "5a" * 16 + "\n"},
        {"device": ID},
        {"device": b64(bytes(16)) + "="},
        {"device": "A" * 21 + "B"},
        {"device": "A" * 21 + "+"},
        {"prev": ID[:-1]},
        {"prev": ID + "A"},
        {"prev": ID[:-1] + "5"},
        {"prev": ID.replace("A", "/", 1)},
        {"prev": f"{ID}.{ID}"},
        {"entry": "0f" * 31},
        {"kind": ""},
        {"kind": "Goal"},
        {"kind": "g" * 33},
        {"nonce": ID},
        {"at": "2026-11-21T21:54:56"},
        {"at": "2026-11-21 21:54:56Z"},
        {"at": "2026-11-21T21:54:56+00:00"},
        {"at": "2026-11-21T21:54:56.5Z"},
        {"at": "2026-02-30T21:54:56Z"},
        {"at": "20261121T215456Z"},
        {"at": ""},
        {"sets": {}},
        {"sets": {"title": [ID, []]}},  # creates, and does not say when
        {"sets": {"when": ID}},
        {"sets": {"when": [ID]}},
        {"sets": {"when": [ID, [], []]}},
        {"sets": {"when": [ID, ID]}},
        {"sets": {"when": [ID, [ID, ID]]}},
        {"sets": {"when": [ID, [[ID]]]}},
        {"sets": {"when": [None, []]}},
        {"sets": {"when": [ID, [5]]}},
        {"sets": {"when": [ID, []], "": [ID, []]}},
        {"sets": {"when": [ID, []], "Title": [ID, []]}},
        {"sets": {"when": [ID, []], "t" * 65: [ID, []]}},
        {"sets": {"when": [ID, []], "tags/": [ID, []]}},
        {"sets": {"when": [ID, []], "tags/AAA": [ID, []]}},
        {"sets": {"when": [ID, []], "tags/AAAAAAAAAAAAAAAAAAAAAA/": [ID, []]}},
        {"sets": {"when": [ID, []], "a\ud800": [ID, []]}},
        {"sets": {"when": [ID, []], **{f"f{n}": [ID, []] for n in range(100)}}},  # over 4,096 bytes
    ],
    ids=lambda changed: ascii(changed)[:60],
)
def test_what_is_no_change_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(BadChange) as refused:
        read_change(written(**changed))
    assert not isinstance(refused.value, NewerChange)
    assert str(refused.value)


@pytest.mark.parametrize("changed", [{"v": 2}, {"v": 2, "more": [1], "sets": ...}])
def test_a_later_version_is_told_from_what_is_broken(changed: dict[str, Any]) -> None:
    with pytest.raises(NewerChange):
        read_change(written(**changed))


@given(st.data())
def test_every_byte_counts(data: st.DataObject) -> None:
    peer = Peer("kim")
    peer.create("goal", title="Row", tags=("a",))
    (change,) = peer.known.changes.values()
    at = data.draw(st.integers(0, len(change.text) - 1))
    flipped = bytearray(change.text)
    flipped[at] ^= 1 << data.draw(st.integers(0, 7))
    for text in (bytes(flipped), change.text[:at], change.text[:at] + change.text[at + 1 :], change.text + b" "):
        try:
            assert read_change(text).id != change.id
        except BadChange:
            continue


@given(
    st.binary(max_size=200) | st.text(alphabet='{}[]":,.eE-+0123456789ntfulraseév\\ud8', max_size=60).map(str.encode)
)
def test_whatever_comes_it_is_refused_and_nothing_else(text: bytes) -> None:
    with pytest.raises(BadChange):
        read_change(text)


@given(st.binary(max_size=70))
def test_bytes_are_written_in_one_way_only(raw: bytes) -> None:
    text = b64(raw)
    assert unb64(text, len(raw)) == raw
    for other in (text + "=", text + "A", text[:-1] if text else "A", text + "\n", f" {text}"):
        with pytest.raises(ValueError, match="base64"):
            unb64(other, len(raw))


@given(st.lists(st.binary(min_size=32, max_size=32), max_size=5))
def test_many_ids_are_read_as_each_is(ids: list[bytes]) -> None:
    assert unb64_ids([b64(id_) for id_ in ids]) == ids


@pytest.mark.parametrize("texts", [[""], [ID, ""], [ID + ID], [ID + "." + ID], [ID[:-1] + "5"], [ID[:-1] + "."]])
def test_wrong_ids_among_many_are_refused(texts: list[str]) -> None:
    with pytest.raises(ValueError, match="base64"):
        unb64_ids(texts)
