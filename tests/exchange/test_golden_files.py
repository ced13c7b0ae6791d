"""The three golden files are read as ever, and by nothing but their description in docs/format.md."""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from tests.exchange.three_files import CARD, own_keys
from tests.programs import program

from peerlog import age
from peerlog.crypto import sshsig
from peerlog.crypto.recovery import word_list
from peerlog.exchange.handshake.inviting import Inviting
from peerlog.exchange.handshake.joining import Joining

GOLDEN = Path(__file__).parent / "golden"
INVITATION, ANSWER, ACCEPTANCE = (
    (GOLDEN / f"{name}.peerlog").read_bytes() for name in ("invitation", "answer", "acceptance")
)
WORDS = tuple((GOLDEN / "words.txt").read_text().split())


def test_both_sides_read_them() -> None:
    inviting = Inviting.from_json((GOLDEN / "inviting.json").read_text())
    assert inviting.file == INVITATION
    inviting = inviting.take_answer(ANSWER, own_keys("Kim").identity)
    joining = Joining.from_json((GOLDEN / "joining.json").read_text()).take_acceptance(ACCEPTANCE)
    assert inviting.words == joining.words == WORDS
    assert inviting.answer is not None
    assert inviting.answer.card == CARD
    assert joining.acceptance is not None
    assert list(joining.acceptance.spaces[0].roster.names.values()) == ["Kim", "Sam"]


def unb64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def sized(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


def verified(text: bytes, signature: str, key: str, namespace: str) -> dict[str, Any]:
    parts = (namespace.encode(), b"", b"sha512", hashlib.sha512(text).digest())
    public = Ed25519PublicKey.from_public_bytes(unb64(key))
    public.verify(unb64(signature), b"SSHSIG" + b"".join(map(sized, parts)))
    said: dict[str, Any] = json.loads(text)
    return said


def read(file: bytes, key: str | None = None) -> tuple[bytes, dict[str, Any]]:
    text, line, end = file.split(b"\n")
    assert end == b""
    signer = key or json.loads(text)["by"]["key"]
    return text, verified(text, json.loads(line)["signature"], signer, "meeting@peerlog.v1")


def opened(file: bytes, seed: bytes) -> bytes:
    return age.decrypt([age.HybridIdentity(seed)], file, kinds={"mlkem768x25519"})


def test_the_description_is_enough() -> None:
    kept = json.loads((GOLDEN / "joining.json").read_text())
    invitation_text, invitation = read(INVITATION)
    answer_text, answer = read(opened(ANSWER, own_keys("Kim").identity))
    _, acceptance = read(opened(ACCEPTANCE, unb64(kept["keys"][0][1])), invitation["by"]["key"])
    assert unb64(answer["invitation"]) == hashlib.sha256(invitation_text).digest()
    assert unb64(acceptance["answer"]) == hashlib.sha256(answer_text).digest()
    nonce = unb64(acceptance["nonce"])
    assert unb64(invitation["commitment"]) == hashlib.sha256(b"peerlog/words/v1" + nonce).digest()
    whole = b"peerlog/words/v1" + sized(invitation_text) + sized(answer_text) + sized(nonce)
    bits = "".join(f"{byte:08b}" for byte in hashlib.sha256(whole).digest())
    assert tuple(word_list()[int(bits[start : start + 11], 2)] for start in (0, 11, 22, 33)) == WORDS

    first, second = acceptance["roster"]
    founded = verified(first[0].encode(), first[1], invitation["by"]["key"], "roster@peerlog.v1")
    seated = verified(second[0].encode(), second[1], founded["member"]["key"], "roster@peerlog.v1")
    assert unb64(invitation["founding"]) == hashlib.sha256(first[0].encode()).digest()
    keys = seated["member"]
    member = hashlib.sha256(b"peerlog/member/v1" + unb64(keys["key"])).digest()[:16]
    recipient = hashlib.sha256(unb64(keys["recipient"])).digest()
    named = [base64.urlsafe_b64encode(raw).decode().rstrip("=") for raw in (member, unb64(keys["key"]), recipient)]
    proof = " ".join(["peerlog/joins/v1", seated["space"], *named]).encode()
    parts = (b"roster@peerlog.v1", b"", b"sha512", hashlib.sha512(proof).digest())
    public = Ed25519PublicKey.from_public_bytes(unb64(keys["key"]))
    public.verify(unb64(seated["proof"]), b"SSHSIG" + b"".join(map(sized, parts)))
    assert keys == answer["by"]


def test_ssh_keygen_checks_a_statement(tmp_path: Path) -> None:
    inviting = Inviting.from_json((GOLDEN / "inviting.json").read_text())
    joining = Joining.from_json((GOLDEN / "joining.json").read_text()).take_acceptance(ACCEPTANCE)
    assert joining.acceptance is not None
    key = inviting.invitation.by.keys.key
    (tmp_path / "signers").write_text(sshsig.allowed_signer_line("kim", [sshsig.ROSTER], key) + "\n")
    for text, signature in joining.acceptance.spaces[0].statements:
        (tmp_path / "sig").write_text(sshsig.armored(key, sshsig.ROSTER, signature))
        arguments = ["-Y", "verify", "-f", "signers", "-I", "kim", "-n", sshsig.ROSTER, "-s", "sig"]
        subprocess.run([program("ssh-keygen"), *arguments], input=text, cwd=tmp_path, check=True, capture_output=True)
