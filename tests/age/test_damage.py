"""Every bit flipped, every length cut: nothing is accepted, nothing is released."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.age.sinks import refusal

from peerlog.age import (
    HybridIdentity,
    Identity,
    Recipient,
    ScryptIdentity,
    ScryptRecipient,
    X25519Identity,
    armored,
    encrypt,
)

CLASSIC = X25519Identity(b"c" * 32)
HYBRID = HybridIdentity(b"h" * 32)
PLAINTEXT = b"Ask before advising."


def written(recipient: Recipient) -> bytes:
    return b"".join(encrypt([recipient], [PLAINTEXT]))


FILES: dict[str, tuple[bytes, Identity]] = {
    "classic": (written(CLASSIC.recipient), CLASSIC),
    "hybrid": (written(HYBRID.recipient), HYBRID),
    "passphrase": (written(ScryptRecipient("open sesame", 1)), ScryptIdentity("open sesame", 2)),
    "armored": (b"".join(armored([written(CLASSIC.recipient)])), CLASSIC),
}
each_file = pytest.mark.parametrize(("file", "identity"), FILES.values(), ids=FILES)


@each_file
def test_every_bit_flipped(file: bytes, identity: Identity) -> None:
    accepted = []
    verdicts: Counter[str] = Counter()
    for place in range(8 * len(file)):
        changed = bytearray(file)
        changed[place // 8] ^= 1 << place % 8
        error = refusal(bytes(changed), [identity])
        if error is None:
            accepted.append(place)
        else:
            verdicts[error.__name__] += 1
    assert accepted == []
    assert verdicts.total() == 8 * len(file)


@each_file
def test_every_length_cut(file: bytes, identity: Identity) -> None:
    # The armor of a file may lack its last line end, and is then the same file.
    lengths = range(len(file) - file.startswith(b"-----"))
    assert [length for length in lengths if refusal(file[:length], [identity]) is None] == []


@each_file
def test_every_byte_left_out_or_put_in(file: bytes, identity: Identity) -> None:
    ends = len(file) - file.startswith(b"-----")
    changed = [file[:place] + file[place + 1 :] for place in range(ends)]
    changed += [file[:place] + b"\x00" + file[place:] for place in range(len(file) + 1)]
    assert [number for number, other in enumerate(changed) if refusal(other, [identity]) is None] == []


def test_chunks_exchanged_repeated_or_left_out() -> None:
    file = b"".join(encrypt([CLASSIC.recipient], [bytes(3 * 65536 - 5)]))
    start = len(file) - (3 * 65552 - 5)
    head, first, second, last = file[:start], file[start:][:65552], file[start + 65552 :][:65552], file[-65547:]
    assert head + first + second + last == file
    rearranged = [
        head + second + first + last,
        head + first + first + last,
        head + first + last,
        head + second + last,
        head + last,
        head + first + second,
        head + first + second + second + last,
        head + first + second + last + last,
    ]
    assert [refusal(other, [CLASSIC]).__name__ for other in rearranged] == ["PayloadError"] * 8  # type: ignore[union-attr]


def test_parts_of_two_files() -> None:
    one, other = (written(CLASSIC.recipient) for _ in range(2))
    payload = len(PLAINTEXT) + 32
    assert refusal(one[:-payload] + other[-payload:], [CLASSIC]) is not None
    assert refusal(one[: -payload + 16] + other[-payload + 16 :], [CLASSIC]) is not None
    lines, others = one.split(b"\n", 4), other.split(b"\n", 4)
    assert refusal(b"\n".join([*others[:3], lines[3], lines[4]]), [CLASSIC]) is not None
    assert refusal(b"\n".join([*lines[:1], *others[1:3], *lines[1:]]), [CLASSIC]) is not None
