"""This journal's own keys where it shares: new ones for a copy, so that two copies never sign under the same."""

from __future__ import annotations

from contextlib import closing

from ...domain.entry import PRIVATE
from ...errors import Refused
from ...exchange.enrolling import enrol_anew
from ...exchange.keys import device_in_use, earlier_devices
from ...exchange.membership import roster_in
from ...exchange.receiving import TakenIn
from ...vault import watermark
from ...vault.space import Space
from ...vault.vault import Vault
from ..circle.circle_labels import relabel
from ..journal import Journal


def shared_spaces(journal: Journal) -> list[Space]:
    """The spaces of which something may leave or come, the private one among them when there is a second device."""
    return [space for space in journal.spaces.values() if space.is_shared and space.value("founding", "")]


def enrol_if_behind(journal: Journal) -> bool:
    """Take new keys wherever this journal shares when it is older than it had been on this machine, or was moved here.

    Two copies of a journal must never sign under one key. A restored backup has keys of its own already, which those
    from before introduce. True when it did.
    """
    spaces = shared_spaces(journal)
    behind = bool(spaces) and watermark.compare(journal.vault, journal.home.state).severity != "ok"
    now = journal.time.stamp()
    enrolled = False
    for space in spaces:
        known = roster_in(space).is_current(device_in_use(space).id)
        if known and not behind:
            continue
        with space.write():
            if known:
                space.add_device(now)
            enrolled |= enrol_anew(space, now)
    if behind:
        watermark.reset(journal.vault, journal.home.state)
    elif enrolled:
        watermark.keep(journal.vault, journal.home.state)
    return enrolled


def require_in_use(space: Space) -> None:
    """Raise `Refused` on a device that its owner has taken out of use, or that nobody has introduced."""
    roster, keys = roster_in(space), device_in_use(space)
    member = roster.member(roster.member_of(keys.id) or "")
    known = next((each for each in member.devices if each.id == keys.id), None) if member else None
    if known is None or known.retired:
        raise Refused("This device is out of use, so nothing leaves it.", "Bring it in anew from another one of yours.")


def introduce_keys(vault: Vault, now: str) -> None:
    """Let a restored vault speak where it shares: its new keys are introduced by those of the day of the backup."""
    for name in vault.spaces:
        with closing(vault.space(name)) as space:
            if space.is_shared and space.value("founding", ""):
                enrol_anew(space, now)


def after_taking_in(journal: Journal, space: Space, taken: TakenIn) -> None:
    """What follows from an update: other names, and keys of its own for an older copy of this journal."""
    if space.name == PRIVATE or _from_my_other_device(space, taken):
        from ..shared.whats_new import mark_all_seen

        mark_all_seen(space)
    if space.name == PRIVATE:
        from .device_places import tell_own_devices

        tell_own_devices(journal)
    else:
        relabel(journal, space)
    if taken.copy_of_me:
        with space.write():
            space.add_device(journal.time.stamp())
            enrol_anew(space, journal.time.stamp())
        watermark.keep(journal.vault, journal.home.state)


def _from_my_other_device(space: Space, taken: TakenIn) -> bool:
    """Whether all that is here came from another device of one's own, where it has been seen.

    An update of this very device, which may lie beside the others' in a folder, brings nothing.
    """
    if taken.sender != roster_in(space).own or space.value("looked", ""):
        return False
    return taken.device not in {each.id for each in (device_in_use(space), *earlier_devices(space))}
