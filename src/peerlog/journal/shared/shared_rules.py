"""What may be written where others read it, and what of it stays at home."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...domain.entry import Entry
from ...domain.field import Fields, Value
from ...domain.kinds import COUNTERSIGNATURE, NOTE, PULSE
from ...errors import Refused
from ...history.ownership import LASTING, NEVER
from ...vault.entries import Entries as Stored
from ...vault.space import Space


def is_for_nobody_else(kind: str, fields: Mapping[str, Any]) -> bool:
    """Whether it can never be shared: give and take, what is for one's own record, a note that lets off steam."""
    return kind in NEVER or (kind == NOTE.name and bool(fields.get("vent")))


def require_shareable(kind: str, fields: Mapping[str, Any]) -> None:
    """Raise `Refused` for what can never be shared."""
    if is_for_nobody_else(kind, fields):
        what = {
            PULSE.name: "Give and take is",
            NOTE.name: "What lets off steam is",
            COUNTERSIGNATURE.name: "What somebody outside signed is",
        }
        raise Refused(
            f"{what.get(kind, 'Your CPD record is')} for you alone, so nobody else gets to see it.", "Keep it private."
        )


def require_same_kind(before: Entry, kind: str) -> None:
    """Raise `Refused` when what others read already would become something else."""
    if kind != before.kind:
        raise Refused(
            f"Others read this as a {before.kind}, so a {before.kind} it stays.",
            "Begin something new instead, and link to this.",
        )


def require_not_signed(entry: Entry) -> None:
    """Raise `Refused` for what stays as it was signed."""
    if entry.kind in LASTING:
        raise Refused("What has been signed stays as it is.", "A text that was agreed can be withdrawn.")


def is_put_away(space: Space) -> bool:
    """Whether a shared space was put away: it is read and takes no new words."""
    return bool(space.value("archived", ""))


def require_taking_words(space: Space) -> None:
    """Raise `Refused` for a space that was put away."""
    if is_put_away(space):
        name = space.value("label", "")
        what = f"What you share with {name} has" if name else "This has"
        raise Refused(f"{what} been put away, so nothing in it changes any more.", "Write it privately instead.")


def within(stored: Stored, fields: dict[str, Value], before: Fields) -> dict[str, Value]:
    """The fields without what points out of the space: an id is no word, but which entries belong together is private.

    What pointed there `before` stays, for it may lead to something of somebody else's that has not come yet.
    """
    kept = dict(fields)
    parent, links = fields.get("parent"), fields.get("links")
    if isinstance(parent, str) and parent != before.get("parent") and stored.find(parent) is None:
        del kept["parent"]
    if isinstance(links, tuple):
        known = before.get("links")
        old = known if isinstance(known, tuple) else ()
        here = tuple(link for link in links if link in old or stored.find(link))
        if here:
            kept["links"] = here
        else:
            del kept["links"]
    return kept
