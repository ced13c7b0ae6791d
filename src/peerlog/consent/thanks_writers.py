"""Who wrote the thanks that somebody has signed for."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.entry import entry_id
from ..domain.kinds import THANKS
from ..history.roster import Roster
from ..vault.changes import Changes
from ..vault.space import Space


def writers_of(space: Space, roster: Roster, documents: Iterable[str]) -> dict[str, str]:
    """By the id of an entry the member who wrote it, where it is thanks and it is known here who did.

    An id is made from the key of the device that the entry was begun on, so nobody else can claim it; and changes stay
    when an entry is erased.
    """
    changes = Changes(space)
    found: dict[str, str] = {}
    for document in documents:
        nonces = {each.nonce for each in changes.of_entry(document) if each.nonce and each.kind == THANKS.name}
        row = space.row("SELECT nonce FROM entry WHERE id = ? AND kind = ?", (bytes.fromhex(document), THANKS.name))
        for nonce in nonces | ({bytes(row[0])} if row else set()):
            for member, claimed in roster.claimed.items():
                if any(entry_id(space.id, key, nonce) == document for key in claimed.keys):
                    found[document] = member
    return found
