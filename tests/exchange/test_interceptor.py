"""Somebody in between: whatever they do to the three files, it is refused or the words differ."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from tests.exchange.three_files import CARD, Founder, own_keys

from peerlog.errors import PeerlogError
from peerlog.exchange.handshake.acceptance import Acceptance
from peerlog.exchange.handshake.answer import open_answer
from peerlog.exchange.handshake.invitation import ToCircle, read_invitation, sign_invitation
from peerlog.exchange.handshake.inviting import Inviting
from peerlog.exchange.handshake.joining import Joining, OwnKeys, join
from peerlog.exchange.handshake.refusals import BrokenPromise
from peerlog.exchange.handshake.sealed import seal
from peerlog.exchange.handshake.signed_lines import sign_text
from peerlog.exchange.handshake.words import commitment_to
from peerlog.history.encoding import b64
from peerlog.history.person import Person

Words = tuple[str, str, str, str]


class OutOfReach(Exception):
    """What the interceptor cannot do, for want of a key or of a forged file before."""


@dataclass
class Interceptor:
    """Stands between Kim, who invites, and Sam, who joins. Each way of dealing with a file is one method.

    Knows everything that was ever sent, and the keys that were made for it alone.
    """

    kim: Founder
    keys: OwnKeys = field(default_factory=lambda: own_keys("interceptor"))
    nonce: bytes = bytes(range(32))
    answered: Joining | None = None
    """The interceptor's own answer to Kim."""
    forged: Inviting | None = None
    """The interceptor's own invitation to Sam."""

    # what Sam gets for Kim's invitation

    def pass_invitation(self, file: bytes) -> bytes:
        return file

    def own_invitation(self, file: bytes) -> bytes:
        """The same in everything but keys and nonce."""
        return self._invite(file, commitment_to(self.nonce))

    def own_keys_under_kims_commitment(self, file: bytes) -> bytes:
        return self._invite(file, read_invitation(file).commitment)

    def kims_keys_with_own_recipient(self, file: bytes) -> bytes:
        """Signed by nobody any more."""
        kim, own = b64(self.kim.keys.public.recipient), b64(self.keys.public.recipient)
        return file.replace(kim.encode(), own.encode())

    def own_space(self, file: bytes) -> bytes:
        """A whole space of the interceptor's own, under Kim's name."""
        mine = Founder("Kim", keys=self.keys)
        return self._invite(file, commitment_to(self.nonce), mine.to_circle)

    def _invite(self, file: bytes, commitment: bytes, to: ToCircle | None = None) -> bytes:
        kims = read_invitation(file)
        by = Person("Kim", self.keys.public)
        forged = sign_invitation(self.keys.seed, by, kims.token, commitment, to or kims.to)
        self.forged = Inviting(forged, self.nonce)
        return self.forged.file

    # what Kim gets for Sam's answer

    def pass_answer(self, invitation: bytes, file: bytes) -> bytes:
        return file

    def own_answer(self, invitation: bytes, file: bytes) -> bytes:
        self.answered = join(read_invitation(invitation), "Sam", CARD)
        return self.answered.answer_file()

    def sams_answer_for_kim(self, invitation: bytes, file: bytes) -> bytes:
        """Opened, where it can be, and closed again for Kim."""
        return seal(self.kim.keys.public.recipient, self._open(file))

    def sams_answer_with_own_signature(self, invitation: bytes, file: bytes) -> bytes:
        said = json.loads(self._open(file).partition(b"\n")[0])
        said["invitation"] = b64(read_invitation(invitation).digest)
        again = sign_text(
            "answer", {name: said[name] for name in said.keys() - {"peerlog", "v"}}, self.keys.seed, 1 << 20
        )
        return seal(self.kim.keys.public.recipient, again.file)

    def _open(self, file: bytes) -> bytes:
        if self.forged is None:
            raise OutOfReach
        return open_answer(self.forged.invitation, self.keys.identity, file).signed.file

    # what Sam gets for Kim's acceptance

    def pass_acceptance(self, answer: bytes, file: bytes) -> bytes:
        return file

    def kims_nonce_for_sam(self, answer: bytes, file: bytes) -> bytes:
        """Kim's own acceptance, which was for the interceptor, closed again for Sam."""
        accepted = self._accepted(file)
        if self.forged is None:
            raise OutOfReach
        sam = open_answer(self.forged.invitation, self.keys.identity, answer)
        return seal(sam.by.keys.recipient, accepted.signed.file)

    def own_acceptance(self, answer: bytes, file: bytes) -> bytes:
        """With the interceptor's nonce, and a roster that the interceptor can make or has got."""
        if self.forged is None:
            raise OutOfReach
        taken = self.forged.take_answer(answer, self.keys.identity)
        mine = Founder("Kim", keys=self.keys)
        assert taken.answer is not None
        if taken.invitation.to == mine.to_circle:
            return mine.accepts(taken)
        statements = self._accepted(file).spaces[0].statements
        said: dict[str, object] = {"answer": b64(taken.answer.digest), "nonce": b64(self.nonce), "card": {}}
        said["roster"] = [[text.decode(), b64(signature)] for text, signature in statements]
        return seal(taken.answer.by.keys.recipient, sign_text("acceptance", said, self.keys.seed, 1 << 20).file)

    def _accepted(self, file: bytes) -> Acceptance:
        accepted = self.answered.take_acceptance(file).acceptance if self.answered else None
        if accepted is None:
            raise OutOfReach
        return accepted


INVITATIONS = [
    Interceptor.pass_invitation,
    Interceptor.own_invitation,
    Interceptor.own_keys_under_kims_commitment,
    Interceptor.kims_keys_with_own_recipient,
    Interceptor.own_space,
]
ANSWERS = [
    Interceptor.pass_answer,
    Interceptor.own_answer,
    Interceptor.sams_answer_for_kim,
    Interceptor.sams_answer_with_own_signature,
]
ACCEPTANCES = [Interceptor.pass_acceptance, Interceptor.kims_nonce_for_sam, Interceptor.own_acceptance]
Way = tuple[
    Callable[[Interceptor, bytes], bytes],
    Callable[[Interceptor, bytes, bytes], bytes],
    Callable[[Interceptor, bytes, bytes], bytes],
]
WAYS: list[Way] = list(itertools.product(INVITATIONS, ANSWERS, ACCEPTANCES))


@dataclass
class Outcome:
    """What the two would read to each other; None for the one to whom something was refused."""

    kim: Words | None = None
    sam: Words | None = None
    ended: Exception | None = None


def meet(interceptor: Interceptor, way: Way) -> Outcome:
    on_invitation, on_answer, on_acceptance = way
    kim = interceptor.kim
    outcome = Outcome()
    try:
        inviting = kim.invites()
        joining = join(read_invitation(on_invitation(interceptor, inviting.file)), "Sam", CARD)
        answer = joining.answer_file()
        inviting = kim.takes(inviting, on_answer(interceptor, inviting.file, answer))
        outcome.kim = inviting.words
        acceptance = kim.accepts(inviting)
        outcome.sam = joining.take_acceptance(on_acceptance(interceptor, answer, acceptance)).words
    except (PeerlogError, OutOfReach) as error:
        outcome.ended = error
    return outcome


def test_left_alone_they_meet() -> None:
    outcome = meet(
        Interceptor(Founder()), (Interceptor.pass_invitation, Interceptor.pass_answer, Interceptor.pass_acceptance)
    )
    assert outcome.kim == outcome.sam is not None


@pytest.mark.parametrize("way", WAYS[1:], ids=lambda way: "-".join(step.__name__ for step in way))
def test_somebody_in_between_is_refused_or_heard(way: Way) -> None:
    outcome = meet(Interceptor(Founder()), way)
    assert outcome.sam is None or outcome.kim != outcome.sam


def test_the_one_way_to_the_end_shows_other_words() -> None:
    """The whole interception succeeds in every file, and only the words give it away."""
    ended = {way: meet(Interceptor(Founder()), way) for way in WAYS}
    to_the_end = [way for way, outcome in ended.items() if outcome.sam is not None]
    alone = (Interceptor.own_space, Interceptor.own_answer, Interceptor.own_acceptance)
    assert to_the_end == [WAYS[0], alone]
    assert None is not ended[alone].kim != ended[alone].sam
    beyond = [way for way, outcome in ended.items() if isinstance(outcome.ended, OutOfReach)]
    assert len(beyond) < len(WAYS) / 3


def test_what_was_revealed_has_to_be_what_was_promised() -> None:
    """An inviter who could choose the nonce after the answer could choose the words."""
    kim = Founder()
    inviting = kim.invites()
    joining = join(read_invitation(inviting.file), "Sam", CARD)
    inviting = kim.takes(inviting, joining.answer_file())
    chosen = replace(inviting, nonce=bytes(32))
    with pytest.raises(BrokenPromise):
        kim.accepts(chosen)
    said = {"answer": b64(joining.answer.digest), "nonce": b64(bytes(32)), "card": {}, "roster": []}
    file = seal(joining.answer.by.keys.recipient, sign_text("acceptance", said, kim.keys.seed, 1 << 20).file)
    with pytest.raises(BrokenPromise):
        joining.take_acceptance(file)


def test_files_of_an_earlier_meeting_are_refused() -> None:
    kim = Founder()
    earlier = kim.invites()
    sam = join(read_invitation(earlier.file), "Sam", CARD)
    earlier = kim.takes(earlier, sam.answer_file())
    old_answer, old_acceptance = sam.answer_file(), kim.accepts(earlier)
    now = kim.invites()
    with pytest.raises(PeerlogError, match="another invitation"):
        kim.takes(now, old_answer)
    again = join(read_invitation(now.file), "Sam", CARD)
    with pytest.raises(PeerlogError, match="somebody else"):
        again.take_acceptance(old_acceptance)
    same_keys = replace(again, keys=sam.keys)
    with pytest.raises(PeerlogError, match="another answer"):
        same_keys.take_acceptance(old_acceptance)
