"""Who is in a space, read from what is stored in it."""

from __future__ import annotations

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from ..crypto import sshsig
from ..crypto.key_ids import device_id
from ..crypto.recipients import is_usable
from ..errors import NewerFormat, Refused
from ..history.encoding import unb64
from ..history.roster import Roster
from ..history.roster_fold import keys_in, roster_of
from ..history.statement import BadStatement, NewerStatement, read_statement
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
    roster, _ = roster_of([*all_statements(space), *added], unb64(founding, 32), _fits, own, usable=is_usable)
    if roster is None:
        raise KeyError("founding")
    if not added:
        _known[space] = (state, roster)
    return roster


def worth_keeping(space: Space, statements: Iterable[Signed]) -> list[Signed]:
    """Those of the statements in an update that are signed by whom they name, as far as is known who that is.

    One that is not would stand in the way of the true one, which has the same text. Raises `Refused`, or
    `NewerFormat`, for what is no statement: nobody passes that on who could read it.
    """
    given = list(statements)
    try:
        read = {text: read_statement(text) for text, _ in [*all_statements(space), *given]}
    except NewerStatement as error:
        raise NewerFormat(
            "This update says who is among you in a way that a newer peerlog understands.",
            "Install a newer peerlog, then take it in again.",
        ) from error
    except BadStatement as error:
        raise Refused(
            "This update says in a way that cannot be read who is among you.", "Nothing was changed."
        ) from error
    keys = keys_in(read.values())
    return [
        (text, signature)
        for text, signature in given
        if read[text].space == space.id and _fits(keys.get(read[text].device, b""), text, signature)
    ]


def _fits(key: bytes, text: bytes, signature: bytes) -> bool:
    return sshsig.verify(key, sshsig.ROSTER, text, signature)
