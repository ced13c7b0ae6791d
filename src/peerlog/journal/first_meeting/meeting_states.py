"""What this journal keeps of meetings that have begun, and to which of them a file belongs."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import PeerlogError, Refused
from ...exchange.handshake.acceptance import WHAT as ACCEPTANCE
from ...exchange.handshake.answer import WHAT as ANSWER
from ...exchange.handshake.invitation import ToCircle, ToDevice
from ...exchange.handshake.inviting import Inviting
from ...exchange.handshake.joining import Joining
from ...exchange.handshake.refusals import NotForMe, OtherAnswer, OtherInvitation
from ...exchange.keys import device_in_use, earlier_devices
from ...vault.handshakes import INVITING, JOINING, handshakes
from ...vault.space import Space
from ..journal import Journal


def inviting(space: Space) -> list[Inviting]:
    """The invitations to others that were made in a space, the oldest first."""
    every = (Inviting.from_json(state) for _, state, _ in handshakes(space, INVITING))
    return [each for each in every if isinstance(each.invitation.to, ToCircle)]


def joining(space: Space) -> Joining | None:
    """How this journal came into a space; None where it made the space itself, or on another of its devices."""
    every = (Joining.from_json(state) for _, state, _ in handshakes(space, JOINING))
    return next((each for each in every if isinstance(each.invitation.to, ToCircle)), None)


def take_answer(journal: Journal, file: bytes) -> tuple[Space, Inviting]:
    """The invitation that an answer is to, with the answer. Raises the most telling reason why there is none."""
    told: PeerlogError | None = None
    for space, state in _every_inviting(journal):
        for keys in (device_in_use(space), *earlier_devices(space)):
            try:
                found = state.take_answer(file, keys.identity)
            except NotForMe:
                continue
            except OtherInvitation as problem:
                told = told or problem
                continue
            if isinstance(found.invitation.to, ToDevice):
                raise Refused("This is the answer of another device of yours.", "“peerlog device add” takes it.")
            return space, found
    raise told or NotForMe(ANSWER)


def take_acceptance(journal: Journal, file: bytes) -> tuple[Space, Joining]:
    """The answer that an acceptance is of, with the acceptance. Raises the most telling reason why there is none."""
    told: PeerlogError | None = None
    for space in journal.spaces.values():
        state = joining(space)
        try:
            if state is not None:
                return space, state.take_acceptance(file)
        except NotForMe:
            continue
        except OtherAnswer as problem:
            told = told or problem
    raise told or NotForMe(ACCEPTANCE)


def _every_inviting(journal: Journal) -> Iterator[tuple[Space, Inviting]]:
    for space in journal.spaces.values():
        for _, state, _ in handshakes(space, INVITING):
            yield space, Inviting.from_json(state)
