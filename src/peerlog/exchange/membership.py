"""Who is in a space, read from what is stored in it."""

from __future__ import annotations

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from ..crypto import sshsig
from ..crypto.key_ids import device_id
from ..crypto.recipients import is_usable
from ..history.encoding import unb64
from ..history.roster import Roster
from ..history.roster_fold import roster_of
from ..vault.space import Space
from ..vault.statements import Signed, all_statements

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


def fits(key: bytes, text: bytes, signature: bytes) -> bool:
    """Whether a statement's signature is good."""
    return sshsig.verify(key, sshsig.ROSTER, text, signature)
