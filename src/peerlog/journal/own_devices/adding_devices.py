"""Bringing in another device of one's own: the invitation, and taking its answer."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.entry import PRIVATE
from ...errors import PeerlogError, Refused
from ...exchange.enrolling import add_device, found_space, public_keys
from ...exchange.handshake.acceptance import Opened
from ...exchange.handshake.answer import WHAT as ANSWER
from ...exchange.handshake.answer import additions
from ...exchange.handshake.invitation import ToDevice
from ...exchange.handshake.inviting import Inviting, invite
from ...exchange.handshake.refusals import NotForMe, OtherInvitation
from ...exchange.keys import DeviceKeys, device_in_use, earlier_devices
from ...exchange.membership import roster_in
from ...history.person import Person, clean_name
from ...history.statement import AddDevice
from ...vault.changes import Changes
from ...vault.handshakes import DEVICE_DIFFERS, DEVICE_INVITING, DEVICE_JOINING, handshakes, keep_handshake
from ...vault.space import Space
from ...vault.statements import all_statements
from ..circle.circles import keep_newest
from ..journal import Journal
from .device_notes import MOST_NAME, clean_device_name, device_name, keep_device_name
from .device_words import DeviceWords
from .devices import INVITING_SIDE, side_of
from .own_keys import enrol_if_behind, shared_spaces

_NAMELESS = "me"


@dataclass(frozen=True, slots=True)
class DeviceFile:
    """One of the three files between two devices: what to call it, and its content."""

    name: str
    file: bytes


def invite_device(journal: Journal, name: str = "") -> DeviceFile:
    """The file to take to the other machine; `name` is what this one is called there.

    It founds the private space for as many devices as there will be, which is when its entries begin to be signed.
    """
    if clean_device_name(name):
        keep_device_name(journal, name)
    private = journal.private
    now = journal.time.stamp()
    enrol_if_behind(journal)
    if not private.value("founding", ""):
        if handshakes(private, DEVICE_JOINING):
            raise Refused(
                "This device waits for the last file from your other one.", "“peerlog device join FILE” takes it."
            )
        with private.write():
            found_space(private, clean_name(journal.profile.name) or _NAMELESS, 1, now)
            Changes(private).touch_all()
        keep_newest(journal)
    keys = device_in_use(private)
    roster = roster_in(private)
    to = ToDevice(tuple((space.id, roster_in(space).own) for space in _shared_with_me(journal)))
    made = invite(keys.seed, Person(roster.names[roster.own], public_keys(keys)), to)
    keep_handshake(private, made.token, DEVICE_INVITING, made.to_json(), now)
    return DeviceFile(file_named("device-invitation", made.token), made.file)


def take_device_answer(journal: Journal, file: bytes) -> tuple[DeviceFile, DeviceWords]:
    """Bring in the device that answered: the last file, to take there, and the words to compare with what it shows.

    Nothing is sent to it before they have been compared. The same answer once more gives the same.
    """
    private = journal.private
    role, state, keys = _answered(private, file)
    answer, words = state.answer, state.words
    assert answer is not None and words is not None  # noqa: PT018
    if role == DEVICE_DIFFERS:
        raise Refused("The words with this device differed, so it is not brought in.", "Invite anew.")
    now = journal.time.stamp()
    spaces = {space.id: space for space in shared_spaces(journal)}
    for space_id, does in additions(state.invitation, answer):
        _bring_in(spaces, space_id, does, now)
    keep_handshake(private, state.token, role, state.to_json(), now)
    keep_newest(journal)
    given = [_opened(journal, spaces[place.space]) for place in answer.places]
    acceptance = state.acceptance_file(keys.seed, given)
    compared = DeviceWords(state.token, answer.by.name, words, brought_in=True)
    return DeviceFile(file_named("device-acceptance", state.token), acceptance), compared


def _shared_with_me(journal: Journal) -> list[Space]:
    """The spaces that a new device is to hold too, the private one first: those in which this device speaks for me."""
    found = []
    for space in shared_spaces(journal):
        roster = roster_in(space)
        me = roster.member(roster.own)
        if me and me.here and roster.is_current(device_in_use(space).id) and not space.value("archived", ""):
            found.append(space)
    return found


def _answered(private: Space, file: bytes) -> tuple[str, Inviting, DeviceKeys]:
    """The invitation that an answer is to, with the answer and the keys that made it."""
    told: PeerlogError | None = None
    for role in INVITING_SIDE:
        for _, text, _ in handshakes(private, role):
            state = side_of(text)
            if not isinstance(state, Inviting):
                continue
            for keys in (device_in_use(private), *earlier_devices(private)):
                try:
                    if keys.key == state.invitation.by.keys.key:
                        return role, state.take_answer(file, keys.identity), keys
                except (NotForMe, OtherInvitation) as problem:
                    told = told or problem
    raise told or NotForMe(ANSWER)


def _bring_in(spaces: dict[str, Space], id_: str, does: object, now: str) -> None:
    space = spaces.get(id_)
    if space is None or not isinstance(does, AddDevice):
        raise Refused("Something that this was to share is not here any more.", "Invite the device anew.")
    roster = roster_in(space)
    if roster.member_of(does.keys.device) is not None:
        return
    if does.member != roster.own:
        raise Refused("This answer speaks for somebody else.", "Invite the device anew.")
    add_device(space, does.keys, does.proof, now)


def _opened(journal: Journal, space: Space) -> Opened:
    name = device_name(journal) if space.name == PRIVATE else space.label
    return Opened(space.id, name[:MOST_NAME], roster_in(space).founding, tuple(all_statements(space)))


def file_named(what: str, token: str) -> str:
    """What one of the three files is called."""
    return f"{what}-{token[:8].replace('_', '0').replace('-', '0')}.peerlog"
