"""Signatures: ours fit, nothing else does, and the program that everybody has agrees."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.crypto.ed25519_vectors import Vector, vectors
from tests.programs import program

from peerlog.crypto import sshsig
from peerlog.crypto.device_keys import public_key
from peerlog.crypto.sshsig import UnfitKey, armored, key_of_blob, read_armored, sign, verify, verify_all

SEED = bytes(range(32))
KEY = public_key(SEED)
NAMESPACE = sshsig.CHANGE
GOLDEN = Path(__file__).parent / "golden"
ALL = vectors()


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=300))
def test_round_trip(seed: bytes, message: bytes) -> None:
    signature = sign(seed, NAMESPACE, message)
    assert len(signature) == 64
    assert verify(public_key(seed), NAMESPACE, message, signature)
    assert not verify(public_key(seed), sshsig.BUNDLE, message, signature)
    assert not verify(public_key(seed), NAMESPACE, message + b"\n", signature)
    assert not verify(KEY, NAMESPACE, message, signature) or seed == SEED


def test_no_bit_of_anything_can_change() -> None:
    message = b"I will listen first"
    signature = sign(SEED, NAMESPACE, message)
    for place in range(64 * 8):
        assert not verify(KEY, NAMESPACE, message, flipped(signature, place))
    for place in range(32 * 8):
        assert not verify(flipped(KEY, place), NAMESPACE, message, signature)
    for place in range(len(message) * 8):
        assert not verify(KEY, NAMESPACE, flipped(message, place), signature)


def flipped(data: bytes, place: int) -> bytes:
    changed = bytearray(data)
    changed[place // 8] ^= 1 << place % 8
    return bytes(changed)


@given(st.binary(max_size=70), st.binary(max_size=70))
def test_nothing_is_raised_for_any_bytes(key: bytes, signature: bytes) -> None:
    assert not verify(key, NAMESPACE, b"text", signature)


@pytest.mark.skipif(not ALL, reason="the Ed25519 vectors are not beside the checkout")
def test_the_vectors_get_our_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    """A signature fits if it is what RFC 8032's equation without the cofactor gives for a key that is taken.

    The vectors sign their messages as they are, without OpenSSH's frame.
    """
    monkeypatch.setattr(sshsig, "_signed_bytes", lambda namespace, message: message)
    assert len(ALL) == 914
    wrong = [vector.number for vector in ALL if verdict(vector) != expected(vector)]
    assert wrong == []
    assert sum(map(expected, ALL)) > 30


def verdict(vector: Vector) -> bool:
    return verify(vector.key, NAMESPACE, vector.message, vector.signature)


def expected(vector: Vector) -> bool:
    refused = {"low_order_A", "non_canonical_A", "low_order_residue", "non_canonical_R", "reencoded_k"}
    return not vector.flags & refused


def test_many_at_once_are_judged_one_by_one() -> None:
    good = [(KEY, NAMESPACE, b"%d" % number, sign(SEED, NAMESPACE, b"%d" % number)) for number in range(200)]
    bad = [(key, namespace, message + b"!", signature) for key, namespace, message, signature in good]
    mixed = [item for pair in zip(good, bad, strict=True) for item in pair]
    assert verify_all(mixed) == [True, False] * 200
    assert verify_all(mixed[:3]) == [True, False, True]
    assert verify_all(mixed, threads=1) == verify_all(mixed, threads=7)
    assert verify_all([]) == []


@pytest.mark.parametrize("low", [bytes(32), b"\x01" + bytes(31)])
def test_a_key_of_low_order_is_no_signer(low: bytes) -> None:
    with pytest.raises(UnfitKey):
        armored(low, NAMESPACE, bytes(64))
    with pytest.raises(UnfitKey):
        sshsig.public_line(low)


def test_lines_hold_no_more_than_a_line() -> None:
    line = sshsig.public_line(KEY, "Sam\nssh-ed25519 AAAA\x1b[31m")
    assert "\n" not in line
    assert "\x1b" not in line
    with pytest.raises(ValueError, match="letters, digits"):
        sshsig.allowed_signer_line("sam namespaces", [NAMESPACE], KEY)
    with pytest.raises(ValueError, match="64 bytes"):
        armored(KEY, NAMESPACE, bytes(63))


def test_golden() -> None:
    message = (GOLDEN / "signed.txt").read_bytes()
    assert armored(KEY, NAMESPACE, sign(SEED, NAMESPACE, message)) == (GOLDEN / "signed.txt.sig").read_text()
    assert sshsig.allowed_signer_line("kim", [NAMESPACE], KEY, "Kim") + "\n" == (GOLDEN / "signers").read_text()


def checked(folder: Path, signature: str, namespace: str, message: bytes) -> subprocess.CompletedProcess[bytes]:
    (folder / "signers").write_text(sshsig.allowed_signer_line("kim", [NAMESPACE, sshsig.BUNDLE], KEY) + "\n")
    (folder / "text.sig").write_text(signature)
    arguments = ["-Y", "verify", "-f", "signers", "-I", "kim", "-n", namespace, "-s", "text.sig"]
    return subprocess.run([program("ssh-keygen"), *arguments], input=message, cwd=folder, capture_output=True)


def test_ssh_keygen_accepts_ours(tmp_path: Path) -> None:
    message = "I will listen first, ü".encode()
    signature = armored(KEY, NAMESPACE, sign(SEED, NAMESPACE, message))
    done = checked(tmp_path, signature, NAMESPACE, message)
    assert (done.returncode, b'Good "change@peerlog.v1" signature for kim' in done.stdout) == (0, True), done.stderr
    assert checked(tmp_path, signature, sshsig.BUNDLE, message).returncode != 0
    assert checked(tmp_path, signature, NAMESPACE, message + b"\n").returncode != 0
    unsigned = armored(KEY, sshsig.BUNDLE, sign(SEED, NAMESPACE, message))
    assert checked(tmp_path, unsigned, sshsig.BUNDLE, message).returncode != 0
    elsewhere = armored(KEY, sshsig.CONSENT, sign(SEED, sshsig.CONSENT, message))
    assert checked(tmp_path, elsewhere, sshsig.CONSENT, message).returncode != 0


def test_ssh_keygen_writes_the_same_signature(tmp_path: Path) -> None:
    """Ed25519 is deterministic, so the same key, namespace and message give the same file."""
    made = subprocess.run(
        [program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", "key"], cwd=tmp_path, check=False
    )
    assert made.returncode == 0
    (tmp_path / "text").write_bytes(b"same")
    subprocess.run(
        [program("ssh-keygen"), "-q", "-Y", "sign", "-n", NAMESPACE, "-f", "key", "text"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_ssh_private_key

    private = load_ssh_private_key((tmp_path / "key").read_bytes(), None)
    assert isinstance(private, Ed25519PrivateKey)
    seed = private.private_bytes_raw()
    ours = armored(public_key(seed), NAMESPACE, sign(seed, NAMESPACE, b"same"))
    assert ours == (tmp_path / "text.sig").read_text()
    assert sshsig.public_line(public_key(seed)) == (tmp_path / "key.pub").read_text().strip()


def test_an_armored_signature_is_read_back_and_nothing_else_is() -> None:
    signature = sign(SEED, sshsig.CONSENT, b"text")
    text = armored(KEY, sshsig.CONSENT, signature)
    assert read_armored(text, sshsig.CONSENT) == (KEY, signature)
    odd = [
        "",
        text[:-1],
        text + "\n",
        text.replace("\n", "\r\n"),
        text.replace("SSH SIGNATURE", "PGP SIGNATURE"),
        "\n".join(text.split("\n")[:2]),
        text.replace("\n", "", 2),
        "\n" * 100_000,
        "ü" + text,
        armored(KEY, sshsig.CHANGE, signature),
        armored(KEY, sshsig.CONSENT, signature).lower(),
    ]
    for each in odd:
        with pytest.raises(ValueError):  # noqa: PT011 - whatever base64 or the format say of it
            read_armored(each, sshsig.CONSENT)


def test_a_key_in_a_line_of_openssh_is_read_back() -> None:
    assert key_of_blob(sshsig.public_line(KEY).split()[1]) == KEY
    for wrong in ("", "AAAA", "AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ü"):
        with pytest.raises(ValueError):  # noqa: PT011 - whatever base64 or the format say of it
            key_of_blob(wrong)


def test_the_fingerprint_is_what_ssh_keygen_says(tmp_path: Path) -> None:
    line = tmp_path / "key.pub"
    line.write_text(sshsig.public_line(KEY, "Kim") + "\n", encoding="utf-8")
    said = subprocess.run([program("ssh-keygen"), "-lf", str(line)], capture_output=True, text=True, check=True).stdout
    assert sshsig.fingerprint(KEY) in said.split()
