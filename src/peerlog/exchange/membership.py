"""Who is in a space, read from what is stored in it."""

from __future__ import annotations

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from ..crypto import sshsig
from ..crypto.key_ids import device_id
from ..crypto.recipients import is_usable
from ..history.encoding import unb64
from ..history.roster import Device, Roster
from ..history.roster_fold import roster_of
from ..history.statement import Leave, read_statement
from ..vault.space import Space
from ..vault.statements import Signed, all_statements

_SET_APART = "set-apart"

_known: WeakKeyDictionary[Space, tuple[object, Roster]] = WeakKeyDictionary()


def roster_in(space: Space, more: Iterable[Signed] = ()) -> Roster:
    """The roster of a shared space, with these statements besides those that it holds.

    Raises KeyError for a space that nobody has founded. Verifying takes a millisecond or two, so what was worked out
    last is kept for as long as no statement comes and this device's keys stay the same.
    """
    added = list(more)
    founding = space.value("founding")
    newest = space.rows("SELECT number, id FROM statement ORDER BY number DESC LIMIT 1")
    state = (founding, space.device_key, newest)
    if not added and (known := _known.get(space)) and known[0] == state:
        return known[1]
    own = device_id(space.device_key)
    roster, _ = roster_of([*all_statements(space), *added], unb64(founding, 32), fits, own, usable=is_usable)
    if roster is None:
        raise KeyError("founding")
    if not added:
        _known[space] = (state, roster)
    return roster


def set_apart(space: Space) -> frozenset[str]:
    """The members to whom nothing leaves from here whatever the roster says: their words were not the same."""
    return frozenset(space.value(_SET_APART, "").split())


def keep_set_apart(space: Space, members: Iterable[str]) -> None:
    space.set_value(_SET_APART, " ".join(sorted(members)))


def readers(space: Space, roster: Roster) -> tuple[Device, ...]:
    """The devices that an update of ours is encrypted to: those of the roster, without whoever was set apart here."""
    apart = set_apart(space)
    return tuple(each for each in roster.recipients() if roster.member_of(each.id) not in apart)


def departures(space: Space, roster: Roster) -> dict[str, str]:
    """When members say that they have left, as UTC stamps; whether it counts the roster says."""
    said: dict[str, str] = {}
    for text, _ in all_statements(space):
        statement = read_statement(text)
        if isinstance(statement.does, Leave) and roster.member_of(statement.device) == statement.does.member:
            said.setdefault(statement.does.member, statement.at)
    return said


def fits(key: bytes, text: bytes, signature: bytes) -> bool:
    """Whether a statement's signature is good."""
    return sshsig.verify(key, sshsig.ROSTER, text, signature)
