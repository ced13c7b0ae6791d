"""Statements that this device signs about who is in a space and with which devices."""

from __future__ import annotations

from ..crypto import sshsig
from ..errors import Refused
from ..history.encoding import b64
from ..history.person import DeviceKeys as PublicKeys
from ..history.person import Person
from ..history.roster import Roster
from ..history.statement import (
    AddDevice,
    Does,
    Found,
    Leave,
    Retire,
    Seat,
    Smaller,
    proof_text,
    read_statement,
    write_statement,
)
from ..vault.changes import Changes
from ..vault.space import Space
from ..vault.statements import Signed, keep_statements
from .keys import DeviceKeys, device_in_use, earlier_devices, keys_that_wrote, next_update
from .membership import roster_in


def public_keys(keys: DeviceKeys) -> PublicKeys:
    return PublicKeys(keys.key, keys.recipient)


def proof(space: str, member: str, keys: DeviceKeys) -> bytes:
    """What a device signs to become one of a member's: 64 bytes."""
    return sshsig.sign(keys.seed, sshsig.ROSTER, proof_text(space, member, public_keys(keys)))


def found_space(space: Space, name: str, seats: int, now: str) -> Roster:
    """Make the owner of this device the first member of a space that nobody has founded."""
    keys = device_in_use(space)
    signed = _signed(space, keys, Found(seats, Person(name, public_keys(keys))), now)
    with space.write():
        keep_statements(space, [signed], 1)
        space.set_value("founding", b64(read_statement(signed[0]).id))
        space.set_value("shared", "1")
        _introduce_earlier(space, now)
    return roster_in(space)


def give_seat(space: Space, seat: int, person: Person, joiner_proof: bytes, now: str) -> None:
    """Give a seat to somebody who has answered an invitation; the founder's device alone can."""
    _state(space, device_in_use(space), Seat(seat, person, joiner_proof), now)


def add_device(space: Space, keys: PublicKeys, device_proof: bytes, now: str) -> None:
    """Make another device one of this member's."""
    mine = device_in_use(space)
    member = _member(roster_in(space), mine)
    _state(space, mine, AddDevice(member, keys, device_proof), now)


def retire_device(space: Space, device: str, now: str) -> None:
    """Let a lost device of this member speak no longer: what it has sent so far counts, nothing later does.

    A restored copy still holds the keys that it had before, so those that the member no longer uses are cut off too.
    """
    keys = device_in_use(space)
    roster = roster_in(space)
    member = roster.member(_member(roster, keys))
    if member is None or device == keys.id or device not in {each.id for each in member.devices}:
        raise Refused("That is not another device of yours.", "“peerlog device list” shows them.")
    out = [device, *(each.id for each in member.devices if each.retired and each.last is None and each.id != device)]
    with space.write():
        for each in out:
            last = Changes(space).last_of(each)
            _state(space, keys, Retire(each, last[0] if last else 0), now)
        for does in dict.fromkeys(does for each in out for does in roster.to_vouch_for(each, keys.id)):
            _state(space, keys, does, now)


def leave_space(space: Space, now: str) -> None:
    keys = device_in_use(space)
    _state(space, keys, Leave(_member(roster_in(space), keys)), now)


def go_on_with(space: Space, members: tuple[str, ...], now: str) -> None:
    """Sign that these members go on alone; it holds once each of them has signed it."""
    _state(space, device_in_use(space), Smaller(tuple(sorted(members))), now)


def enrol_anew(space: Space, now: str) -> bool:
    """Introduce the keys in use by those that this device had before, as after a restored backup.

    False when they are known already or there is nothing to introduce them with. The earlier keys are retired
    without a cut: whatever they have sent was their owner's.
    """
    roster = roster_in(space)
    keys = device_in_use(space)
    if roster.member_of(keys.id) is not None:
        return False
    old = next((each for each in earlier_devices(space) if roster.is_current(each.id)), None)
    if old is None:
        return False
    member = _member(roster, old)
    with space.write():
        _state(space, old, AddDevice(member, public_keys(keys), proof(space.id, member, keys)), now)
        _introduce_earlier(space, now)
        _state(space, keys, Retire(old.id, None), now)
    return True


def _introduce_earlier(space: Space, now: str) -> None:
    """Own the keys that were never shared with and that entries were made with, so that these can leave.

    A backup that is restored has new keys before anybody knows the old ones.
    """
    keys = device_in_use(space)
    roster = roster_in(space)
    member = _member(roster, keys)
    for each in keys_that_wrote(space):
        if roster.member_of(each.id) is None:
            _state(space, keys, AddDevice(member, public_keys(each), proof(space.id, member, each)), now)
            _state(space, keys, Retire(each.id, None), now)


def _member(roster: Roster, keys: DeviceKeys) -> str:
    member = roster.member_of(keys.id)
    if member is None:
        raise Refused("This device is not among those that share here.", "Bring it in from your other device.")
    return member


def _state(space: Space, keys: DeviceKeys, does: Does, now: str) -> None:
    with space.write():
        keep_statements(space, [_signed(space, keys, does, now)], next_update(space))


def _signed(space: Space, keys: DeviceKeys, does: Does, now: str) -> Signed:
    text = write_statement(space.id, keys.id, now, does)
    return text, sshsig.sign(keys.seed, sshsig.ROSTER, text)
