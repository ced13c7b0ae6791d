"""The words that two people compare aloud, so that they know that nobody stands between them."""

from __future__ import annotations

from collections.abc import Iterable

from ...domain.said_names import listed
from ...errors import Refused
from ...exchange.enrolling import go_on_with
from ...exchange.handshake.inviting import Inviting
from ...exchange.handshake.joining import Joining
from ...exchange.handshake.words import introduced_words
from ...exchange.membership import keep_set_apart, roster_in, set_apart
from ...history.roster import Roster
from ...vault.handshakes import INVITING, JOINING, handshakes
from ...vault.space import Space
from ..circle.circles import Circle, Member, first_key, keep_newest, read_circle
from ..journal import Journal


def not_compared(circle: Circle) -> tuple[Member, ...]:
    """Those who read what is written and with whom no words were compared yet, by their seats."""
    return tuple(member for member in circle.others if member.established != "words" and not member.set_apart)


def words_with(journal: Journal, circle: Circle, member: Member, *, longer: bool = False) -> tuple[str, ...]:
    """The words to compare with a member: four for who came by the three files, else eight.

    Only the device that the files went to knows the four, so with `longer` there are eight for anybody; both look at
    the same kind. Raises `Refused` for oneself.
    """
    space = journal.spaces[circle.space]
    roster = roster_in(space)
    if member.id == roster.own:
        raise Refused("With yourself there is nothing to compare.", "Name somebody else.")
    found = None if longer else _four(space, roster, member.id)
    if found:
        return found
    mine, other = roster.member(roster.own), roster.member(member.id)
    assert mine is not None
    if other is None:
        raise Refused(f"{member.name} is not here any more.")
    return introduced_words(space.id, mine.devices[0].key, other.devices[0].key)


def confirm_words(journal: Journal, circle: Circle, member: Member) -> Circle:
    """Note that both have said the same words: from here on it is known whose keys these are."""
    space = journal.spaces[circle.space]
    if member.is_me:
        raise Refused("With yourself there is nothing to compare.", "Name somebody else.")
    if circle.stopped or member.set_apart:
        raise Refused(
            f"The words with {member.name} were not the same, and that cannot be taken back.",
            "Begin something new with each other, and compare again.",
        )
    found = roster_in(space).member(member.id)
    if found is None:
        raise Refused(f"{member.name} is not here any more.")
    with space.write():
        space.run(
            "INSERT OR REPLACE INTO compared(member, keys, at) VALUES (?, ?, ?)",
            (member.id, first_key(found), journal.time.stamp()),
        )
    return read_circle(space)


def words_differ(journal: Journal, circle: Circle, member: Member) -> Circle:
    """Let nothing more leave to somebody whose words were not the same: the keys are not theirs.

    A pair, and whatever one came to through these very keys, is put away for good. In a group nothing leaves from here
    to that member any more, and I sign that the others go on without them, which holds once each of them signs it too.
    """
    space = journal.spaces[circle.space]
    if member.is_me:
        raise Refused("With yourself there is nothing to compare.", "Name somebody else.")
    now = journal.time.stamp()
    roster = roster_in(space)
    left = tuple(each.id for each in roster.members if each.here and each.id != member.id)
    with space.write():
        space.run("DELETE FROM compared WHERE member = ?", (member.id,))
        keep_set_apart(space, set_apart(space) | {member.id})
        if len(left) < 2 or member.id == roster.founder:
            space.set_value("words-differ", now)
            space.set_value("archived", now)
        else:
            go_on_with(space, left, now)
    keep_newest(journal)
    return read_circle(space)


def require_from_known_keys(space: Space, roster: Roster, device: str) -> None:
    """Raise `Refused` for what says that it comes from keys whose words were not the same."""
    member = roster.member_of(device) or ""
    if space.value("words-differ", "") or member in set_apart(space):
        name = roster.names.get(member, "")
        raise Refused(
            f"The words that you compared with {name or space.label} were not the same, so nothing of this counts.",
            "Begin something new with each other.",
        )


def what_differing_words_mean(circle: Circle, member: Member) -> tuple[str, ...]:
    """What has happened and what to do, in sentences, after `words_differ`."""
    first = f"Somebody may be standing between you and {member.name}: the keys that you have may not be theirs."
    if circle.stopped:
        return (
            first,
            "It is put away, and nothing more leaves to anybody in it.",
            "What you had sent to it before, whoever it is may have read.",
            "Begin anew: “peerlog circle create”, and give the invitation by another way, best in person.",
        )
    others = [each.name for each in circle.others if each.id != member.id]
    return (
        first,
        f"Nothing leaves from here to {member.name} any more.",
        f"You have signed that {listed(['you', *others])} go on without {member.name}; all have to sign it.",
        f"Tell {listed(others)} now: until they sign, their own updates go there too, with what they have of yours.",
    )


def _four(space: Space, roster: Roster, member: str) -> tuple[str, ...] | None:
    return next((words for whose, words in _met(space, roster) if whose == member), None)


def _met(space: Space, roster: Roster) -> Iterable[tuple[str, tuple[str, ...]]]:
    for _, text, _ in handshakes(space, INVITING):
        inviting = Inviting.from_json(text)
        if inviting.answer is not None and inviting.words is not None:
            yield inviting.answer.by.member, inviting.words
    for _, text, _ in handshakes(space, JOINING):
        joining = Joining.from_json(text)
        if joining.words is not None:
            yield roster.member_of(joining.invitation.by.keys.device) or "", joining.words
