"""Every byte flipped, every length cut: none of the three files is taken as anything but what was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from tests.exchange.three_files import CARD, Founder

from peerlog.errors import PeerlogError
from peerlog.exchange.handshake.invitation import read_invitation
from peerlog.exchange.handshake.inviting import Inviting
from peerlog.exchange.handshake.joining import Joining, join
from peerlog.exchange.handshake.refusals import (
    ChangedOnTheWay,
    CutShort,
    NewerVersion,
    NotForMe,
    NotThisFile,
    TooLong,
    UnfitKey,
)
from peerlog.exchange.handshake.sealed import seal

KIM = Founder()
INVITING = KIM.invites()
JOINING = join(read_invitation(INVITING.file), "Sam", CARD)
ANSWER = JOINING.answer_file()
ANSWERED = KIM.takes(INVITING, ANSWER)
ACCEPTANCE = KIM.accepts(ANSWERED)

Take = Callable[[bytes], object]
FILES: dict[str, tuple[bytes, Take]] = {
    "invitation": (INVITING.file, read_invitation),
    "answer": (ANSWER, lambda file: KIM.takes(INVITING, file)),
    "acceptance": (ACCEPTANCE, JOINING.take_acceptance),
}
INSIDE: dict[str, tuple[bytes, Take]] = {
    "answer": (
        JOINING.answer.signed.file,
        lambda inside: KIM.takes(INVITING, seal(KIM.keys.public.recipient, inside)),
    ),
    "acceptance": (
        JOINING.take_acceptance(ACCEPTANCE).acceptance.signed.file,  # type: ignore[union-attr]
        lambda inside: JOINING.take_acceptance(seal(JOINING.answer.by.keys.recipient, inside)),
    ),
}


def places(length: int, most: int) -> Iterator[int]:
    """The ends of the file byte by byte, and the rest in steps that meet every column of a line."""
    edge = min(length, most // 3)
    yield from range(edge)
    yield from range(edge, length - edge, max(1, length // (most - 2 * edge) | 1))
    yield from range(max(edge, length - edge), length)


def flipped(file: bytes, place: int) -> bytes:
    return file[:place] + bytes([file[place] ^ 1 << place % 8]) + file[place + 1 :]


def refusal(take: Take, file: bytes) -> type[PeerlogError] | None:
    try:
        take(file)
    except PeerlogError as error:
        return type(error)
    return None


@pytest.mark.parametrize("name", FILES)
def test_no_byte_can_change(name: str) -> None:
    file, take = FILES[name]
    take(file)
    found = {refusal(take, flipped(file, place)) for place in places(len(file), 1200)}
    assert None not in found
    assert ChangedOnTheWay in found
    assert found <= {ChangedOnTheWay, NotThisFile, NotForMe, CutShort, NewerVersion, UnfitKey}


@pytest.mark.parametrize("name", FILES)
def test_no_length_is_enough(name: str) -> None:
    file, take = FILES[name]
    found = {refusal(take, file[:length]) for length in places(len(file), 1200)}
    assert None not in found
    assert found <= {ChangedOnTheWay, NotThisFile, CutShort}
    for more in (b"\n", b" ", b"\x00", file):
        assert refusal(take, file + more) is ChangedOnTheWay


@pytest.mark.parametrize("name", INSIDE)
def test_nothing_inside_can_change_either(name: str) -> None:
    """Whoever knows to whom a file goes can encrypt another, so the signature inside has to hold by itself."""
    inside, take = INSIDE[name]
    take(inside)
    found = {refusal(take, flipped(inside, place)) for place in places(len(inside), 300)}
    found |= {refusal(take, inside[:length]) for length in places(len(inside), 200)}
    assert None not in found
    assert found <= {ChangedOnTheWay, CutShort, NotThisFile, NewerVersion, UnfitKey}


def test_every_bit_of_the_signature_counts() -> None:
    start = INVITING.file.index(b'\n{"signature":"') + len(b'\n{"signature":"')
    for place in range(start, start + 86):
        for bit in range(8):
            changed = INVITING.file[:place] + bytes([INVITING.file[place] ^ 1 << bit]) + INVITING.file[place + 1 :]
            assert refusal(read_invitation, changed) in {ChangedOnTheWay, CutShort}


def test_too_large_is_refused_before_it_is_read() -> None:
    large = bytes(2 * 1024 * 1024)
    for name, (file, take) in FILES.items():
        assert refusal(take, file + large) is TooLong, name


def test_what_is_too_large_inside_is_refused() -> None:
    inside = JOINING.answer.signed.file + b" " * 64 * 1024
    assert refusal(INSIDE["answer"][1], inside) is TooLong


def test_what_is_for_somebody_else_is_refused() -> None:
    other = Founder("Eve")
    with pytest.raises(NotForMe, match="answer cannot be opened"):
        Inviting.take_answer(INVITING, ANSWER, bytes(32))
    stranger = join(other.invites().invitation, "Ada")
    with pytest.raises(NotForMe, match="acceptance cannot be opened"):
        Joining.take_acceptance(stranger, ACCEPTANCE)
