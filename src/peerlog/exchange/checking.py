"""What an update has to stand up to before anything of it counts: who made it, for whom, and whose each edit is."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from ..crypto import sshsig
from ..errors import NewerFormat, Refused
from ..history.change import BadChange, Change, NewerChange, read_change
from ..history.encoding import b64
from ..history.roster import Roster
from ..history.value import matches
from .bundle import Carried, Opened, carried_in

NOTHING_CHANGED = "Nothing was changed."

_FEW = 64
"""Signatures that are checked at once, for threads would cost more than they save."""


class WronglySigned(Refused):
    """A device that is known here signed what is wrong; `shown_by` is the text that shows it to others too."""

    def __init__(self, message: str, device: str, shown_by: str) -> None:
        super().__init__(message, NOTHING_CHANGED + " What shows it is kept.")
        self.device = device
        self.shown_by = shown_by


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of an update, and by whose key it has to be signed (32 bytes)."""

    change: Change
    carried: Carried
    key: bytes


def require_sender(opened: Opened, space: str, mine: Collection[str], before: Roster, after: Roster) -> str:
    """The member who made the update; raises `Refused` unless it is what it says, from whom it says, for us.

    `mine` are the ids of this device, earlier ones among them; `after` is the roster with what the update says of it.
    """
    manifest = opened.manifest
    key = after.key_of(manifest.device)
    member = after.member_of(manifest.device)
    if key is None or member is None:
        raise Refused("This update comes from a device that nobody here has introduced.", NOTHING_CHANGED)
    name = after.names[member]
    if not sshsig.verify(key, sshsig.BUNDLE, opened.text, opened.signature):
        raise Refused(f"This update says that it is from {name}, but {name} did not sign it.", NOTHING_CHANGED)
    if not any(_is_here(each, member) for each in (before, after)):
        raise Refused(f"This update is from {name}, who is no longer among you here.", NOTHING_CHANGED)
    if manifest.space != space:
        raise wrong(opened, f"This update from {name} belongs to other people you share with.")
    if not set(mine) & set(manifest.to):
        raise Refused(f"This update from {name} was made for somebody else and handed on.", NOTHING_CHANGED)
    if not opened.body_fits:
        # No evidence against the sender: whoever has their manifest can put another body behind it.
        raise Refused(f"This update from {name} is not what {name} signed.", NOTHING_CHANGED)
    return member


def wrong(opened: Opened, message: str, edit: bytes = b"") -> WronglySigned:
    """What the sender has signed, or somebody between has made of it, is wrong: with the proof of it."""
    shown = {"manifest": opened.text.decode(), "signature": b64(opened.signature), "says": message}
    if edit:
        shown["edit"] = edit.decode("utf-8", "backslashreplace")
    return WronglySigned(message, opened.manifest.device, json.dumps(shown, ensure_ascii=False))


def read_edits(opened: Opened, space: str, roster: Roster) -> tuple[list[Edit], list[str]]:
    """The changes of an update by devices that are known, with fitting values; and why others were left out.

    Raises `Refused` or `NewerFormat`. Their signatures are yet to be checked, see `checking`.
    """
    known: list[Edit] = []
    left_out: set[str] = set()
    for each in _carried(opened):
        change = _read(opened, each.text)
        if change.space != space:
            raise wrong(opened, "This update holds edits from other people you share with.", each.text)
        key = roster.key_of(change.device)
        if key is None:
            left_out.add("An edit by a device that nobody here has introduced was left out.")
            continue
        for register, kept in each.values.items():
            sets = change.sets.get(register)
            if sets is None or not matches(sets.digest, kept):
                raise wrong(opened, "This update holds words that are not those which were signed.", each.text)
        known.append(Edit(change, each, key))
    return known, sorted(left_out)


def _carried(opened: Opened) -> list[Carried]:
    try:
        return carried_in(opened)
    except Refused as error:
        raise wrong(opened, error.message) from error


def _read(opened: Opened, text: bytes) -> Change:
    try:
        return read_change(text)
    except NewerChange as error:
        raise NewerFormat(
            "This update holds an edit made by a newer peerlog.", "Install a newer peerlog, then take it in again."
        ) from error
    except BadChange as error:
        raise wrong(opened, "This update holds an edit that cannot be read.", text) from error


@contextmanager
def checking(opened: Opened, edits: Sequence[Edit]) -> Iterator[Callable[[], None]]:
    """Begin to check the signatures of many edits while others work; calling what it gives raises `Refused`.

    It has to be called before anything counts. Ed25519 runs outside the interpreter's lock, as SQLite does.
    """
    signed = [(each.key, sshsig.CHANGE, each.carried.text, each.carried.signature) for each in edits]

    def require(good: Sequence[bool]) -> None:
        if not all(good):
            unsigned = edits[good.index(False)].carried.text
            message = "This update holds an edit that was not signed by the one whose name it bears."
            raise wrong(opened, message, unsigned)

    if len(signed) <= _FEW:
        good = sshsig.verify_all(signed)
        yield lambda: require(good)
        return
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(sshsig.verify_all, signed)
        yield lambda: require(found.result())


def _is_here(roster: Roster, member: str) -> bool:
    found = roster.member(member)
    return found is not None and found.here
