"""What an update has to stand up to before anything of it counts: who made it, for whom, and whose each edit is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from ..crypto import sshsig
from ..errors import NewerFormat, Refused
from ..history.change import BadChange, Change, NewerChange, read_change
from ..history.roster import Roster
from ..history.value import matches
from .bundle import Carried, Opened

NOTHING_CHANGED = "Nothing was changed."

_FEW = 64
"""Signatures that are checked at once, for threads would cost more than they save."""


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
        raise Refused(f"This update from {name} belongs to other people you share with.", NOTHING_CHANGED)
    if not set(mine) & set(manifest.to):
        raise Refused(f"This update from {name} was made for somebody else and handed on.", NOTHING_CHANGED)
    if not opened.body_fits:
        raise Refused(f"This update from {name} is not what {name} signed.", NOTHING_CHANGED)
    return member


def read_edits(carried: Sequence[Carried], space: str, roster: Roster) -> tuple[list[Edit], list[str]]:
    """The changes of an update by devices that are known, with fitting values; and why others were left out.

    Raises `Refused` or `NewerFormat`. Their signatures are yet to be checked, see `checking`.
    """
    known: list[Edit] = []
    left_out: set[str] = set()
    for each in carried:
        change = _read(each)
        if change.space != space:
            raise Refused("This update holds edits from other people you share with.", NOTHING_CHANGED)
        key = roster.key_of(change.device)
        if key is None:
            left_out.add("An edit by a device that nobody here has introduced was left out.")
            continue
        for register, kept in each.values.items():
            sets = change.sets.get(register)
            if sets is None or not matches(sets.digest, kept):
                raise Refused("This update holds words that are not those which were signed.", NOTHING_CHANGED)
        known.append(Edit(change, each, key))
    return known, sorted(left_out)


def _read(carried: Carried) -> Change:
    try:
        return read_change(carried.text)
    except NewerChange as error:
        raise NewerFormat(
            "This update holds an edit made by a newer peerlog.", "Install a newer peerlog, then take it in again."
        ) from error
    except BadChange as error:
        raise Refused("This update holds an edit that cannot be read.", NOTHING_CHANGED) from error


@contextmanager
def checking(edits: Sequence[Edit]) -> Iterator[Callable[[], None]]:
    """Begin to check the signatures of many edits while others work; calling what it gives raises `Refused`.

    It has to be called before anything counts. Ed25519 runs outside the interpreter's lock, as SQLite does.
    """
    signed = [(each.key, sshsig.CHANGE, each.carried.text, each.carried.signature) for each in edits]
    if len(signed) <= _FEW:
        good = sshsig.verify_all(signed)
        yield lambda: _require(good)
        return
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(sshsig.verify_all, signed)
        yield lambda: _require(found.result())


def _require(good: Sequence[bool]) -> None:
    if not all(good):
        raise Refused("This update holds an edit that was not signed by the one whose name it bears.", NOTHING_CHANGED)


def _is_here(roster: Roster, member: str) -> bool:
    found = roster.member(member)
    return found is not None and found.here
