"""Circles that begin, or are joined, after there are several devices: the others come in by themselves.

It takes no files and no words, for what the devices write in the private space is signed by keys that were compared. In
three exchanges: one device offers the circle, the other answers with new keys for it, and the first brings these in.
"""

from __future__ import annotations

from dataclasses import replace

from ...domain.entry import PRIVATE
from ...errors import PeerlogError
from ...exchange.enrolling import add_device, proof, public_keys
from ...exchange.keys import device_in_use
from ...exchange.membership import roster_in
from ...history.encoding import b64, unb64
from ...history.person import DeviceKeys, read_keys
from ...history.strict_json import BadText
from ...vault.handshakes import DEVICE_JOINING, handshakes
from ...vault.space import Space
from ...vault.statements import all_statements
from ..circle.circles import keep_newest
from ..journal import Journal
from .device_notes import DeviceNote, Fields, notes, own_ids, own_note, write_note
from .own_keys import shared_spaces

_Signed = tuple[tuple[bytes, bytes], ...]


def tell_own_devices(journal: Journal) -> None:
    """Take up what the other devices have written about circles, and write what this one has to say of itself."""
    private = journal.private
    if not private.is_shared or not private.value("founding", "") or handshakes(private, DEVICE_JOINING):
        return
    others = _others(journal)
    now = journal.time.stamp()
    asks: dict[str, Fields] = {}
    for other in others:
        for id_, offer in other.offers.items():
            if ask := _take_up(journal, id_, offer, now):
                asks[id_] = ask
        for id_, ask in other.asks.items():
            _bring_in(journal, id_, ask, now)
    offers = {
        space.id: _offer(space)
        for space in shared_spaces(journal)
        if space.name != PRIVATE and _speaks(space) and any(_lacks(journal, space, each) for each in others)
    }
    if write_note(journal, replace(own_note(journal), offers=offers, asks=asks)):
        keep_newest(journal)


def _others(journal: Journal) -> list[DeviceNote]:
    """What the devices have written that are in use, without this one."""
    roster, mine = roster_in(journal.private), own_ids(journal.private)
    return [note for note in notes(journal) if note.key not in mine and roster.is_current(note.key)]


def _speaks(space: Space) -> bool:
    roster = roster_in(space)
    me = roster.member(roster.own)
    archived = bool(space.value("archived", ""))
    return bool(me and me.here and roster.is_current(device_in_use(space).id) and not archived)


def _lacks(journal: Journal, space: Space, other: DeviceNote) -> bool:
    """Whether another device is not in a circle yet, as far as it has said."""
    return space.id not in other.here


def _offer(space: Space) -> Fields:
    roster = roster_in(space)
    return {
        "member": roster.own,
        "label": space.label,
        "founding": b64(roster.founding),
        "roster": [[text.decode(), b64(signature)] for text, signature in all_statements(space)],
    }


def _take_up(journal: Journal, id_: str, offer: Fields, now: str) -> Fields | None:
    """Make a place for a circle that another device offers, or enter it once the keys of this device are in it.

    What is asked for meanwhile; None where there is nothing to ask.
    """
    read = _read_offer(offer)
    space = _with_id(journal, id_)
    if read is None or (space is not None and space.value("founding", "")):
        return None
    member, label, founding, statements = read
    if space is None:
        if not _belongs(id_, founding, statements):
            return None
        name = journal.vault.create_circle({"space": id_, "label": label}, now)
        journal.open_new_spaces()
        space = journal.spaces[name]
    keys = device_in_use(space)
    if _enter(space, keys.id, founding, statements):
        return None
    return {**public_keys(keys).fields(), "member": member, "proof": b64(proof(id_, member, keys))}


def _enter(space: Space, device: str, founding: bytes, statements: _Signed) -> bool:
    from ...crypto import sshsig
    from ...crypto.recipients import is_usable
    from ...history.roster_fold import roster_of
    from .joining_device import enter_space

    roster, _ = roster_of(
        statements,
        founding,
        lambda key, text, signature: sshsig.verify(key, sshsig.ROSTER, text, signature),
        device,
        usable=is_usable,
    )
    if roster is None or roster.space != space.id or not roster.is_current(device):
        return False
    enter_space(space, founding, statements)
    return True


def _belongs(id_: str, founding: bytes, statements: _Signed) -> bool:
    """Whether the first statement of what is offered is there, and of that space."""
    from ...history.statement import BadStatement, read_statement

    try:
        read = [read_statement(text) for text, _ in statements]
    except BadStatement:
        return False
    return any(each.id == founding and each.space == id_ for each in read)


def _bring_in(journal: Journal, id_: str, ask: Fields, now: str) -> None:
    """Bring another device into a circle with the keys that it asks for; what is not fit is passed over."""
    space = _with_id(journal, id_)
    if space is None or not space.value("founding", "") or not _speaks(space):
        return
    read = _read_ask(ask)
    if read is None:
        return
    roster = roster_in(space)
    keys, agreed = read
    if roster.member_of(keys.device) is None and ask.get("member") == roster.own:
        add_device(space, keys, agreed, now)


def _with_id(journal: Journal, id_: str) -> Space | None:
    return next((space for space in journal.spaces.values() if space.id == id_), None)


def _read_offer(offer: Fields) -> tuple[str, str, bytes, _Signed] | None:
    try:
        statements = tuple((str(text).encode(), unb64(str(signature), 64)) for text, signature in offer["roster"])
        return str(offer["member"]), str(offer["label"]), unb64(str(offer["founding"]), 32), statements
    except (KeyError, TypeError, ValueError):
        return None


def _read_ask(ask: Fields) -> tuple[DeviceKeys, bytes] | None:
    try:
        return read_keys(dict(ask)), unb64(str(ask["proof"]), 64)
    except (KeyError, TypeError, ValueError, BadText, PeerlogError):
        return None
