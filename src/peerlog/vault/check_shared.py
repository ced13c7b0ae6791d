"""A shared space: its signed history, and whether its entries are what that adds up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..crypto import sshsig
from ..crypto.key_ids import device_id
from ..crypto.recipients import is_usable
from ..history.change import BadChange
from ..history.encoding import unb64
from ..history.roster import Roster
from ..history.roster_fold import roster_of
from ..history.view import view_of
from .changes import Changes
from .check_edits import EVERY, check_edits
from .entries import Entries
from .finding import Finding
from .space import Space
from .statements import all_statements

_NOTED = ("touched", "pending", "two_versions")
"""The tables that refer to entries which are here or were forgotten."""


def check_shared(space: Space, label: str, restore_hint: str, step: Callable[[], None]) -> list[Finding]:
    """Verify every signature, and compare every entry that was not edited since; nothing for a space of one's own.

    `step` is called as often as `portions` says.
    """
    if not _has_history(space):
        return []
    roster = _roster(space)
    if roster is None:
        return [Finding("problem", f"{label}: with whom it is shared cannot be told any more.", restore_hint)]
    own = {device_id(bytes(key)) for (key,) in space.rows("SELECT key FROM device WHERE own = 1")}
    many, findings = check_edits(space, label, roster, own, restore_hint, step)
    if lost := sorted(_lost(space)):
        findings.append(Finding("problem", f"{label}: {_named(lost)} noted as edited and not there.", restore_hint))
    differing = [id_ for ids in _entries(space) for id_ in _differing(space, roster, ids, step)]
    if differing:
        findings.append(
            Finding("problem", f"{label}: {_named(differing)} not what the signed edits add up to.", restore_hint)
        )
    if not any(finding.severity == "problem" for finding in findings):
        findings.append(Finding("ok", f"{label}: {many:,} signed edits, each as it was signed."))
    return findings


def portions(space: Space) -> int:
    """How many times `check_shared` calls its `step`."""
    if not _has_history(space):
        return 0
    many, entries = space.rows("SELECT count(*), count(DISTINCT entry) FROM change")[0]
    return int(-(-many // EVERY) + -(-entries // EVERY))


def _has_history(space: Space) -> bool:
    """Whether anything was signed in the space: one that was made for an invitation has nobody in it yet."""
    if space.format < 3 or not space.is_shared:
        return False
    signed = "SELECT EXISTS (SELECT 1 FROM statement) OR EXISTS (SELECT 1 FROM change)"
    return bool(space.rows(signed)[0][0])


def _roster(space: Space) -> Roster | None:
    try:
        founding = unb64(space.value("founding"), 32)
    except (KeyError, ValueError):
        return None
    roster, _ = roster_of(all_statements(space), founding, _fits, device_id(space.device_key), usable=is_usable)
    return roster


def _fits(key: bytes, text: bytes, signature: bytes) -> bool:
    return sshsig.verify(key, sshsig.ROSTER, text, signature)


def _lost(space: Space) -> set[str]:
    """Entries that are noted somewhere and neither here nor forgotten."""
    return {
        bytes(entry).hex()
        for table in _NOTED
        for (entry,) in space.rows(
            f"SELECT entry FROM {table} WHERE entry NOT IN (SELECT id FROM entry)"
            " AND entry NOT IN (SELECT entry FROM forgotten)"
        )
    }


def _entries(space: Space) -> Iterator[list[str]]:
    """The entries that have ever left or come, some at a time."""
    after = b""
    while rows := space.rows(
        "SELECT DISTINCT entry FROM change WHERE entry > ? ORDER BY entry LIMIT ?", (after, EVERY)
    ):
        after = bytes(rows[-1][0])
        yield [bytes(entry).hex() for (entry,) in rows]


def _differing(space: Space, roster: Roster, ids: list[str], step: Callable[[], None]) -> list[str]:
    # Another process may write between two questions: what differs is looked at once more.
    differing = [id_ for id_ in ids if not _is_the_sum(space, roster, id_) and not _is_the_sum(space, roster, id_)]
    step()
    return differing


def _is_the_sum(space: Space, roster: Roster, id_: str) -> bool:
    """Whether an entry is as its changes have it; what was edited since need not be."""
    changes = Changes(space)
    if changes.is_touched(id_):
        return True
    try:
        view = view_of(id_, changes.of_entry(id_), changes.values_of(id_), roster)
    except BadChange:
        return True  # there is nothing to compare with, and the edit that cannot be read has been counted
    row = Entries(space).find(id_)
    if view is None:
        return row is None or row.deleted is not None  # what counts no more lies in the trash
    if view.forgotten:
        return row is None
    if row is None:
        return _was_forgotten(space, id_)  # by somebody who may not have everybody forget it
    return (row.kind, dict(row.fields), bool(row.deleted)) == (view.kind, dict(view.fields), view.deleted)


def _was_forgotten(space: Space, id_: str) -> bool:
    return space.row("SELECT 1 FROM forgotten WHERE entry = ?", (bytes.fromhex(id_),)) is not None


def _named(ids: list[str]) -> str:
    few = ", ".join(id_[:8] for id_ in ids[:3]) + (", …" if len(ids) > 3 else "")
    return f"1 entry ({few}) is" if len(ids) == 1 else f"{len(ids):,} entries ({few}) are"
