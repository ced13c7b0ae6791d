"""Updates as a liar among the members would write them, or somebody who knows their keys."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.exchange.crew import contents
from tests.exchange.meeting import Peer

from peerlog.age import HybridRecipient, encrypt
from peerlog.crypto import sshsig
from peerlog.domain.entry import entry_id
from peerlog.errors import PeerlogError
from peerlog.exchange.bundle import Opened, open_bundle
from peerlog.exchange.keys import DeviceKeys, device_in_use
from peerlog.exchange.padding import padded_length
from peerlog.history.change import Change
from peerlog.history.compose import Composed, compose
from peerlog.history.encoding import b64
from peerlog.history.statement import Does, write_statement
from peerlog.journal.updates.exchanging import Arrived, arrived_files

NONCE = b"n" * 16


def opened(file: bytes, *readers: Peer) -> Opened:
    """An update as one of these readers has it."""
    found = open_bundle(file, [device_in_use(each.space).identity for each in readers])
    assert found is not None
    return found


def locked(readers: Iterable[Peer | DeviceKeys], plain: bytes) -> bytes:
    """Plaintext in an age file for these readers."""
    keys = [each if isinstance(each, DeviceKeys) else device_in_use(each.space) for each in readers]
    return b"".join(encrypt([HybridRecipient(each.recipient) for each in keys], [plain]))


def padded(plain: bytes) -> bytes:
    return plain + b" " * (padded_length(len(plain)) - len(plain))


def dumped(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def forged(
    sender: Peer,
    reader: Peer,
    said: dict[str, Any] | None = None,
    body: bytes | None = None,
    *,
    keys: DeviceKeys | None = None,
    spoil: Callable[[bytes], bytes] = lambda text: text,
) -> bytes:
    """An update of the sender's with other claims in its manifest (None takes one out) and another body, well signed.

    Number of changes and hash follow from the body unless `said` gives them; `spoil` changes the manifest's text
    behind the signature.
    """
    keys = keys or device_in_use(sender.space)
    true = opened(sender.send(again=True)[0], sender, reader)
    body = true.body if body is None else body
    manifest = json.loads(true.text)
    manifest |= {"changes": body.count(b"\n") // 2, "body": b64(sha256(body).digest())}
    manifest = {name: value for name, value in (manifest | (said or {})).items() if value is not None}
    text = dumped(manifest)
    signature = sshsig.sign(keys.seed, sshsig.BUNDLE, text)
    return locked([reader], padded(spoil(text) + b"\n" + dumped({"signature": b64(signature)}) + b"\n" + body))


def composed(peer: Peer, *, keys: DeviceKeys | None = None, seq: int = 500, **more: Any) -> Composed:
    """A change as the peer could write it: a new note, unless told otherwise."""
    keys = keys or device_in_use(peer.space)
    about: dict[str, Any] = {
        "space": peer.space.id,
        "device": keys.id,
        "seq": seq - 1,
        "prev": bytes(32) if seq > 1 else None,
        "entry": entry_id(peer.space.id, keys.key, NONCE),
        "kind": "note",
        "at": "2026-11-21T09:00:00Z",
        "sets": {"when": (["2026-11-21T09:00:00+00:00", None], ()), "text": ("Said by a liar.", ())},
        "nonce": NONCE,
        "element_key": b"k" * 16,
    }
    return compose(**(about | more))[0]


def lines(
    found: Composed,
    seed: bytes,
    *,
    text: bytes | None = None,
    values: dict[str, tuple[bytes, str]] | None = None,
    signed: bytes | None = None,
) -> bytes:
    """The two lines of a change in an update; `text` in the place of what was `signed`."""
    change: Change = found.change
    kept = found.values if values is None else values
    signature = sshsig.sign(seed, sshsig.CHANGE, change.text if signed is None else signed)
    beside = {"signature": b64(signature), "values": {name: [b64(salt), value] for name, (salt, value) in kept.items()}}
    return (change.text if text is None else text) + b"\n" + dumped(beside) + b"\n"


def stated(peer: Peer, does: Does, seed: bytes | None = None) -> list[str]:
    """A statement as it stands in a manifest, signed by the peer's device or with another seed."""
    keys = device_in_use(peer.space)
    text = write_statement(peer.space.id, keys.id, "2026-11-21T09:00:00Z", does)
    return [text.decode(), b64(sshsig.sign(seed or keys.seed, sshsig.ROSTER, text))]


def arrives(peer: Peer, file: bytes, folder: Path) -> Arrived:
    path = folder / f"from-a-liar-{sha256(file).hexdigest()[:8]}.peerlog"
    path.write_bytes(file)
    (arrived,) = arrived_files(peer.journal, [path])
    return arrived


def refused(peer: Peer, file: bytes, folder: Path) -> PeerlogError:
    """Why an update is refused; nothing of it may have stayed but what shows the wrong."""
    before = contents(peer, {"evidence"})
    arrived = arrives(peer, file, folder)
    assert arrived.problem is not None, f"{arrived.taken} was taken in"
    assert contents(peer, {"evidence"}) == before
    return arrived.problem
