"""One's own devices: which there are, and taking one out of use that was lost."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.entry import PRIVATE
from ...domain.text import brief, clean_line
from ...errors import BadInput, Refused
from ...exchange.enrolling import retire_device
from ...exchange.handshake.inviting import Inviting
from ...exchange.handshake.joining import Joining
from ...exchange.handshake.kept import opened
from ...exchange.keys import device_in_use
from ...exchange.membership import roster_in
from ...history.roster import Device, Roster
from ...history.statement import AddDevice, Found, Retire, Seat, read_statement
from ...vault.handshakes import DEVICE_COMPARED, DEVICE_DIFFERS, DEVICE_INVITING, DEVICE_JOINING, handshakes
from ...vault.space import Space
from ...vault.statements import all_statements
from ..circle.circles import keep_newest
from ..journal import Journal
from .device_notes import device_name, notes, own_ids

INVITING_SIDE = (DEVICE_INVITING, DEVICE_COMPARED, DEVICE_DIFFERS)
"""How far the devices have come that were brought in from here."""


@dataclass(frozen=True, slots=True)
class OwnDevice:
    """A machine on which this journal lies. `id` is that of its key in the private space (22 letters).

    `since` and `retired` are UTC stamps as the devices claim them, `retired` empty while it is in use. `shares` are
    those with whom it shares, by what they are called here. `words_wait` says that the words have not been compared.
    """

    id: str
    name: str
    is_this: bool
    since: str
    retired: str
    shares: tuple[str, ...]
    words_wait: bool = False


def devices(journal: Journal) -> list[OwnDevice]:
    """This device first, then the others in the order in which they came, retired ones last."""
    private = journal.private
    if not private.value("founding", ""):
        made = str(private.rows("SELECT min(since) FROM device WHERE own = 1")[0][0])
        every = tuple(space.label for name, space in journal.spaces.items() if name != PRIVATE)
        return [OwnDevice(device_in_use(private).id, device_name(journal), True, made, "", every)]
    roster = roster_in(private)
    me = roster.member(roster.own)
    mine = own_ids(private)
    added, retired = _stamps(private)
    found = [
        OwnDevice(
            each.id,
            _name(journal, each.id),
            each.id in mine,
            added.get(each.id, ""),
            retired.get(each.id, "") if each.retired else "",
            _shares(journal, each.id),
            each.id in _waiting(journal),
        )
        for each in (me.devices if me else ())
        if not _is_replaced(each)
    ]
    return sorted(found, key=lambda each: (not each.is_this, bool(each.retired), each.since, each.id))


def device_named(journal: Journal, said: str) -> OwnDevice:
    """One of one's own devices by its name or its id, or by the beginning of either. Raises `Refused`, `BadInput`."""
    every = devices(journal)
    wanted = clean_line(said)
    folded, short = wanted.casefold(), typed_id(wanted)
    exact = [each for each in every if each.name.casefold() == folded or each.id == wanted]
    found = exact or [
        each
        for each in every
        if (wanted and each.name.casefold().startswith(folded)) or (short and typed_id(each.id).startswith(short))
    ]
    if not found:
        raise Refused(f"You have no device called “{brief(said)}”.", "“peerlog device list” shows them.")
    in_use = [each for each in found if not each.retired] or found
    if len(in_use) > 1:
        ids = ", ".join(typed_id(each.id)[:6] for each in in_use)
        raise BadInput("More than one would do.", f"Name it by the beginning of its id: {ids}.")
    return in_use[0]


def typed_id(device: str) -> str:
    """An id without the hyphens that it may begin with: what a command line would take for an option."""
    return device.lstrip("-")


def retire(journal: Journal, device: OwnDevice) -> tuple[str, ...]:
    """Take a lost device out of use everywhere; with whom that is settled, by what they are called here.

    What it has sent so far counts, nothing that it sends from now on does, and nothing more is made for it to read.
    The others learn of it with the next update.
    """
    if device.is_this:
        raise Refused("This is the device that you are using.", "Retire it from another one of yours.")
    if device.retired:
        raise Refused(f"“{device.name}” is out of use already.")
    now = journal.time.stamp()
    settled: list[str] = []
    for space in journal.spaces.values():
        id_ = id_in(journal, device.id, space)
        if id_ and roster_in(space).is_current(id_):
            retire_device(space, id_, now)
            settled.append(space.label)
    keep_newest(journal)
    return tuple(each for each in settled if each)


def id_in(journal: Journal, device: str, space: Space) -> str | None:
    """The id in another space of the device that has this id in the private one; None where it does not share."""
    if not space.is_shared or not space.value("founding", ""):
        return None
    if space.name == PRIVATE:
        return device
    if device in own_ids(journal.private):
        return device_in_use(space).id
    for note in notes(journal):
        if note.key == device and space.id in note.here:
            return note.here[space.id]
    return _met(journal, device).get(space.id)


def _shares(journal: Journal, device: str) -> tuple[str, ...]:
    return tuple(
        space.label
        for name, space in journal.spaces.items()
        if name != PRIVATE and (id_ := id_in(journal, device, space)) and roster_in(space).is_current(id_)
    )


def _name(journal: Journal, device: str) -> str:
    if device in own_ids(journal.private):
        return device_name(journal)
    return next((note.name for note in notes(journal) if note.key == device), "") or _name_when_met(journal, device)


def _name_when_met(journal: Journal, device: str) -> str:
    for state in _invitings(journal):
        if state.answer and state.answer.by.keys.device == device:
            return state.answer.by.name
    for joining in _joinings(journal):
        if joining.acceptance and joining.invitation.by.keys.device == device:
            return joining.acceptance.spaces[0].name
    return f"device {device[:6]}"


def _met(journal: Journal, device: str) -> dict[str, str]:
    """By space, the ids of a device that came by the three files, or that took this one in."""
    for state in _invitings(journal):
        if state.answer and state.answer.by.keys.device == device:
            return {place.space: place.keys.device for place in state.answer.places}
    for joining in _joinings(journal):
        if joining.acceptance and joining.invitation.by.keys.device == device:
            entered = zip(joining.acceptance.spaces, joining.answer.places, strict=True)
            return {
                each.space: by
                for each, place in entered
                if (by := _added_by(each.roster, place.keys.device)) is not None
            }
    return {}


def _added_by(roster: Roster, device: str) -> str | None:
    return next((by for by, does in roster.added if isinstance(does, AddDevice) and does.keys.device == device), None)


def _invitings(journal: Journal) -> list[Inviting]:
    found = [state for role in INVITING_SIDE for _, state, _ in handshakes(journal.private, role)]
    return [state for text in found if isinstance(state := side_of(text), Inviting)]


def _joinings(journal: Journal) -> list[Joining]:
    roles = (DEVICE_JOINING, DEVICE_COMPARED, DEVICE_DIFFERS)
    found = [state for role in roles for _, state, _ in handshakes(journal.private, role)]
    return [state for text in found if isinstance(state := side_of(text), Joining)]


def side_of(text: str) -> Inviting | Joining:
    """The state of the one side or the other, as it is kept."""
    return Joining.from_json(text) if "keys" in opened(text) else Inviting.from_json(text)


def _waiting(journal: Journal) -> set[str]:
    found = {
        state.answer.by.keys.device
        for _, text, _ in handshakes(journal.private, DEVICE_INVITING)
        if isinstance(state := side_of(text), Inviting) and state.answer
    }
    for _, text, _ in handshakes(journal.private, DEVICE_JOINING):
        found.add(Joining.from_json(text).invitation.by.keys.device)
    return found


def _is_replaced(device: Device) -> bool:
    """Whether these are keys that a device had before a backup was restored there, and it has others now."""
    return device.retired and device.last is None


def _stamps(space: Space) -> tuple[dict[str, str], dict[str, str]]:
    """When each device came, and when it was retired, as was claimed."""
    added: dict[str, str] = {}
    retired: dict[str, str] = {}
    for text, _ in all_statements(space):
        statement = read_statement(text)
        match statement.does:
            case Found(member=person) | Seat(member=person):
                added.setdefault(person.keys.device, statement.at)
            case AddDevice(keys=keys):
                added.setdefault(keys.device, statement.at)
            case Retire(retired=device):
                retired.setdefault(device, statement.at)
    return added, retired
