"""Ideas in a list: where they stand, what they are, what came of them."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.entry import Entry
from ..domain.idea_course import COURSE
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from . import terminal
from .layout import cut
from .terminal import Bold


def write_ideas(journal: Journal, ideas: Sequence[Entry]) -> None:
    """Write ideas in the order of the course; on a terminal under where they stand, else with it on each line."""
    shown = terminal.is_shown()
    first = True
    for state in COURSE.states:
        standing = [idea for idea in ideas if COURSE.standing(idea.state) == state.value]
        if standing and shown:
            if not first:
                terminal.put()
            first = False
            terminal.put(Bold(state.label.capitalize()))
        for idea in standing:
            terminal.put(idea_line(journal, idea) if shown else f"{idea_line(journal, idea)}  {state.value}")


def idea_line(journal: Journal, idea: Entry) -> str:
    """One idea, and after it what came of it, or its first small step."""
    said = idea.headline or "an idea without words"
    more = idea.line("outcome") or idea.line("step")
    whole = f"{said}: {more}" if more and more != said else said
    id_ = short_id(journal, idea.id)
    return f"{id_}  {cut(whole, terminal.columns() - len(id_) - 2) if terminal.is_shown() else whole}"
