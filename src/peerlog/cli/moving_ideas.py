"""Moving an idea on: what try, tried, keep and drop have in common."""

from __future__ import annotations

from . import terminal
from .invocation import invocation


def move(to: str, id_: str, outcome: str = "") -> None:
    """Bring an idea to another state and say so; raises `Problem` where no step leads there."""
    from ..domain.idea_course import COURSE
    from ..journal.ideas import move_idea
    from .listing import one_line

    with invocation().journal(writes=True) as journal:
        idea = move_idea(journal, journal.entries.resolve(id_).id, to, outcome)
        terminal.put(f"{COURSE.label(to).capitalize()}: {one_line(journal, idea)}")
