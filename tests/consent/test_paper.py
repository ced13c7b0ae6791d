"""Papers and answers: what carries a signature, read strictly, and checked by `ssh-keygen` as well."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.consent.golden_copies import key, seed, statement_of
from tests.programs import program

from peerlog.consent.answer import read_answer, write_answer
from peerlog.consent.paper import PAPER_BYTES, read_paper, sign_paper, write_paper
from peerlog.consent.statement import BadConsent, ConsentStatement, NewerConsent
from peerlog.crypto import sshsig
from peerlog.crypto.ed25519_points import LOW_ORDER
from peerlog.history.encoding import b64

STATEMENT = statement_of(("Kim", "Sam"))
PAPER = sign_paper(STATEMENT, seed("Kim"), key("Kim"), "0" * 64)
SAID: dict[str, Any] = json.loads(write_paper(PAPER))
ANSWER = write_answer(STATEMENT.id, "decline", "2026-11-22T19:40:00Z")
ANSWERED: dict[str, Any] = json.loads(ANSWER.text)


def dumped(said: object) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def why(text: str) -> str:
    with pytest.raises(BadConsent) as caught:
        read_paper(text)
    return str(caught.value)


def test_a_paper_is_read_as_it_was_written() -> None:
    assert read_paper(write_paper(PAPER)) == PAPER
    assert PAPER.fits()
    answered = sign_paper(ANSWER, seed("Sam"), key("Sam"))
    assert read_paper(write_paper(answered)) == answered
    assert answered.fits()


def test_a_signature_for_another_purpose_does_not_fit() -> None:
    for namespace in (sshsig.CHANGE, sshsig.BUNDLE, sshsig.ROSTER, sshsig.MEETING):
        signature = sshsig.sign(seed("Kim"), namespace, STATEMENT.text)
        assert not read_paper(dumped({**SAID, "signature": b64(signature)})).fits()


def test_every_bit_of_a_signature_counts() -> None:
    for place in range(64):
        spoilt = bytearray(PAPER.signature)
        spoilt[place] ^= 1
        assert not read_paper(dumped({**SAID, "signature": b64(bytes(spoilt))})).fits()


@pytest.mark.parametrize("name", ["statement", "key", "signature"])
def test_a_name_that_is_missing_or_doubled_or_of_another_sort(name: str) -> None:
    assert why(dumped({each: value for each, value in SAID.items() if each != name}))
    assert why(f'{{"{name}":{json.dumps(SAID[name])},{dumped(SAID)[1:]}') == "a name stands twice in one object"
    values: list[object] = [None, True, 3, "", [], {}, "x" * 43, "\ud800"]
    for value in values:
        assert why(dumped({**SAID, name: value}))


@pytest.mark.parametrize("drawn_from", [None, 3, "0" * 63, "G" * 64, ["0" * 64]])
def test_a_source_that_is_no_digest(drawn_from: object) -> None:
    assert why(dumped({**SAID, "drawn_from": drawn_from})) == "its “drawn_from” is not a digest"


def test_both_a_statement_and_an_answer_or_something_besides() -> None:
    assert "not a signed text" in why(dumped({**SAID, "answer": ANSWER.text.decode()}))
    assert "not a signed text" in why(dumped({**SAID, "by": "Sam"}))
    assert why(dumped({**SAID, "statement": ANSWER.text.decode()})) == "it is something else"
    moved = {"answer" if name == "statement" else name: value for name, value in SAID.items()}
    assert why(dumped(moved)) == "it is something else"


@pytest.mark.parametrize("point", sorted(LOW_ORDER))
def test_a_key_of_low_order(point: bytes) -> None:
    assert why(dumped({**SAID, "key": b64(point)})) == "a key in it is none"


def test_limits_hold_for_every_statement_that_can_be_written() -> None:
    full = statement_of(("Kim", "Sam"), purpose='"' * 500, release=tuple("\\" * 480 + str(each) for each in range(20)))
    written = write_paper(sign_paper(full, seed("Kim"), key("Kim"), "f" * 64))
    assert len(written.encode()) <= PAPER_BYTES
    assert read_paper(written).says == full
    assert why(" " * (PAPER_BYTES + 1)).endswith(f"more than {PAPER_BYTES}")


@pytest.mark.parametrize("name", sorted(ANSWERED))
def test_an_answer_is_read_as_strictly(name: str) -> None:
    others = {each: value for each, value in ANSWERED.items() if each != name}
    values: list[object] = [None, True, 0, "", [], {}, "yes", "a\u202eb"]
    texts = [dumped(others), f'{{"{name}":{json.dumps(ANSWERED[name])},{dumped(ANSWERED)[1:]}']
    texts += [dumped({**ANSWERED, name: value}) for value in values]
    texts += [dumped({**ANSWERED, "reason": "no time"})]
    for text in texts:
        with pytest.raises(BadConsent):
            read_answer(text.encode())


def test_an_answer_of_a_later_version_is_no_forgery() -> None:
    with pytest.raises(NewerConsent):
        read_answer(dumped({**ANSWERED, "v": 2}).encode())
    with pytest.raises(NewerConsent):
        read_paper(dumped({**SAID, "statement": STATEMENT.text.decode().replace('"v":1', '"v":2')}))


def test_ssh_keygen_gives_the_same_verdict(tmp_path: Path) -> None:
    (tmp_path / "allowed").write_text(sshsig.allowed_signer_line("kim", [sshsig.CONSENT], key("Kim")) + "\n")
    (tmp_path / "kim.sig").write_text(sshsig.armored(PAPER.key, sshsig.CONSENT, PAPER.signature))
    arguments = [program("ssh-keygen"), "-Y", "verify", "-f", "allowed", "-I", "kim", "-s", "kim.sig"]
    assert isinstance(PAPER.says, ConsentStatement)
    for text, namespace, good in (
        (PAPER.says.text, sshsig.CONSENT, True),
        (PAPER.says.text + b" ", sshsig.CONSENT, False),
        (PAPER.says.text, sshsig.CHANGE, False),
    ):
        done = subprocess.run([*arguments, "-n", namespace], input=text, cwd=tmp_path, capture_output=True, check=False)
        assert (done.returncode == 0) is good, done.stderr
