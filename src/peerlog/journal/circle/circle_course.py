"""What becomes of people one shares with: another name, put away, left, or going on with fewer."""

from __future__ import annotations

from collections.abc import Iterable

from ...domain.entry import PRIVATE
from ...domain.problem import Problem
from ...domain.selection import Selection
from ...domain.text import brief, clean_line
from ...errors import Refused
from ...vault.space import Space
from ..journal import Journal
from .circle_labels import free_label, relabel
from .circles import Circle, Member, circle_entry, clean_circle_name, keep_newest, read_circle
from .roster_words import Wish

_FROM_THE_BEGINNING = ("card", "circle")
"""What is in every circle from the beginning, and is nobody's words."""


def rename_circle(journal: Journal, circle: Circle, *, name: str | None = None, focus: str | None = None) -> Circle:
    """Another name or focus for all in it; it leaves with the next update and merges like everything else."""
    entry = circle_entry(journal.spaces[circle.space])
    if entry is None:
        raise Refused("The first update has not come yet, so there is nothing to rename.", "Exchange first.")
    changes: dict[str, object] = {}
    if name is not None:
        changes["title"] = clean_circle_name(name)
    if focus is not None:
        changes["focus"] = focus
    with journal.writing(entry.id):
        journal.entries.change(entry.id, changes)
        relabel(journal, journal.spaces[circle.space])
    return _now(journal, circle)


def call_it(journal: Journal, circle: Circle, label: str) -> Circle:
    """What it is called in this journal alone; empty for what it is called by itself."""
    space = journal.spaces[circle.space]
    label = clean_circle_name(label) if clean_line(label) else ""
    if label and free_label(journal, label, but=space.name) != label:
        raise Problem(f"Something else is called “{brief(label)}” here.", "Choose another name.")
    with space.write():
        space.set_value("label-chosen", "1" if label else "")
        if label:
            space.set_value("label", label)
        relabel(journal, space)
    return _now(journal, circle)


def put_away(journal: Journal, circle: Circle) -> Circle:
    """Keep what was shared to read, and write and exchange nothing more; `take_up` goes on."""
    journal.spaces[circle.space].set_value("archived", journal.time.stamp())
    return _now(journal, circle)


def take_up(journal: Journal, circle: Circle) -> Circle:
    """Go on with what was put away. Raises `Refused` where one has left, or where the words differed."""
    if circle.stopped:
        raise Refused(
            "The words that you compared were not the same, so this is not taken up again.", "Begin something new."
        )
    if circle.left:
        raise Refused("You have left, so this is not taken up again.", "Ask to be invited to something new.")
    journal.spaces[circle.space].set_value("archived", "")
    return _now(journal, circle)


def leave(journal: Journal, circle: Circle) -> Circle:
    """Sign that one leaves. One more update tells the others; nothing of theirs comes after that.

    Where nobody else is left to tell, it is put away at once.
    """
    from ...exchange.enrolling import leave_space

    if circle.joining:
        raise Refused("You have not joined yet, so there is nothing to leave.", "“peerlog circle drop” removes it.")
    if circle.left:
        raise Refused("You have left already.", "" if circle.archived else "“peerlog exchange” tells the others.")
    if circle.archived:
        raise Refused("This has been put away, so nothing leaves.", "“peerlog circle take-up” brings it back first.")
    if len(circle.members) == 1:
        raise Refused("Nobody has joined, so there is nobody to leave.", "“peerlog circle drop” removes it.")
    leave_space(journal.spaces[circle.space], journal.time.stamp())
    keep_newest(journal)
    return _now(journal, circle) if circle.others else put_away(journal, circle)


def put_away_if_left(journal: Journal, space: Space) -> bool:
    """After an update has left: put away what one has left, now that the others are told. Whether it did."""
    if space.name == PRIVATE or not read_circle(space).left:
        return False
    space.set_value("archived", journal.time.stamp())
    return True


def require_going_on(circle: Circle) -> None:
    """Raise `Refused` where nothing may leave any more: put away, left, or with words that differed."""
    who = circle.label
    if circle.stopped:
        raise Refused(
            f"The words that you compared with {who} were not the same, so nothing leaves.", "Begin something new."
        )
    if circle.left and circle.archived:
        raise Refused(
            f"You have left {who}, and your last update told them so; nothing more leaves.",
            "What you shared stays here to read.",
        )
    if circle.archived:
        raise Refused(f"What you share with {who} has been put away.", "“peerlog circle take-up” goes on with it.")


def go_on_with(journal: Journal, circle: Circle, names: Iterable[str]) -> Circle:
    """Sign that these members, oneself among them, go on alone. It holds once each of them has signed the same."""
    wanted = {_member(circle, name).id for name in names}
    wanted |= {member.id for member in circle.members if member.is_me}
    if len(wanted) == len([member for member in circle.members if not member.left]):
        raise Problem("That is everybody, so nothing would change.", "Name those who go on.")
    return _go_on(journal, circle, wanted)


def sign_too(journal: Journal, circle: Circle, wish: Wish) -> Circle:
    """Sign a smaller group that somebody else has signed before."""
    if not wish.waits_for_me:
        raise Refused("Nothing here waits for your signature.")
    return _go_on(journal, circle, wish.members)


def drop(journal: Journal, circle: Circle, *, with_words: bool = False) -> None:
    """Remove what was begun and never became anything: an invitation that nobody answered, a joining cut short.

    Raises `Refused` where others share it, and, unless `with_words`, where something has been written in it.
    """
    if len(circle.members) > 1:
        raise Refused("Others share this with you, so it is not dropped.", "Leave it, or put it away.")
    written = 0 if with_words else words_in(journal, circle)
    if written:
        what = "one entry" if written == 1 else f"{written} entries"
        raise Refused(f"You have written {what} there, which would be lost.", "Put it away to keep them.")
    journal.drop_space(circle.space)


def words_in(journal: Journal, circle: Circle) -> int:
    """How many entries there are besides the cards."""
    everything = journal.entries.count(Selection(space=circle.space, with_parts=True))
    return everything - journal.entries.count(Selection(space=circle.space, kinds=frozenset(_FROM_THE_BEGINNING)))


def member_named(circle: Circle, said: str) -> Member:
    """A member, oneself among them, by name or by its beginning. Raises `Problem`."""
    return _member(circle, said)


def _go_on(journal: Journal, circle: Circle, members: Iterable[str]) -> Circle:
    from ...exchange.enrolling import go_on_with as sign

    if circle.archived or circle.left:
        raise Refused("This has been put away, so nothing is signed any more.")
    sign(journal.spaces[circle.space], tuple(members), journal.time.stamp())
    keep_newest(journal)
    return _now(journal, circle)


def _member(circle: Circle, said: str) -> Member:
    wanted = clean_line(said).casefold()
    exact = [member for member in circle.members if member.name.casefold() == wanted]
    found = exact or [member for member in circle.members if wanted and member.name.casefold().startswith(wanted)]
    if len(found) != 1:
        names = ", ".join(member.name for member in circle.members)
        what = "More than one would do." if found else f"There is no “{brief(said)}” here."
        raise Problem(what, f"There is: {names}.")
    if found[0].left:
        raise Problem(f"{found[0].name} is not there any more.", "Name somebody who is.")
    return found[0]


def _now(journal: Journal, circle: Circle) -> Circle:
    return read_circle(journal.spaces[circle.space])
