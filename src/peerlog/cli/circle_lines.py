"""People one shares with, as text and as JSON: who they are, how their keys are known, and what waits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..domain.dates import say_day
from ..domain.moment import Moment
from ..domain.said_names import listed
from . import terminal
from .circle_files import quoted
from .terminal import Bold

if TYPE_CHECKING:
    from ..journal.circle.circles import Circle, Member
    from ..journal.journal import Journal


def one_circle(journal: Journal, circle: Circle) -> tuple[str, ...]:
    """One line of a list: what it is called, who is in it, and what waits."""
    said = [_who(circle)]
    said += [circle.focus] if circle.focus else []
    said += what_waits(journal, circle)[:1]
    return (Bold(circle.label), f"  {' · '.join(said)}")


def write_circle(journal: Journal, circle: Circle) -> None:
    """All there is to know of one."""
    terminal.put(Bold(circle.label))
    if circle.name != circle.label:
        terminal.put(f"For all of you it is called {circle.name}.")
    if circle.focus:
        terminal.put(f"Focus: {circle.focus}")
    if circle.joining:
        terminal.put(f"{circle.founder or 'Somebody'} invites you; you have answered.")
    for member in circle.members:
        terminal.put(*_member(journal, circle, member))
    if circle.free_seats:
        seats = "1 seat is" if circle.free_seats == 1 else f"{circle.free_seats} seats are"
        terminal.put(f"{seats} free, of {circle.seats}.")
    for heading, lines in _ground(journal, circle):
        terminal.put(f"{heading}: {'; '.join(lines)}")
    if circle.others:
        terminal.put(_way(circle))
    if circle.two_versions:
        what = "1 entry has" if circle.two_versions == 1 else f"{circle.two_versions} entries have"
        terminal.put(f"{what} two versions: “peerlog conflicts {quoted(circle.label)}”.")
    for sentence in (*circle.split, *what_waits(journal, circle)):
        terminal.put(sentence)


def what_waits(journal: Journal, circle: Circle) -> list[str]:
    """What is to be done next, in sentences; nothing where all is settled."""
    from ..journal.first_meeting.comparing import not_compared
    from ..journal.first_meeting.first_meetings import ANSWER, first_meetings

    label = quoted(circle.label)
    if circle.stopped:
        return ["The words that you compared were not the same, so nothing leaves. Begin anew."]
    if circle.left:
        return ["You have left." if circle.archived else f"You leave: “peerlog exchange {label}” tells the others."]
    if circle.archived:
        return [f"Put away: “peerlog circle take-up {label}” goes on with it."]
    if circle.joining:
        who = circle.founder or "whoever invited you"
        return [f"The acceptance of {who} has to come back: “peerlog circle join FILE” takes it."]
    if len(circle.members) > 1 and not circle.others:
        return [f"Nobody else is there any more: “peerlog circle put-away {label}” lays it aside."]
    names = listed([each.name for each in not_compared(circle)])
    said = [f"Compare words with {names}: “peerlog circle verify {label}”."] if names else []
    answers = sum(1 for each in first_meetings(journal, circle.space) if each.waits_for == ANSWER)
    if answers:
        what, takes = "An answer to your invitation", "takes it"
        if answers > 1:
            what, takes = f"{answers} answers to your invitations", "takes each"
        said.append(f"{what} can still come: “peerlog circle accept FILE” {takes}.")
    if circle.is_founder and circle.free_seats > answers:
        said.append(f"“peerlog circle invite {label}” invites somebody to the free seat.")
    for wish in circle.wishes:
        names = " ".join(quoted(name) for name in wish.names)
        sign = f" “peerlog circle go-on {label} {names}” signs it." if wish.waits_for_me else ""
        said.append(wish.sentence + sign)
    return said


def described_circle(journal: Journal, circle: Circle) -> dict[str, object]:
    """A circle for scripts."""
    from ..journal.first_meeting.first_meetings import first_meetings

    return {
        "label": circle.label,
        "name": circle.name,
        "focus": circle.focus,
        "seats": circle.seats,
        "state": _state(circle),
        "founder": circle.is_founder,
        "members": [_described_member(member) for member in circle.members],
        "folder": circle.folder or None,
        "by_mail": circle.folder == "",
        "two_versions": circle.two_versions,
        "split": list(circle.split),
        "wishes": [
            {"go_on": list(each.names), "signed": list(each.signed), "waits_for_me": each.waits_for_me}
            for each in circle.wishes
        ],
        "meetings": [
            {"waits_for": each.waits_for, "with": each.name or None, "since": each.since}
            for each in first_meetings(journal, circle.space)
        ],
        "next": what_waits(journal, circle),
    }


def _state(circle: Circle) -> str:
    if circle.stopped:
        return "words differ"
    if circle.left:
        return "left"
    if circle.archived:
        return "put away"
    return "joining" if circle.joining else "open"


def _described_member(member: Member) -> dict[str, object]:
    return {
        "name": member.name,
        "me": member.is_me,
        "seat": member.seat,
        "established": member.established,
        "introduced_by": member.introduced_by or None,
        "devices": member.devices,
        "here": not member.left,
        "left_at": member.left_at or None,
    }


def _who(circle: Circle) -> str:
    if circle.joining:
        return "not joined yet"
    if circle.others:
        names = circle.with_whom
        return f"with {names}" if names != circle.label else f"for {circle.name}"
    return "with nobody yet" if len(circle.members) == 1 else "with nobody any more"


def _member(journal: Journal, circle: Circle, member: Member) -> tuple[str, ...]:
    from ..journal.updates.arrived_words import how_known

    known = "you" if member.is_me else how_known(member)
    if member.set_apart:
        known = "the words were not the same; nothing leaves to them from here"
    devices = "" if member.devices == 1 else f", {member.devices} devices"
    return (f"  seat {member.seat}  ", Bold(member.name), f"  {_gone(journal, member) or known + devices}")


def _gone(journal: Journal, member: Member) -> str:
    if not member.left:
        return ""
    if not member.left_at:
        return "not among you any more"
    when = Moment.parse(member.left_at).in_zone(journal.time.zone)
    day = say_day(when.day, journal.time.today())
    return f"left: {day[0].lower()}{day[1:]}, {when.local:%H:%M}, as their journal says"


def _way(circle: Circle) -> str:
    if circle.folder is None:
        return "How updates go is not settled yet: “peerlog exchange” asks."
    return f"Updates go through {circle.folder}." if circle.folder else "Updates go by mail."


def _ground(journal: Journal, circle: Circle) -> Iterator[tuple[str, list[str]]]:
    """What is in common, in short: in a pair what one can give the other, in a group what touches several."""
    from ..domain.common_ground import compare, overlap
    from ..domain.ground_words import ground_lines
    from ..journal.circle.circle_cards import cards_in

    cards = cards_in(journal, circle)
    if circle.is_pair and len(cards) == 2:
        yield from ground_lines(cards[0].title, cards[1].title, compare(*cards))
    elif len(cards) > 1:
        topics = [topic.name for topic in overlap(cards).topics if topic.people > 1]
        if topics:
            yield "In common", topics
