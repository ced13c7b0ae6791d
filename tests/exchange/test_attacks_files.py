"""Files that somebody on the way has changed, cut, swapped or made: nothing of them is taken for an update."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.exchange.crew import Trio, contents
from tests.exchange.forging import forged, locked, padded, refused
from tests.exchange.meeting import Peer

from peerlog.age import HybridRecipient, X25519Identity, encrypt
from peerlog.age.scrypt import ScryptRecipient
from peerlog.errors import Damaged, PeerlogError, Refused
from peerlog.exchange.keys import device_in_use
from peerlog.exchange.receiving import open_for
from peerlog.history.limits import BUNDLE_BYTES
from peerlog.journal.updates.exchanging import arrived_files


@pytest.fixture(scope="module")
def update(unchanged: Trio) -> bytes:
    """An update for one device: as small as can be."""
    kim, _, ada = unchanged
    return forged(kim, ada, {"roster": [], "heads": {}}, body=b"")


def taken(peer: Peer, file: bytes) -> bool:
    try:
        return open_for(peer.space, file) is not None
    except (Refused, Damaged):
        return False


def test_every_byte_counts(unchanged: Trio, update: bytes) -> None:
    """One bit of each byte, in turn; `tests/age/test_damage.py` flips every bit of such a file."""
    ada = unchanged[2]
    assert taken(ada, update)
    changed = bytearray(update)
    for place in range(len(update)):
        bit = 1 << place % 8
        changed[place] ^= bit
        assert not taken(ada, bytes(changed)), (place, bit)
        changed[place] ^= bit


def test_every_length_counts(unchanged: Trio, update: bytes) -> None:
    ada = unchanged[2]
    assert not [length for length in range(len(update)) if taken(ada, update[:length])]
    assert not [more for more in (b" ", b"\n", b"\0", update) if taken(ada, update + more)]


def with_classic(kim: Peer, ada: Peer) -> bytes:
    """Refused by the format's own writer, so the stanza is put in by hand, which the header's MAC would forgive."""
    mine = locked([ada], b"x")
    return mine.replace(b"-> mlkem768x25519", b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n-> mlkem768x25519", 1)


FILES: dict[str, tuple[Callable[[Peer, Peer], bytes], str]] = {
    "empty": (lambda kim, ada: b"", "not an update"),
    "something else": (lambda kim, ada: os.urandom(4096), "not an update"),
    "half a header": (lambda kim, ada: forged(kim, ada)[:100], "changed on its way, or is cut short"),
    "cut short": (lambda kim, ada: forged(kim, ada)[:-1], "changed on its way, or is cut short"),
    "a classic recipient alone": (
        lambda kim, ada: b"".join(encrypt([X25519Identity.generate().recipient], [b"x"])),
        "locked in a way that peerlog does not use",
    ),
    "a classic recipient beside": (with_classic, "locked in a way that peerlog does not use"),
    "a passphrase": (
        lambda kim, ada: b"".join(encrypt([ScryptRecipient("walnut", work_factor=2)], [b"x"])),
        "locked in a way that peerlog does not use",
    ),
    "larger than an update may be": (
        lambda kim, ada: locked([ada], bytes(BUNDLE_BYTES + 1)),
        "larger than an update may be",
    ),
    "larger than a file may be": (lambda kim, ada: bytes(BUNDLE_BYTES * 2), "larger than an update can be"),
    "one line": (lambda kim, ada: locked([ada], padded(b"{}")), "holds no update"),
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_update_is_told_so(unchanged: Trio, tmp_path: Path, name: str) -> None:
    kim, _, ada = unchanged
    make, sentence = FILES[name]
    problem = refused(ada, make(kim, ada), tmp_path)
    assert sentence in problem.message
    assert problem.exit_code in (1, 4)


def test_one_of_many_recipients_is_enough_and_too_many_are_too_many(unchanged: Trio, tmp_path: Path) -> None:
    ada = unchanged[2]
    key = HybridRecipient(device_in_use(ada.space).recipient)
    problem = refused(ada, b"".join(encrypt([key] * 200, [b"x"])), tmp_path)
    assert "changed on its way" in problem.message


def test_a_sparse_file_of_ten_gigabytes_a_link_and_a_pipe_are_not_read(unchanged: Trio, tmp_path: Path) -> None:
    ada = unchanged[2]
    sparse, link, pipe = (tmp_path / f"{name}.peerlog" for name in ("sparse", "link", "pipe"))
    with open(sparse, "wb") as file:
        file.truncate(10 * 1000**3)
    link.symlink_to(sparse)
    os.mkfifo(pipe)
    before = contents(ada)
    found = arrived_files(ada.journal, [tmp_path])
    assert len(found) == 3
    assert all(isinstance(each.problem, PeerlogError) for each in found)
    assert "larger than an update can be" in str(next(each.problem for each in found if each.name == sparse.name))
    assert contents(ada) == before
