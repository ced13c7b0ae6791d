"""Two people who meet for tests: Kim founds a space and invites, Sam joins. Everything is real but the files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from tests.history.founded import AT, SPACE

from peerlog.crypto import sshsig
from peerlog.exchange.handshake.acceptance import Opened, Statements
from peerlog.exchange.handshake.answer import additions
from peerlog.exchange.handshake.fields import Fields
from peerlog.exchange.handshake.invitation import ToCircle, ToDevice, read_invitation
from peerlog.exchange.handshake.inviting import Inviting, invite
from peerlog.exchange.handshake.joining import Joining, OwnKeys, join
from peerlog.history.person import Person
from peerlog.history.statement import Does, Found, write_statement

OTHER_SPACE = "f" * 32
CARD: Fields = {"title": "Sam", "offers": ("listening",), "seeks": ("chairing",), "own": True}


def own_keys(name: str) -> OwnKeys:
    """Keys made from a name, the same in every run."""
    return OwnKeys(hashlib.sha256(f"seed {name}".encode()).digest(), hashlib.sha256(f"age {name}".encode()).digest())


def says(keys: OwnKeys, does: Does, space: str = SPACE) -> tuple[bytes, bytes]:
    text = write_statement(space, keys.public.device, AT, does)
    return text, sshsig.sign(keys.seed, sshsig.ROSTER, text)


@dataclass
class Founder:
    """Somebody with a space of their own, who invites to its second seat."""

    name: str = "Kim"
    space: str = SPACE
    keys: OwnKeys = field(default_factory=lambda: own_keys("Kim"))
    seats: int = 2

    def __post_init__(self) -> None:
        self.first = says(self.keys, Found(self.seats, self.person), self.space)
        self.founding = hashlib.sha256(self.first[0]).digest()

    @property
    def person(self) -> Person:
        return Person(self.name, self.keys.public)

    @property
    def to_circle(self) -> ToCircle:
        return ToCircle(self.space, "Tuesday circle", "Chair well", self.seats, 2, self.founding)

    @property
    def to_device(self) -> ToDevice:
        return ToDevice(((self.space, self.person.member),))

    def invites(self) -> Inviting:
        return invite(self.keys.seed, self.person, self.to_circle)

    def invites_device(self) -> Inviting:
        return invite(self.keys.seed, self.person, self.to_device)

    def statements(self, inviting: Inviting) -> Statements:
        assert inviting.answer is not None
        ((space, does),) = additions(inviting.invitation, inviting.answer)
        assert space == self.space
        return (self.first, says(self.keys, does, self.space))

    def accepts(self, inviting: Inviting) -> bytes:
        given = Opened(self.space, "Tuesday circle", self.founding, self.statements(inviting))
        return inviting.acceptance_file(self.keys.seed, [given], {"title": self.name})

    def takes(self, inviting: Inviting, answer: bytes) -> Inviting:
        return inviting.take_answer(answer, self.keys.identity)


def met(founder: Founder, inviting: Inviting) -> tuple[Inviting, Joining, bytes, bytes]:
    """Both sides at the end, and the two encrypted files."""
    joining = join(read_invitation(inviting.file), "Sam", CARD)
    answer = joining.answer_file()
    inviting = founder.takes(inviting, answer)
    acceptance = founder.accepts(inviting)
    return inviting, joining.take_acceptance(acceptance), answer, acceptance
