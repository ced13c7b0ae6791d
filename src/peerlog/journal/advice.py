"""Advice comes home: whoever gave an idea that was kept hears that it worked."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain.entry import Entry
from ..domain.idea_course import COURSE
from ..domain.kinds import IDEA, THANKS
from ..domain.problem import Problem
from ..domain.text import clean_line
from .circle.circles import Circle, circles
from .journal import Journal


@dataclass(frozen=True, slots=True)
class Giver:
    """A partner whom an idea came from, and where words to them are shared."""

    name: str
    circle: Circle


def who_gave(journal: Journal, idea: Entry) -> Giver | None:
    """The partner whom an idea came from that has been kept; None for another idea, and for somebody else."""
    name = clean_line(idea.line("source")).casefold()
    if idea.kind != IDEA.name or COURSE.standing(idea.state) != "kept" or not name:
        return None
    found = [
        Giver(member.name, circle)
        for circle in circles(journal)
        if not circle.left
        for member in circle.others
        if not member.set_apart and name in (member.name.casefold(), member.name.casefold().split()[0])
    ]
    # Where several know this partner, the fewest read it.
    return min(found, key=lambda giver: (len(giver.circle.others), giver.circle.label), default=None)


def first_words(idea: Entry) -> str:
    """What they could be told; to be looked at and changed before anything is shared."""
    title = clean_line(idea.headline)
    return f"Your “{title}” worked." if title else "Your idea worked."


def tell(journal: Journal, giver: Giver, words: str) -> Entry:
    """Thank them where it is shared; it leaves with the next update. Raises `Problem` for no words."""
    if not words.strip():
        raise Problem("There are no words yet.", "Write a few, or leave it.")
    return journal.entries.add(THANKS.name, {"people": (giver.name,), "text": words}, space=giver.circle.space)
