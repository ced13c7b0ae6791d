"""What is signed is read in one way only: whatever is missing, doubled or of another sort is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.consent.golden_copies import TEXT, kept, key, statement_of

from peerlog.consent.statement import (
    MOST_KEYS,
    MOST_LINE,
    MOST_RELEASED,
    STATEMENT_BYTES,
    BadConsent,
    NewerConsent,
    Signer,
    content_of,
    first_key_of,
    read_statement,
)
from peerlog.crypto.ed25519_points import LOW_ORDER
from peerlog.crypto.key_ids import member_id
from peerlog.history.encoding import b64

PAIR = statement_of(("Kim", "Sam"), replaces=bytes(range(32)))
SAID: dict[str, Any] = json.loads(PAIR.text)


def dumped(said: object) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def why(text: bytes) -> str:
    with pytest.raises(BadConsent) as caught:
        read_statement(text)
    return str(caught.value)


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    said = json.loads(PAIR.text)
    change(said)
    return dumped(said)


def with_(name: str, value: object) -> bytes:
    return dumped({**SAID, name: value})


def test_it_is_read_as_it_was_written() -> None:
    read = read_statement(PAIR.text)
    assert read == PAIR
    assert (read.number, read.revision, read.kind, read.replaces) == (3, 2, "summary", bytes(range(32)))
    assert read.is_about(content_of(TEXT))
    assert not read.is_about(content_of(TEXT + " "))
    assert read.signers[key("Sam")].name == "Sam"
    assert [first_key_of(each) for each in read.members] == [key("Kim"), key("Sam")]


def test_another_order_of_the_names_is_another_statement_that_says_the_same() -> None:
    other = read_statement(dumped(dict(reversed(SAID.items()))))
    assert other.id != PAIR.id
    assert (other.members, other.digest, other.purpose) == (PAIR.members, PAIR.digest, PAIR.purpose)


@pytest.mark.parametrize("name", sorted(SAID))
def test_a_name_that_is_missing(name: str) -> None:
    text = dumped({each: value for each, value in SAID.items() if each != name})
    if name == "replaces":
        assert read_statement(text).replaces is None
    else:
        assert why(text)


@pytest.mark.parametrize("name", sorted(SAID))
def test_a_name_that_stands_twice(name: str) -> None:
    again = f'{{"{name}":{json.dumps(SAID[name])},'.encode()
    assert why(again + PAIR.text[1:]) == "a name stands twice in one object"


@pytest.mark.parametrize("name", sorted(SAID))
def test_a_value_of_another_sort(name: str) -> None:
    values: list[object] = [None, True, 0, -1, 1.5, 2**60, "", "x" * 600, [], {}, [[]], [None], " x", "a\nb"]
    for value in values:
        assert why(with_(name, value))


def test_a_name_too_many() -> None:
    assert why(with_("sealed", True)) == "it lacks something, or says something that its version does not know"
    assert why(changed(lambda said: said["members"][0].update(role="mentor"))) == "a member is a name, an id and keys"
    assert why(changed(lambda said: said["text"].update(md5="0"))) == "it does not say of which text it speaks"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (PAIR.text + b"\n", "it has more than one line"),
        (PAIR.text + b"{}", "it is not JSON"),
        (b"\xef\xbb\xbf" + PAIR.text, "it is not JSON"),
        (PAIR.text.replace(b"CPD", b"CPD\xff"), "it is not UTF-8"),
        (PAIR.text.replace(b"CPD", b"\\ud800"), "it is not UTF-8"),
        (PAIR.text.replace(b'"v":1', b'"v":1.0'), "a number is not whole"),
        (PAIR.text + b" " * STATEMENT_BYTES, f"it has {len(PAIR.text) + STATEMENT_BYTES} bytes, more than"),
        (b"[" * 3000 + b"]" * 3000, "it is nested too deeply"),
        (b"[]", "it is not a JSON object"),
    ],
)
def test_what_is_not_one_line_of_json(text: bytes, says: str) -> None:
    assert why(text).startswith(says)


@pytest.mark.parametrize("unclean", ["a\u202eb", "a\u2066b", "\ufeffa", "a\x85b", "a\x9bb", "e\u0301", "a\u2028b"])
@pytest.mark.parametrize("escaped", [False, True])
def test_characters_that_cannot_be_shown(unclean: str, escaped: bool) -> None:
    for name in ("circle", "title", "purpose"):
        said = json.dumps({**SAID, name: unclean}, ensure_ascii=escaped, separators=(",", ":"))
        assert why(said.encode())
    said = json.dumps({**SAID, "for": ["Kim", unclean]}, ensure_ascii=escaped, separators=(",", ":"))
    assert why(said.encode())


def test_one_of_a_later_version_is_no_forgery() -> None:
    with pytest.raises(NewerConsent):
        read_statement(with_("v", 2))
    with pytest.raises(NewerConsent):
        read_statement(dumped({"peerlog": "agreed text", "v": 3, "wholly": "different"}))


def named(*names: str) -> list[dict[str, Any]]:
    return [{"name": name, "member": member_id(key(name)), "keys": [b64(key(name))]} for name in names]


def test_from_one_to_eight_members() -> None:
    assert len(read_statement(with_("members", named(*"ABCDEFGH"))).members) == 8
    assert why(with_("members", named(*"ABCDEFGHI"))) == "it does not name from one to 8 members"
    assert why(with_("members", [])) == "it does not name from one to 8 members"


def test_two_members_of_one_name() -> None:
    same = named("Kim", "kim")
    assert why(with_("members", same)) == "two of its members have one name"
    same[1]["name"] = "Kim (2)"
    assert len(read_statement(with_("members", same)).members) == 2


def test_one_key_for_two_members_or_twice_for_one() -> None:
    kim, sam = named("Kim", "Sam")
    assert why(with_("members", [kim, {**sam, "keys": kim["keys"]}])) == "it names a member or a key twice"
    assert why(with_("members", [{**kim, "keys": kim["keys"] * 2}, sam])) == "it names a member or a key twice"
    assert why(with_("members", [kim, {**sam, "member": kim["member"]}])) == "it names a member or a key twice"


@pytest.mark.parametrize("keys", [[], [b64(key("A", each)) for each in range(MOST_KEYS + 1)], None, "x", [1], [None]])
def test_keys_that_are_none(keys: object) -> None:
    assert why(changed(lambda said: said["members"][0].update(keys=keys)))


@pytest.mark.parametrize("point", sorted(LOW_ORDER))
def test_a_key_of_low_order(point: bytes) -> None:
    assert why(changed(lambda said: said["members"][0]["keys"].append(b64(point)))) == "a key in it is none"


@pytest.mark.parametrize("written", [b64(key("A")) + "=", b64(key("A"))[:-1], b64(key("A"))[:-1] + "B", "/" * 43])
def test_a_key_that_is_written_otherwise(written: str) -> None:
    assert why(changed(lambda said: said["members"][0]["keys"].append(written))) == "a key in it is none"


@pytest.mark.parametrize("day", ["2026-02-30", "20261221", "2026-12-21T00:00:00", "2026-W51-1", "21.12.2026", 20261221])
def test_a_day_that_is_none(day: object) -> None:
    assert why(with_("answer_by", day)) == "its “answer_by” is not a day"


@pytest.mark.parametrize("at", ["2026-11-21T09:00:00", "2026-11-21 09:00:00Z", "2026-11-21T25:00:00Z", "Z", 7])
def test_a_stamp_that_is_none(at: object) -> None:
    assert why(with_("at", at)) == "its “at” is not a UTC stamp"


@pytest.mark.parametrize("digest", ["0" * 63, "0" * 65, "A" * 64, "g" * 64, "٠" * 64])
def test_a_digest_that_is_none(digest: str) -> None:
    for name in ("document", "replaces"):
        assert why(with_(name, digest)) == f"its “{name}” is not one"
    assert why(with_("text", {**SAID["text"], "sha256": digest})) == "its “sha256” is not one"


def test_sizes() -> None:
    assert read_statement(with_("purpose", "x" * MOST_LINE)).purpose == "x" * MOST_LINE
    assert len(read_statement(with_("for", ["x"] * MOST_RELEASED)).release) == MOST_RELEASED
    assert why(with_("for", ["x"] * (MOST_RELEASED + 1))) == "it does not say who may have the text"
    long = "字" * (MOST_LINE - 2)
    with pytest.raises(BadConsent, match="more than 32768"):
        statement_of(("Kim", "Sam"), purpose=long, title=long, release=tuple(f"{long}{each}" for each in range(20)))


def test_what_nobody_could_read_back_is_not_written() -> None:
    for more in (
        {"title": ""},
        {"title": "a\nb"},
        {"purpose": "a\ud800"},
        {"number": 0},
        {"kind": "note"},
        {"release": ()},
        {"members": ()},
        {"members": (Signer("Kim", "x", (key("Kim"),)),)},
        {"at": "today"},
        {"content": b""},
    ):
        with pytest.raises(BadConsent):
            statement_of(("Kim", "Sam"), **more)


def test_golden_statements_are_read_as_they_were() -> None:
    for name in ("two", "four", "chinese", "dots"):
        text = kept(name)["statement.json"]
        assert read_statement(text).text == text
