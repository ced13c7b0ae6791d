"""A request to sign and its answer: read as they were written, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerlog.consent.countersigning.countersignature import (
    FILE_BYTES,
    Countersignature,
    countersigned,
    is_countersignature,
    read_countersignature,
    what_to_sign,
)
from peerlog.consent.countersigning.item_copy import CopyOf, item_copy
from peerlog.consent.countersigning.key_words import key_words
from peerlog.consent.countersigning.request import (
    REQUEST_BYTES,
    Request,
    is_request,
    read_request,
    write_request,
)
from peerlog.consent.statement import BadConsent, NewerConsent, content_of
from peerlog.crypto import sshsig
from peerlog.crypto.device_keys import public_key
from peerlog.domain.countersigning import DETAILS, MEANINGS, details_asked, meaning_named
from peerlog.domain.problem import Problem

AT = "2026-11-21T20:00:00Z"
SEED = bytes(range(32))
KEY = public_key(SEED)
WHO = {
    "name": "Ann Lee",
    "role": "librarian",
    "organisation": "Leeds",
    "register": "none",
    "number": "none",
    "email": "ann@example.org",
    "day": "2026-11-17",
    "place": "video",
    "relationship": "colleague",
}


def asking(meaning: str = "took-place", text: str = "# Chairing\n\nI let it run.", **changed: object) -> Request:
    said = {
        "id_": "0123456789abcdef" * 2,
        "meaning": meaning,
        "details": MEANINGS[meaning].needs,
        "asked_by": "Kim",
        "to": "Ann Lee",
        "title": "Chairing",
        "answer_by": date(2026, 12, 5),
        "at": AT,
        "text": text,
        **changed,
    }
    return write_request(**said)  # type: ignore[arg-type]


def signed(request: Request, changed: dict[str, str] | None = None, *, seed: bytes = SEED) -> Countersignature:
    who = {name: said for name, said in {**WHO, **(changed or {})}.items() if said}
    text = what_to_sign(request, who, contact=True, key=public_key(seed), at=AT)
    return countersigned(text, sshsig.sign(seed, sshsig.CONSENT, text))


def changed_line(line: bytes, **members: object) -> bytes:
    return json.dumps({**json.loads(line), **members}, ensure_ascii=False, separators=(",", ":")).encode()


def flipped(file: bytes) -> Iterator[bytes]:
    for place, byte in enumerate(file):
        yield file[:place] + bytes([byte ^ 1]) + file[place + 1 :]


@pytest.mark.parametrize("meaning", MEANINGS)
def test_what_was_written_is_read(meaning: str) -> None:
    request = asking(meaning)
    assert read_request(request.file) == request
    assert is_request(request.file)
    answer = signed(request)
    assert read_countersignature(answer.file) == answer
    assert is_countersignature(answer.file)
    assert answer.fault_as_answer(request) == ""
    assert answer.contact
    assert list(answer.signer) == [name for name in DETAILS if name in WHO]


@settings(max_examples=25)
@given(st.text(max_size=80), st.text(max_size=20))
def test_whatever_is_asked_is_read_back_or_refused(text: str, title: str) -> None:
    try:
        request = asking(text=text, title=title)
    except (BadConsent, UnicodeEncodeError):
        return
    assert (request.text, request.title) == (text, title)
    assert read_request(request.file) == request
    assert signed(request).fault_as_answer(request) == ""


def test_every_byte_of_an_answer_counts() -> None:
    for file in flipped(signed(asking()).file):
        with pytest.raises(BadConsent):
            read_countersignature(file)


def test_every_byte_of_a_request_counts() -> None:
    request = asking()
    answer = signed(request)
    for file in flipped(request.file):
        try:
            found = read_request(file)
        except BadConsent:
            continue
        assert answer.fault_as_answer(found)


def test_cut_or_longer_files_are_refused() -> None:
    request, answer = asking().file, signed(asking()).file
    for part in (0, 0.1, 0.5, 0.9):
        with pytest.raises(BadConsent):
            read_countersignature(answer[: int(len(answer) * part)])
        with pytest.raises(BadConsent):
            read_request(request[: int(len(request) * part)])
    with pytest.raises(BadConsent):
        read_countersignature(answer[:-1])
    with pytest.raises(BadConsent):
        read_request(request[:-1])
    for more in (b"\n", b"{}", b" " * FILE_BYTES):
        with pytest.raises(BadConsent):
            read_countersignature(answer + more)
    with pytest.raises(BadConsent):
        read_request(request + b"x" * REQUEST_BYTES)


def test_an_answer_fits_its_own_request_alone() -> None:
    request = asking()
    answer = signed(request)
    for other in (asking(id_="f" * 32), asking("read"), asking(text="Another."), asking(asked_by="Sam")):
        assert answer.fault_as_answer(other) == "it answers another request"


def test_what_is_said_besides_the_digest_has_to_fit_too() -> None:
    """Somebody who signs a line that names the request and says something else about it."""
    request = asking()
    said: dict[str, dict[str, object]] = {
        "means something else": {"meaning": "supports", "sentence": MEANINGS["supports"].sentence},
        "another text": {"text": {"bytes": 4, "sha256": "0" * 64}},
        "names another item": {"title": "Visit"},
        "somebody else who asked": {"asked_by": "Sam"},
    }
    for why, members in said.items():
        text = changed_line(signed(request).text, **members)
        answer = countersigned(text, sshsig.sign(SEED, sshsig.CONSENT, text))
        assert why in answer.fault_as_answer(request)


def test_details_that_were_asked_for_besides_have_to_be_there() -> None:
    request = asking(details=details_asked(MEANINGS["took-place"], ["phone"]))
    assert signed(request).fault_as_answer(request) == "it does not say what you asked for: telephone"
    assert signed(request, {"phone": "0113 496 0000"}).fault_as_answer(request) == ""


@pytest.mark.parametrize("meaning", MEANINGS)
def test_what_a_meaning_needs_is_never_left_out(meaning: str) -> None:
    request = asking(meaning)
    for name in MEANINGS[meaning].needs:
        with pytest.raises(BadConsent, match="what this signature needs"):
            signed(request, {name: ""})


@pytest.mark.parametrize(
    "members",
    [
        {"peerlog": "agreed text"},
        {"v": 0},
        {"v": True},
        {"more": 1},
        {"request": "0" * 63},
        {"request": ["0"]},
        {"meaning": ["took-place"]},
        {"meaning": "approves"},
        {"sentence": "I support this."},
        {"signer": {"name": "Ann"}},
        {"signer": [1]},
        {"signer": {**WHO, "name": "Ann\u202e"}},
        {"signer": {**WHO, "name": "A" * 501}},
        {"signer": {**WHO, "fax": "1"}},
        {"contact": 1},
        {"contact": None},
        {"key": "AAAA"},
        {"key": 3},
        {"at": "yesterday"},
        {"at": 5},
        {"title": ""},
        {"text": {"bytes": 1}},
        {"text": {"bytes": 1, "sha256": 5}},
    ],
    ids=str,
)
def test_a_line_that_says_something_else_is_refused_however_well_signed(members: dict[str, object]) -> None:
    text = changed_line(signed(asking()).text, **members)
    with pytest.raises(BadConsent):
        countersigned(text, sshsig.sign(SEED, sshsig.CONSENT, text))


@pytest.mark.parametrize(
    "members",
    [
        {"peerlog": "countersignature"},
        {"more": 1},
        {"id": "x" * 32},
        {"id": 5},
        {"meaning": ["read"]},
        {"meaning": "approves"},
        {"details": "name"},
        {"details": ["name"]},
        {"details": [*MEANINGS["took-place"].needs, "fax"]},
        {"details": list(reversed(MEANINGS["took-place"].needs))},
        {"details": [["name"]]},
        {"asked_by": ""},
        {"asked_by": "Kim\nSam"},
        {"to": None},
        {"answer_by": "20261205"},
        {"answer_by": 5},
        {"at": "now"},
        {"text": {"bytes": 1, "sha256": "0" * 64}},
    ],
    ids=str,
)
def test_a_request_that_asks_for_something_else_is_refused(members: dict[str, object]) -> None:
    request = asking()
    with pytest.raises(BadConsent):
        read_request(changed_line(request.header, **members) + b"\n" + content_of(request.text))


def test_a_later_version_is_named() -> None:
    request = asking()
    with pytest.raises(NewerConsent):
        read_request(changed_line(request.header, v=2) + b"\n" + content_of(request.text))
    text = changed_line(signed(request).text, v=2)
    with pytest.raises(NewerConsent):
        countersigned(text, sshsig.sign(SEED, sshsig.CONSENT, text))


@pytest.mark.parametrize("text", ["", " \n", "a\x1b[31mred", "a\u202eb", "a\r\nb", "end \n", "\ufeffa"])
def test_a_text_that_cannot_be_shown_is_never_asked_about(text: str) -> None:
    with pytest.raises(BadConsent):
        asking(text=text)


def test_the_words_are_those_of_the_key_and_of_what_it_signed() -> None:
    request = asking()
    one, other = signed(request), signed(request, seed=bytes(32))
    assert len(key_words(one.text)) == 8
    assert key_words(one.text) == key_words(signed(request).text)
    assert len({key_words(each.text) for each in (one, other, signed(request, {"role": "archivist"}))}) == 3


def test_a_copy_is_of_exactly_what_was_signed() -> None:
    request = asking()
    maker = CopyOf("Kim", date(2026, 11, 28), "eight words were compared aloud", earlier=True)
    files = item_copy(signed(request), content_of(request.text), maker)
    assert files["item.md"] == content_of(request.text)
    said = " ".join(files["VERIFY.txt"].decode().split())
    assert "Ann Lee has signed exactly the text in item.md, “Chairing”. Kim asked for it." in said
    assert "has changed since" in said
    with pytest.raises(ValueError, match="another text"):
        item_copy(signed(request), b"Another text.\n", maker)


def test_meanings_and_details_are_named_where_one_is_not_known() -> None:
    assert meaning_named(" Read ").name == "read"
    with pytest.raises(Problem, match="“approves” is not something that can be signed"):
        meaning_named("approves")
    with pytest.raises(Problem, match="“fax” is not a detail"):
        details_asked(MEANINGS["read"], ["fax"])
    assert len({each.sentence for each in MEANINGS.values()}) == 4
