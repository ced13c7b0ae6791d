"""Who is in a space, read from what is stored in it."""

from __future__ import annotations

from collections.abc import Iterable

from ..crypto import sshsig
from ..crypto.key_ids import device_id
from ..history.encoding import unb64
from ..history.roster import Roster
from ..history.roster_fold import roster_of
from ..vault.space import Space
from ..vault.statements import Signed, all_statements


def roster_in(space: Space, more: Iterable[Signed] = ()) -> Roster:
    """The roster of a shared space, with these statements besides those that it holds.

    Raises KeyError for a space that nobody has founded.
    """
    own = device_id(space.device_key)
    roster, _ = roster_of([*all_statements(space), *more], unb64(space.value("founding"), 32), _fits, own)
    if roster is None:
        raise KeyError("founding")
    return roster


def _fits(key: bytes, text: bytes, signature: bytes) -> bool:
    return sshsig.verify(key, sshsig.ROSTER, text, signature)
