"""Meeting for the first time: invitation, answer, acceptance, and the words that both compare aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ..domain.kinds import CARD
from ..errors import PeerlogError, Refused
from ..exchange.enrolling import give_seat, public_keys
from ..exchange.handshake.acceptance import Opened
from ..exchange.handshake.answer import additions
from ..exchange.handshake.invitation import Invitation, ToCircle, read_invitation
from ..exchange.handshake.inviting import Inviting, invite
from ..exchange.handshake.joining import Joining, join
from ..exchange.handshake.refusals import NotForMe, OtherAnswer, OtherInvitation
from ..exchange.keys import device_in_use
from ..exchange.membership import roster_in
from ..history.encoding import b64
from ..history.person import Person
from ..history.statement import Seat
from ..vault.handshakes import INVITING, JOINING, handshakes, keep_handshake
from ..vault.space import Space
from ..vault.statements import all_statements, keep_statements
from .circles import Circle, keep_newest, own_card_fields, read_circle, update_label
from .journal import Journal

State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class Written:
    """One of the three files: what to call it and its content, and of which circle it is."""

    name: str
    file: bytes
    circle: Circle


@dataclass(frozen=True, slots=True)
class Met:
    """Two have met: with whom, the four words to compare aloud, and the other's card as it came with the file."""

    name: str
    words: tuple[str, str, str, str]
    card: Mapping[str, object]
    circle: Circle


def make_invitation(journal: Journal, circle: Circle) -> Written:
    """An invitation to the next free seat; each is for one person. Raises `Refused` when there is none to give."""
    space = journal.spaces[circle.space]
    if circle.joining or not circle.is_founder:
        raise Refused("Only the one who began this can invite to it.", "Ask them, or begin something of your own.")
    roster = roster_in(space)
    open_invitations = [each for each in _inviting(space) if each.answer is None]
    taken = {each.invitation.to.seat for each in open_invitations if isinstance(each.invitation.to, ToCircle)}
    free = [seat for seat in roster.open_seats if seat not in taken]
    if not free and not roster.open_seats:
        raise Refused(
            f"All {roster.seats} seats are taken.",
            "“peerlog circle succeed” begins a larger one, into which everybody carries over what they choose.",
        )
    seat = free[0] if free else roster.open_seats[0]
    keys = device_in_use(space)
    to = ToCircle(space.id, circle.name, circle.focus, roster.seats, seat, roster.founding)
    made = invite(keys.seed, Person(roster.names[roster.own], public_keys(keys)), to)
    keep_handshake(space, made.token, INVITING, made.to_json(), journal.time.stamp())
    return Written(f"invitation-{made.token[:8]}.peerlog", made.file, circle)


def look_at_invitation(file: bytes) -> Invitation:
    """What an invitation says, for somebody to decide whether to join. Raises what is wrong with it."""
    return read_invitation(file)


def answer_invitation(journal: Journal, file: bytes, card: Mapping[str, object]) -> Written:
    """Join: make the space to share, and the answer to send back. Raises `Problem` for a card that lacks something."""
    invitation = read_invitation(file)
    if not isinstance(invitation.to, ToCircle):
        raise Refused("This invites another device of yours, not a partner.", "“peerlog device join” takes it.")
    to = invitation.to
    for space in journal.spaces.values():
        if space.id == to.space:
            raise Refused(
                f"You have answered an invitation of {invitation.by.name} to this already.",
                "Take in the file that came back with “peerlog receive”.",
            )
    fields = own_card_fields(journal, card)
    state = join(invitation, str(fields["title"]), journal.forms.clean(CARD.name, fields))
    now = journal.time.stamp()
    settings = {"space": to.space, "label": invitation.by.name if to.seats == 2 else to.name, "invited-to": to.name}
    name = journal.vault.create_circle(settings, now)
    journal.open_new_spaces()
    space = journal.spaces[name]
    keys = state.keys[0]
    with space.write():
        space.use_keys(keys.seed, keys.public.key, keys.identity, now)
        keep_handshake(space, state.token, JOINING, state.to_json(), now)
    return Written(f"answer-{state.token[:8]}.peerlog", state.answer_file(), read_circle(space))


def accept_answer(journal: Journal, file: bytes) -> tuple[Written, Met]:
    """Give the seat to the one who answered: the acceptance to send, and the words to compare.

    The same answer once more gives the same words. Raises `Refused` for an answer to nothing that is open here.
    """
    space, state = _found(journal, INVITING, lambda space, text: _answered(space, text, file))
    roster = roster_in(space)
    answer = state.answer
    assert answer is not None
    assert isinstance(state.invitation.to, ToCircle)
    now = journal.time.stamp()
    with space.write():
        for _, does in additions(state.invitation, answer):
            if isinstance(does, Seat) and roster.member(does.member.member) is None:
                if does.seat not in roster.open_seats:
                    raise Refused(f"Seat {does.seat} was given to somebody else meanwhile.", "Invite once more.")
                give_seat(space, does.seat, does.member, does.proof, now)
        keep_handshake(space, state.token, INVITING, state.to_json(), now)
        update_label(space)
    keep_newest(journal)
    circle = read_circle(space)
    given = [Opened(space.id, circle.name, roster.founding, tuple(all_statements(space)))]
    acceptance = state.acceptance_file(device_in_use(space).seed, given, card_to_show(journal, circle))
    words = state.words
    assert words is not None  # there is an answer
    written = Written(f"acceptance-{state.token[:8]}.peerlog", acceptance, circle)
    return written, Met(answer.by.name, words, dict(answer.card), circle)


def take_acceptance(journal: Journal, file: bytes) -> Met:
    """The last of the three files: from here on both share. The words are to be compared now."""
    space, state = _found(journal, JOINING, lambda _, text: Joining.from_json(text).take_acceptance(file))
    acceptance = state.acceptance
    words = state.words
    assert acceptance is not None
    assert words is not None
    entered = acceptance.spaces[0]
    now = journal.time.stamp()
    if not space.is_shared:
        with space.write():
            keep_statements(space, entered.statements, 1)
            space.set_value("founding", b64(entered.founding))
            space.set_value("shared", "1")
            keep_handshake(space, state.token, JOINING, state.to_json(), now)
        journal.entries.add(CARD.name, dict(state.answer.card), space=space.name)
        update_label(space)
        keep_newest(journal)
    return Met(state.invitation.by.name, words, dict(acceptance.card), read_circle(space))


def open_invitations(journal: Journal, circle: Circle) -> int:
    """How many invitations have gone out that nobody has answered."""
    return sum(1 for each in _inviting(journal.spaces[circle.space]) if each.answer is None)


def _inviting(space: Space) -> list[Inviting]:
    return [Inviting.from_json(state) for _, state, _ in handshakes(space, INVITING)]


def _answered(space: Space, text: str, file: bytes) -> Inviting:
    return Inviting.from_json(text).take_answer(file, device_in_use(space).identity)


def _found(journal: Journal, role: str, take: Callable[[Space, str], State]) -> tuple[Space, State]:
    """The meeting that a file belongs to, with it; raises the most telling reason why there is none."""
    told: PeerlogError | None = None
    for space, state in _states(journal, role):
        try:
            return space, take(space, state)
        except (NotForMe, OtherInvitation, OtherAnswer) as problem:
            told = told or problem
    raise told or NotForMe


def _states(journal: Journal, role: str) -> Iterator[tuple[Space, str]]:
    for space in journal.spaces.values():
        for _, state, _ in handshakes(space, role):
            yield space, state


def card_to_show(journal: Journal, circle: Circle) -> dict[str, str | int | tuple[str, ...]]:
    from ..domain.selection import Selection
    from .authorship import author_of

    cards = journal.entries.page(Selection(kinds=frozenset({CARD.name}), space=circle.space)).entries
    space = journal.spaces[circle.space]
    return next((dict(card.fields) for card in cards if author_of(space, card).is_me), {})
