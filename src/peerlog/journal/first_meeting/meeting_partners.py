"""Meeting for the first time: invitation, answer, acceptance, and the words that both compare aloud."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from ...domain.kinds import CARD
from ...domain.problem import Problem
from ...errors import PeerlogError, Refused
from ...exchange.enrolling import give_seat, public_keys
from ...exchange.handshake.acceptance import Opened
from ...exchange.handshake.answer import additions
from ...exchange.handshake.fields import FieldValue
from ...exchange.handshake.invitation import Invitation, ToCircle, read_invitation
from ...exchange.handshake.inviting import Inviting, invite
from ...exchange.handshake.joining import Joining, join
from ...exchange.keys import DeviceKeys, device_in_use, earlier_devices
from ...exchange.membership import roster_in
from ...exchange.opening import OtherFile, Sent, kind_of
from ...exchange.receiving import open_for
from ...history.encoding import b64
from ...history.person import Person
from ...history.roster import Roster
from ...history.statement import Seat
from ...vault.handshakes import INVITING, JOINING, drop_handshake, handshakes, keep_handshake
from ...vault.space import Space
from ...vault.statements import all_statements, keep_statements
from ..circle.circle_cards import own_card_in
from ..circle.circle_labels import free_label, labels, pair_label, relabel
from ..circle.circles import Circle, keep_newest, own_card_fields, read_circle
from ..journal import Journal
from . import meeting_states


@dataclass(frozen=True, slots=True)
class Written:
    """One of the three files: what to call it and its content, and of which circle it is.

    `again` says that it is one that had been made before, as when it was lost.
    """

    name: str
    file: bytes
    circle: Circle
    again: bool = False


@dataclass(frozen=True, slots=True)
class Met:
    """Two have met: with whom, the four words to compare aloud, and the other's card as it came with the file."""

    name: str
    words: tuple[str, str, str, str]
    card: Mapping[str, object]
    circle: Circle
    member: str = ""


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """An invitation that nobody has answered: the file's name, the seat, and since when (a UTC stamp)."""

    token: str
    name: str
    seat: int
    since: str


def what_is(journal: Journal, file: bytes) -> str:
    """ "invitation", "answer", "acceptance" or "update", for what can be read here; empty for everything else."""
    if kind_of(file) is Sent.INVITATION:
        return "invitation"
    if kind_of(file) is not Sent.LOCKED:
        return ""
    for space in journal.spaces.values():
        try:
            if open_for(space, file) is not None:
                return "update"
        except OtherFile as other:
            return other.what
        except PeerlogError:  # it is ours and damaged: whoever takes it in says how
            return ""
    return ""


def is_locked(file: bytes) -> bool:
    """Whether it is encrypted for somebody, whoever that is."""
    return kind_of(file) is Sent.LOCKED


def make_invitation(journal: Journal, circle: Circle) -> Written:
    """An invitation to the next free seat; each is for one person. Raises `Refused` when there is none to give."""
    space = journal.spaces[circle.space]
    if circle.joining or not circle.is_founder:
        who = circle.founder or "Whoever began this"
        raise Refused(f"Only {who} can invite to this.", "Ask them, or begin something of your own.")
    if circle.archived or circle.left:
        raise Refused("This has been put away, so nobody is invited to it.", "“peerlog circle take-up” goes on.")
    roster = roster_in(space)
    taken = {each.seat for each in open_invitations(journal, circle)}
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
    keep_newest(journal)
    return Written(_named("invitation", made.token), made.file, circle)


def open_invitations(journal: Journal, circle: Circle) -> tuple[OpenInvitation, ...]:
    """The invitations that have gone out and that can still be answered, the oldest first."""
    space = journal.spaces[circle.space]
    if circle.joining:
        return ()
    free = roster_in(space).open_seats
    since = {token: at for token, _, at in handshakes(space, INVITING)}
    return tuple(
        OpenInvitation(each.token, _named("invitation", each.token), each.invitation.to.seat, since[each.token])
        for each in meeting_states.inviting(space)
        if each.answer is None and isinstance(each.invitation.to, ToCircle) and each.invitation.to.seat in free
    )


def withdraw_invitation(journal: Journal, circle: Circle, invitation: OpenInvitation) -> None:
    """Let an invitation count no more: an answer to it is refused from here on."""
    drop_handshake(journal.spaces[circle.space], invitation.token)


def answer_invitation(journal: Journal, file: bytes, card: Mapping[str, object]) -> Written:
    """Join: make the space to share, and the answer to send back. Raises `Problem` for a card that lacks something.

    As long as no acceptance has come, the same invitation gives the same answer again, and `card` counts for nothing.
    """
    invitation = read_invitation(file)
    to = invitation.to
    if not isinstance(to, ToCircle):
        raise Refused("This invites another device of yours, not a partner.", "“peerlog device join” takes it.")
    before = answered_already(journal, file)
    if before is not None:
        return before
    fields = own_card_fields(journal, card)
    if str(fields["title"]).casefold() == invitation.by.name.casefold():
        raise Problem(
            f"Whoever invites you is called {invitation.by.name} too.",
            "Choose another name there, such as with an initial, so that you can be told apart.",
        )
    state = join(invitation, str(fields["title"]), fields)
    now = journal.time.stamp()
    label = pair_label(invitation.by.name, labels(journal)) if to.seats == 2 else free_label(journal, to.name)
    settings = {"space": to.space, "label": label, "invited-to": to.name, "invited-by": invitation.by.name}
    name = journal.vault.create_circle(settings, now)
    journal.open_new_spaces()
    space = journal.spaces[name]
    keys = state.keys[0]
    with space.write():
        space.use_keys(keys.seed, keys.public.key, keys.identity, now)
        keep_handshake(space, state.token, JOINING, state.to_json(), now)
    keep_newest(journal)
    return Written(_named("answer", state.token), state.answer_file(), read_circle(space))


def answered_already(journal: Journal, file: bytes) -> Written | None:
    """The same answer once more, where this invitation has been answered; None where it has not.

    Raises `Refused` where there is nothing more to answer in it.
    """
    invitation = read_invitation(file)
    here = next((space for space in journal.spaces.values() if _is_to(invitation, space)), None)
    return _answered_before(here, invitation) if here else None


def answer_again(journal: Journal, circle: Circle) -> Written:
    """The answer that was sent, once more, for when it was lost on the way. Raises `Refused` when all is done."""
    space = journal.spaces[circle.space]
    state = meeting_states.joining(space)
    if state is None or not circle.joining:
        raise Refused("You have joined already.", "“peerlog exchange” goes on from here.")
    return Written(_named("answer", state.token), state.answer_file(), circle, again=True)


def accept_answer(journal: Journal, file: bytes) -> tuple[Written, Met]:
    """Give the seat to the one who answered: the acceptance to send, and the words to compare.

    The same answer once more gives the same words. Raises `Refused` for an answer to nothing that is open here.
    """
    space, state = meeting_states.take_answer(journal, file)
    before = roster_in(space)
    answer = state.answer
    assert answer is not None
    seat = next(does for _, does in additions(state.invitation, answer) if isinstance(does, Seat))
    member = seat.member.member
    again = before.member(member) is not None
    now = journal.time.stamp()
    with space.write():
        if not again:
            if seat.seat not in before.open_seats:
                raise Refused("Somebody else has this seat by now.", "“peerlog circle invite” invites once more.")
            _require_another_name(before, answer.by.name)
            give_seat(space, seat.seat, seat.member, seat.proof, now)
        keep_handshake(space, state.token, INVITING, state.to_json(), now)
    relabel(journal, space)
    keep_newest(journal)
    circle, roster = read_circle(space), roster_in(space)
    given = [Opened(space.id, circle.name, roster.founding, tuple(all_statements(space)))]
    seed = _signing(space, state).seed
    acceptance = state.acceptance_file(seed, given, card_to_show(journal, circle))
    words = state.words
    assert words is not None  # there is an answer
    written = Written(_named("acceptance", state.token), acceptance, circle, again)
    return written, Met(roster.names.get(member, answer.by.name), words, dict(answer.card), circle, member)


def take_acceptance(journal: Journal, file: bytes) -> Met:
    """The last of the three files: from here on both share. The words are to be compared now."""
    space, state = meeting_states.take_acceptance(journal, file)
    acceptance = state.acceptance
    words = state.words
    assert acceptance is not None
    assert words is not None
    if not space.value("founding", ""):
        _enter(journal, space, state)
    circle = read_circle(space)
    host = roster_in(space).member_of(state.invitation.by.keys.device) or ""
    return Met(state.invitation.by.name, words, dict(acceptance.card), circle, host)


def card_to_show(journal: Journal, circle: Circle) -> dict[str, FieldValue]:
    """The fields of one's card there, for the other to read with the file; none where there is no card."""
    card = own_card_in(journal, circle)
    return dict(card.fields) if card else {}


def _require_another_name(roster: Roster, name: str) -> None:
    taken = {unicodedata.normalize("NFKC", each).casefold() for each in roster.names.values()}
    if unicodedata.normalize("NFKC", name).casefold() in taken:
        raise Refused(
            f"Somebody called {name} is there already, and you could not tell them apart.",
            "Ask them to answer once more by another name: “peerlog circle drop”, then “join FILE --as NAME”.",
        )


def _enter(journal: Journal, space: Space, state: Joining) -> None:
    assert state.acceptance is not None
    entered = state.acceptance.spaces[0]
    with journal.writing():
        with space.write():
            keep_statements(space, entered.statements, 1)
            space.set_value("founding", b64(entered.founding))
            space.set_value("shared", "1")
            keep_handshake(space, state.token, JOINING, state.to_json(), journal.time.stamp())
        journal.entries.add(CARD.name, dict(state.answer.card), space=space.name)
    relabel(journal, space)
    keep_newest(journal)


def _answered_before(space: Space, invitation: Invitation) -> Written:
    circle = read_circle(space)
    state = meeting_states.joining(space)
    if circle.is_founder:
        raise Refused("This invitation is your own.", "Send it to whom you invite; their answer comes back to you.")
    if state is None or state.acceptance is not None:
        raise Refused("You are in this already.", f"“peerlog circle show {circle.label}” says with whom.")
    if state.token != invitation.token:
        raise Refused(
            f"You have answered an invitation of {state.invitation.by.name} to this already.",
            f"“peerlog circle drop {circle.label}” forgets that answer, and you can answer this one.",
        )
    return Written(_named("answer", state.token), state.answer_file(), circle, again=True)


def _is_to(invitation: Invitation, space: Space) -> bool:
    return isinstance(invitation.to, ToCircle) and invitation.to.space == space.id


def _signing(space: Space, state: Inviting) -> DeviceKeys:
    """The keys that signed an invitation: those in use, unless this journal has been put back since."""
    every = (device_in_use(space), *earlier_devices(space))
    return next(each for each in every if each.key == state.invitation.by.keys.key)


def _named(what: str, token: str) -> str:
    return f"{what}-{token[:8]}.peerlog"
