"""Copies that somebody has made to fit: the sums are right, and something else is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.consent.golden_copies import (
    copy_of,
    kept,
    kept_renderings,
    key,
    papers_of,
    seed,
    statement_of,
)

from peerlog.consent.checking import check_files
from peerlog.consent.copy_layout import ALLOWED, PAGE, STATEMENT, SUMS, TEXT, sums
from peerlog.consent.how_to_check import Maker
from peerlog.consent.paper import sign_paper
from peerlog.consent.receipt import signed_copy
from peerlog.consent.statement import NewerConsent, content_of
from peerlog.crypto import sshsig

RENDERINGS = kept_renderings("two")
PAIR = ("Kim", "Sam")
Files = dict[str, bytes]


def faults_of(files: Files) -> dict[str, str]:
    """What is wrong, by file, with the sums made anew."""
    files[SUMS] = sums(files)
    return {fault.file: fault.sentence for fault in check_files(files).faults}


def armored(name: str, message: bytes, *, device: int = 0, namespace: str = sshsig.CONSENT) -> bytes:
    signature = sshsig.sign(seed(name, device), namespace, message)
    return sshsig.armored(key(name, device), namespace, signature).encode()


def test_a_rendering_made_anew_is_not_told_and_the_words_say_so() -> None:
    files = {**kept("two"), PAGE: b"<p>Something else</p>"}
    files[SUMS] = sums(files)
    checked = check_files(files)
    assert checked.is_whole
    assert "Nobody has signed summary.html and summary.pdf" in checked.sentences[-1]


def test_another_text() -> None:
    files = {**kept("two"), TEXT: b"# Summary 3\n"}
    assert faults_of(files) == {TEXT: "summary.md is not the text that statement.json speaks of."}


def test_a_statement_that_names_other_bytes() -> None:
    statement = statement_of(PAIR, content=b"Something else\n")
    files = {**kept("two"), STATEMENT: statement.text}
    for name in PAIR:
        files[f"{name.lower()}.sig"] = armored(name, statement.text)
    assert faults_of(files) == {TEXT: "summary.md is not the text that statement.json speaks of."}


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        (b"", "not JSON"),
        (b"[" * 30_000, "nested too deeply"),
        (b'{"peerlog":"agreed text","v":1}', "lacks something"),
        (b'{"peerlog":"answer","v":1}', "something else"),
        (b"\xff\xfe", "not UTF-8"),
        (kept("two")[STATEMENT] + b"\n", "more than one line"),
        (kept("two")[STATEMENT].replace(b'"number":3', b'"number":3.5'), "not whole"),
        (kept("two")[STATEMENT].replace(b'"v":1', b'"v":1,"v":1'), "twice"),
    ],
)
def test_what_is_no_statement(statement: bytes, says: str) -> None:
    found = faults_of({**kept("two"), STATEMENT: statement})
    assert says in found[STATEMENT]
    assert found[STATEMENT].startswith("statement.json cannot be what was signed: ")


def test_one_of_a_later_version_is_no_forgery() -> None:
    files = kept("two")
    files[STATEMENT] = files[STATEMENT].replace(b'"v":1', b'"v":2')
    assert {fault.file for fault in check_files(files).faults} == {STATEMENT}
    files[SUMS] = sums(files)
    with pytest.raises(NewerConsent):
        check_files(files)


def _nobody_else(files: Files) -> None:
    files["ada.sig"] = armored("Ada", files[STATEMENT])


def _other_person(files: Files) -> None:
    files["sam.sig"] = armored("Ada", files[STATEMENT])


def _twice_the_same(files: Files) -> None:
    files["sam.sig"] = files["kim.sig"]


def _other_purpose(files: Files) -> None:
    files["sam.sig"] = armored("Sam", files[STATEMENT], namespace=sshsig.CHANGE)


def _something_else(files: Files) -> None:
    files["sam.sig"] = armored("Sam", files[STATEMENT].replace(b"CPD", b"own"))


def _missing(files: Files) -> None:
    del files["sam.sig"]


def _other_line_ends(files: Files) -> None:
    files["sam.sig"] = files["sam.sig"].replace(b"\n", b"\r\n")


@pytest.mark.parametrize(
    ("forge", "file", "says"),
    [
        (_nobody_else, "ada.sig", "is the signature of nobody whom statement.json names"),
        (_other_person, "sam.sig", "was made with a key that statement.json does not name as one of Sam"),
        (_twice_the_same, "sam.sig", "was made with a key that statement.json does not name as one of Sam"),
        (_other_purpose, "sam.sig", "is not a signature under an agreed text"),
        (_something_else, "sam.sig", "is not a good signature under statement.json"),
        (_missing, "sam.sig", "is missing: without it Sam has not signed"),
        (_other_line_ends, "sam.sig", "is not a signature under an agreed text"),
    ],
)
def test_what_is_no_signature(forge: Callable[[Files], None], file: str, says: str) -> None:
    files = kept("two")
    forge(files)
    assert faults_of(files) == {file: f"{file} {says}."}


def test_a_key_of_their_other_device_is_theirs_too() -> None:
    files = kept("two")
    files["sam.sig"] = armored("Sam", files[STATEMENT], device=1)
    assert faults_of(files) == {ALLOWED: "allowed_signers does not list exactly the keys that signed."}
    files[ALLOWED] = files[ALLOWED].replace(
        sshsig.public_line(key("Sam")).encode(), sshsig.public_line(key("Sam", 1)).encode()
    )
    assert faults_of(files) == {}


@pytest.mark.parametrize(
    "more",
    [
        b"* ssh-ed25519 AAAA\n",
        b"# a remark\n",
        sshsig.allowed_signer_line("kim", [sshsig.CONSENT], key("Ada")).encode(),
    ],
)
def test_allowed_signers_list_these_keys_and_nothing_else(more: bytes) -> None:
    files = kept("two")
    files[ALLOWED] += more
    assert faults_of(files) == {ALLOWED: "allowed_signers does not list exactly the keys that signed."}


@pytest.mark.parametrize("text", ["Sam pays\u202eenola miK", "Sam pays\x1b[2K", "Kim\r\nSam"])
def test_a_text_that_reads_otherwise_than_it_is(text: str) -> None:
    files = copy_of(PAIR, RENDERINGS, text)
    assert "holds characters that cannot be shown" in faults_of(files)[TEXT]


@pytest.mark.parametrize("content", [b"\xff\n", "Zoë\n".encode("utf-16")])
def test_a_text_in_another_encoding(content: bytes) -> None:
    statement = statement_of(PAIR, content=content)
    files = {**kept("two"), STATEMENT: statement.text, TEXT: content}
    for name in PAIR:
        files[f"{name.lower()}.sig"] = armored(name, statement.text)
    assert faults_of(files) == {TEXT: "summary.md is not text in UTF-8."}


def test_nothing_is_written_that_is_not_signed_by_all() -> None:
    statement = statement_of(PAIR)
    papers, content = papers_of(statement), kept("two")[TEXT]
    kim, sam = (each.member for each in statement.members)
    other = statement_of(PAIR, purpose="to be quoted")
    broken = replace(papers[sam], signature=bytes(64))
    stranger = sign_paper(statement, seed("Ada"), key("Ada"))
    for wrong in (
        {kim: papers[kim]},
        {**papers, "x": papers[kim]},
        {**papers, sam: papers_of(other)[sam]},
        {**papers, sam: papers[kim]},
        {**papers, sam: broken},
        {**papers, sam: stranger},
    ):
        with pytest.raises(ValueError, match="signature"):
            signed_copy(statement, content, wrong, RENDERINGS, {}, Maker("Kim", statement.answer_by, {}))
    with pytest.raises(ValueError, match="another text"):
        signed_copy(statement, content_of("x"), papers, RENDERINGS, {}, Maker("Kim", statement.answer_by, {}))
