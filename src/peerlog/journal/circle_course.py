"""What becomes of people one shares with: another name, put away, left, or going on with fewer."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.problem import Problem
from ..domain.text import clean_line
from ..errors import Refused
from .circles import Circle, circle_entry, read_circle, update_label
from .journal import Journal


def rename_circle(journal: Journal, circle: Circle, *, name: str | None = None, focus: str | None = None) -> Circle:
    """Another name or focus for all in it; it leaves with the next update and merges like everything else."""
    entry = circle_entry(journal.spaces[circle.space])
    if entry is None:
        raise Refused("The first update has not come yet, so there is nothing to rename.", "Exchange first.")
    changes: dict[str, object] = {}
    if name is not None:
        if not clean_line(name):
            raise Problem("A name has at least one letter.")
        changes["title"] = name
    if focus is not None:
        changes["focus"] = focus
    journal.entries.change(entry.id, changes)
    return _now(journal, circle)


def call_it(journal: Journal, circle: Circle, label: str) -> Circle:
    """What it is called in this journal alone; empty for what it is called by itself."""
    space = journal.spaces[circle.space]
    label = clean_line(label)[:60]
    with space.write():
        space.set_value("label-chosen", "1" if label else "")
        if label:
            space.set_value("label", label)
    update_label(space)
    return _now(journal, circle)


def put_away(journal: Journal, circle: Circle) -> Circle:
    """Keep what was shared to read, and write and exchange nothing more; `take_up` goes on."""
    journal.spaces[circle.space].set_value("archived", journal.time.stamp())
    return _now(journal, circle)


def take_up(journal: Journal, circle: Circle) -> Circle:
    journal.spaces[circle.space].set_value("archived", "")
    return _now(journal, circle)


def leave(journal: Journal, circle: Circle) -> Circle:
    """Sign that one leaves. One more update tells the others; nothing of theirs comes after that."""
    from ..exchange.enrolling import leave_space

    if circle.joining:
        raise Refused("You have not joined yet, so there is nothing to leave.", "“peerlog circle forget” drops it.")
    leave_space(journal.spaces[circle.space], journal.time.stamp())
    return _now(journal, circle)


def go_on_with(journal: Journal, circle: Circle, names: Iterable[str]) -> Circle:
    """Sign that these members, oneself among them, go on alone. It holds once each of them has signed the same."""
    from ..exchange.enrolling import go_on_with as sign

    wanted = {_member(circle, name) for name in names}
    wanted |= {member.id for member in circle.members if member.is_me}
    if len(wanted) == len([member for member in circle.members if not member.left]):
        raise Problem("That is everybody, so nothing would change.", "Name those who go on.")
    sign(journal.spaces[circle.space], tuple(wanted), journal.time.stamp())
    return _now(journal, circle)


def _member(circle: Circle, said: str) -> str:
    wanted = clean_line(said).casefold()
    found = [member for member in circle.members if member.name.casefold() == wanted]
    if not found:
        names = ", ".join(member.name for member in circle.members)
        raise Problem(f"There is no “{clean_line(said)[:60]}” here.", f"There is: {names}.")
    return found[0].id


def drop(journal: Journal, circle: Circle) -> None:
    """Remove what was begun and never became anything: an invitation that nobody answered, a joining cut short."""
    if len(circle.members) > 1:
        raise Refused("Others share this with you, so it is not dropped.", "Leave it, or put it away.")
    journal.drop_space(circle.space)


def _now(journal: Journal, circle: Circle) -> Circle:
    return read_circle(journal.spaces[circle.space])
