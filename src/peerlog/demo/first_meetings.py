"""Three files and four words, as everybody in the story met."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from ..journal.circle.circles import Circle
from ..journal.first_meeting.comparing import confirm_words
from ..journal.first_meeting.meeting_partners import accept_answer, answer_invitation, make_invitation, take_acceptance
from .player import Player
from .story_clock import StoryClock


def meet(founder: Player, other: Player, circle: Circle, file: Path, clock: StoryClock, call: datetime) -> str:
    """Let somebody join, and both compare words on a call: the name of their space. The three files stay by `file`."""
    clock.shows = call - timedelta(hours=13)
    invitation = _kept(
        file.with_name(f"{file.name}-1-invitation.peerlog"), make_invitation(founder.journal, circle).file
    )
    clock.shows = call - timedelta(hours=2)
    joining = answer_invitation(other.journal, invitation, other.card)
    answer = _kept(file.with_name(f"{file.name}-2-answer.peerlog"), joining.file)
    clock.shows = call - timedelta(minutes=20)
    accepted, met = accept_answer(founder.journal, answer)
    acceptance = _kept(file.with_name(f"{file.name}-3-acceptance.peerlog"), accepted.file)
    clock.shows = call
    took = take_acceptance(other.journal, acceptance)
    if took.words != met.words:
        raise AssertionError("they would say different words")
    _confirm(founder, accepted.circle, other)
    _confirm(other, took.circle, founder)
    return took.circle.space


def _confirm(player: Player, circle: Circle, other: Player) -> None:
    (member,) = [each for each in circle.others if each.name == other.about.name]
    confirm_words(player.journal, circle, member)


def _kept(path: Path, file: bytes) -> bytes:
    path.write_bytes(file)
    return path.read_bytes()
