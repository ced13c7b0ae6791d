"""Who is in a space, read from what is stored in it."""

from __future__ import annotations

from collections.abc import Iterable

from ..crypto import sshsig
from ..history.encoding import unb64
from ..history.roster import Roster, roster_of
from ..vault.space import Space
from ..vault.statements import Signed, all_statements


def roster_in(space: Space, more: Iterable[Signed] = ()) -> Roster:
    """The roster of a shared space, with these statements besides those that it holds.

    Raises KeyError for a space that nobody has founded.
    """
    roster, _ = roster_of([*all_statements(space), *more], unb64(space.value("founding"), 32), _fits)
    if roster is None:
        raise KeyError("founding")
    return roster


def _fits(key: bytes, text: bytes, signature: bytes) -> bool:
    return sshsig.verify(key, sshsig.ROSTER, text, signature)
