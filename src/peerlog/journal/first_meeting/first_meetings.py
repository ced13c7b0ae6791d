"""Meetings for the first time that are on their way: what each waits for, and its last file once more."""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import Refused
from ...exchange.handshake.acceptance import Opened
from ...exchange.handshake.invitation import ToCircle, read_invitation
from ...exchange.handshake.inviting import Inviting
from ...exchange.handshake.joining import Joining
from ...exchange.keys import DeviceKeys, device_in_use, earlier_devices
from ...exchange.membership import roster_in
from ...vault.handshakes import INVITING, JOINING, handshakes
from ...vault.space import Space
from ...vault.statements import all_statements
from ..circle.circle_cards import own_card_in
from ..circle.circles import Circle, read_circle
from ..journal import Journal
from .comparing import not_compared
from .meeting_partners import Written, open_invitations

ANSWER, ACCEPTANCE, WORDS = "answer", "acceptance", "words"


@dataclass(frozen=True, slots=True)
class FirstMeeting:
    """One meeting that is not over. `waits_for` is `ANSWER` or `ACCEPTANCE`, a file of the other's, or `WORDS`.

    `since` is a stamp, `name` the other's as far as it is known. With `WORDS` it is the last file of one who invited.
    """

    token: str
    circle: Circle
    waits_for: str
    since: str
    name: str = ""


def first_meetings(journal: Journal, space_name: str) -> list[FirstMeeting]:
    """What is on its way between a circle and those who are to join it, the oldest first."""
    space = journal.spaces[space_name]
    circle = read_circle(space)
    found = [FirstMeeting(each.token, circle, ANSWER, each.since) for each in open_invitations(journal, circle)]
    for token, text, since in handshakes(space, JOINING):
        if circle.joining:
            found.append(FirstMeeting(token, circle, ACCEPTANCE, since, Joining.from_json(text).invitation.by.name))
    for token, text, since in handshakes(space, INVITING):
        answer = Inviting.from_json(text).answer
        member = next((each for each in not_compared(circle) if answer and each.id == answer.by.member), None)
        if member is not None:
            found.append(FirstMeeting(token, circle, WORDS, since, member.name))
    return found


def file_again(journal: Journal, circle: Circle, asked: str) -> Written:
    """The file that one has sent last in the meeting whose token is `asked`.

    It is the same invitation, or the same words in a fresh cover. Raises `Refused` for a meeting that is over, and
    where the last file was the other's.
    """
    space = journal.spaces[circle.space]
    for token, text, _ in handshakes(space, INVITING):
        if token == asked:
            return _invitations_last(journal, space, Inviting.from_json(text))
    for token, text, _ in handshakes(space, JOINING):
        if token == asked:
            joining = Joining.from_json(text)
            if joining.acceptance is None:
                return Written(f"answer-{token[:8]}.peerlog", joining.answer_file(), read_circle(space))
    raise Refused("There is no file of yours to send in this.", "You both have what you need.")


def _invitations_last(journal: Journal, space: Space, inviting: Inviting) -> Written:
    circle = read_circle(space)
    short = inviting.token[:8]
    if inviting.answer is None:
        return Written(f"invitation-{short}.peerlog", inviting.file, circle)
    roster = roster_in(space)
    given = [Opened(space.id, circle.name, roster.founding, tuple(all_statements(space)))]
    card = own_card_in(journal, circle)
    seed = next(each.seed for each in (device_in_use(space), *earlier_devices(space)) if _signed_with(inviting, each))
    file = inviting.acceptance_file(seed, given, dict(card.fields) if card else {})
    return Written(f"acceptance-{short}.peerlog", file, circle)


def _signed_with(inviting: Inviting, keys: DeviceKeys) -> bool:
    return keys.key == inviting.invitation.by.keys.key


@dataclass(frozen=True, slots=True)
class Invited:
    """What an invitation says: who invites to what. `seats` counts everybody, whoever invites among them."""

    by: str
    name: str
    focus: str
    seats: int


def who_invites(file: bytes) -> Invited:
    """What an invitation says, for somebody to decide; raises what is wrong with it, `Refused` for one to a device."""
    invitation = read_invitation(file)
    to = invitation.to
    if not isinstance(to, ToCircle):
        raise Refused("This invites another device of yours, not a partner.", "“peerlog device join” takes it.")
    return Invited(invitation.by.name, to.name, to.focus, to.seats)
