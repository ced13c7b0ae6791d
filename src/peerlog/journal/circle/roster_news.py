"""What has changed about who is there and by which devices, in sentences."""

from __future__ import annotations

from ...history.roster import Roster
from .roster_words import wishes_in


def roster_news(before: Roster, after: Roster) -> tuple[str, ...]:
    """One sentence for each thing that an update has changed."""
    said: list[str] = []
    known = {member.id: member for member in before.members}
    for member in after.members:
        name = after.names[member.id]
        whose = "You" if member.id == after.own else name
        have, use = ("have", "use") if member.id == after.own else ("has", "uses")
        earlier = known.get(member.id)
        if earlier is None:
            said.append(f"{name} has come in.")
            continue
        old = {device.id: device for device in earlier.devices}
        added = sum(1 for device in member.devices if device.id not in old)
        retired = sum(
            1 for device in member.devices if device.retired and device.id in old and not old[device.id].retired
        )
        if added:
            said.append(f"{whose} {have} {'one more device' if added == 1 else f'{added} more devices'}.")
        if retired:
            which = "one of the devices" if retired == 1 else f"{retired} of the devices"
            said.append(f"{whose} no longer {use} {which} that you know: nothing new from it counts.")
        if member.left and not earlier.left:
            said.append(f"{name} has left.")
        elif not member.here and earlier.here and not member.left:
            said.append(f"{name} is no longer among you here.")
    if after.splits and after.splits != before.splits:
        said.append("You do not all agree any more on who is here.")
    earlier_wishes = {(each.members, each.signed) for each in wishes_in(before)}
    said += [each.sentence for each in wishes_in(after) if (each.members, each.signed) not in earlier_wishes]
    return tuple(said)
