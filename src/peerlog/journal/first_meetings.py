"""Meetings for the first time that are on their way: what each waits for, and its last file once more."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import Refused
from ..exchange.handshake.acceptance import Opened
from ..exchange.handshake.inviting import Inviting
from ..exchange.handshake.joining import Joining
from ..exchange.keys import device_in_use
from ..exchange.membership import roster_in
from ..vault.handshakes import INVITING, JOINING, handshakes
from ..vault.space import Space
from ..vault.statements import all_statements
from .circles import Circle, read_circle
from .journal import Journal
from .meeting_partners import Written, card_to_show

ANSWER, ACCEPTANCE, WORDS = "answer", "acceptance", "words"


@dataclass(frozen=True, slots=True)
class FirstMeeting:
    """One meeting that is not over. `waits_for` is `ANSWER` or `ACCEPTANCE`, a file of the other's, or `WORDS`.

    `since` is a stamp, `name` the other's as far as it is known, `words` the four to compare, empty before they are.
    """

    token: str
    circle: Circle
    waits_for: str
    since: str
    name: str
    words: tuple[str, ...] = ()


def first_meetings(journal: Journal, space_name: str) -> list[FirstMeeting]:
    """What is on its way between a circle and those who are to join it, the oldest first."""
    space = journal.spaces[space_name]
    compared = {str(member) for (member,) in space.rows("SELECT member FROM compared")}
    circle = read_circle(space)
    found: list[FirstMeeting] = []
    for token, text, since in handshakes(space, INVITING):
        inviting = Inviting.from_json(text)
        if inviting.answer is None:
            found.append(FirstMeeting(token, circle, ANSWER, since, ""))
        elif inviting.answer.by.member not in compared and _is_in(circle, inviting.answer.by.member):
            name, words = inviting.answer.by.name, inviting.words or ()
            found.append(FirstMeeting(token, circle, WORDS, since, name, words))
    for token, text, since in handshakes(space, JOINING):
        joining = Joining.from_json(text)
        by = joining.invitation.by
        if joining.acceptance is None:
            found.append(FirstMeeting(token, circle, ACCEPTANCE, since, by.name))
        elif by.member not in compared and _is_in(circle, by.member):
            found.append(FirstMeeting(token, circle, WORDS, since, by.name, joining.words or ()))
    return found


def file_again(journal: Journal, meeting: FirstMeeting) -> Written:
    """The file that one has sent last in this meeting: the same invitation, or the same words in a fresh cover.

    Raises `Refused` for a meeting that is over, and where the last file was the other's.
    """
    space = journal.spaces[meeting.circle.space]
    for token, text, _ in handshakes(space, INVITING):
        if token == meeting.token:
            return _invitations_last(journal, space, Inviting.from_json(text))
    for token, text, _ in handshakes(space, JOINING):
        if token == meeting.token:
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
    file = inviting.acceptance_file(device_in_use(space).seed, given, card_to_show(journal, circle))
    return Written(f"acceptance-{short}.peerlog", file, circle)


def _is_in(circle: Circle, member: str) -> bool:
    return any(each.id == member and not each.left for each in circle.members)
