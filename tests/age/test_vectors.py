"""The vectors of C2SP/CCTV: the verdict that each asks for, and nothing released with any other than success."""

from __future__ import annotations

import io

import pytest
from tests.age.sinks import digest_of, no_sink
from tests.age.vectors import FOLDER, VERDICTS, Vector, vectors

from peerlog import age

ALL = list(vectors())
LIMIT = 32 * 1024 * 1024

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the age vectors are not beside the checkout")
each_vector = pytest.mark.parametrize("vector", ALL, ids=lambda vector: vector.name)


def test_all_are_there() -> None:
    assert len(ALL) == 143
    assert {vector.verdict for vector in ALL} == set(VERDICTS.values())


@each_vector
def test_verdict(vector: Vector) -> None:
    if vector.verdict is None:
        digest = digest_of(vector.file, vector.identities, armored=vector.armored, limit=LIMIT)
        assert digest == vector.payload_sha256
        return
    with pytest.raises(age.AgeError) as caught:
        age.open_to(vector.file, vector.identities, no_sink, armored=vector.armored, limit=LIMIT)
    assert caught.type is vector.verdict


@each_vector
def test_armor_is_found_out(vector: Vector) -> None:
    if vector.verdict is None:
        assert digest_of(vector.file, vector.identities, limit=LIMIT) == vector.payload_sha256
    else:
        with pytest.raises(age.AgeError):
            age.open_to(vector.file, vector.identities, no_sink, limit=LIMIT)


@pytest.mark.parametrize("vector", [vector for vector in ALL if vector.verdict is None], ids=lambda vector: vector.name)
def test_file_key(vector: Vector) -> None:
    header = age.read_header(io.BytesIO(vector.file))
    unwrapped = [identity.unwrap(stanza) for identity in vector.identities for stanza in header.stanzas]
    assert {file_key for file_key in unwrapped if file_key is not None} == {vector.file_key}


@pytest.mark.skipif(not (FOLDER / "hybrid_and_x25519").exists(), reason="that vector is not there")
def test_mixed_recipients_can_be_refused_by_the_caller() -> None:
    mixed = next(vector for vector in ALL if vector.name == "hybrid_and_x25519")
    assert age.recipient_kinds(age.read_header(mixed.file)) == {"X25519", "mlkem768x25519"}
    with pytest.raises(age.RecipientError):
        age.open_to(mixed.file, mixed.identities, no_sink, kinds={"mlkem768x25519"})
