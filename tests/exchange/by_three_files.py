"""People who meet by the three files, for tests."""

from __future__ import annotations

from tests.exchange.meeting import CARD, Peer

from peerlog.journal.circle.circles import Circle, create_circle, read_circle
from peerlog.journal.first_meeting.comparing import words_with
from peerlog.journal.first_meeting.meeting_partners import (
    Met,
    accept_answer,
    answer_invitation,
    make_invitation,
    take_acceptance,
)


def found(peer: Peer, seats: int = 2, name: str = "Chairing") -> Circle:
    circle = create_circle(peer.journal, name, seats, "Chair meetings well", CARD)
    peer.space = peer.journal.spaces[circle.space]
    return circle


def join(founder: Peer, newcomer: Peer, name: str = "") -> tuple[Met, Met]:
    """Let the newcomer take the next seat of the founder's circle: what each of both has seen in the end."""
    invitation = make_invitation(founder.journal, now(founder))
    answer = answer_invitation(newcomer.journal, invitation.file, {**CARD, "title": name or newcomer.name})
    acceptance, seen = accept_answer(founder.journal, answer.file)
    seen_there = take_acceptance(newcomer.journal, acceptance.file)
    newcomer.space = newcomer.journal.spaces[answer.circle.space]
    return seen, seen_there


def now(peer: Peer) -> Circle:
    """The circle as it is for somebody at this moment."""
    return read_circle(peer.space)


def words(peer: Peer, name: str, *, longer: bool = False) -> tuple[str, ...]:
    member = next(member for member in now(peer).members if member.name == name)
    return words_with(peer.journal, now(peer), member, longer=longer)
