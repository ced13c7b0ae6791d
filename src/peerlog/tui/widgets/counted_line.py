"""A line about what counts: when, what, for how long and as what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from ...domain.dates import say_day
from ...journal.cpd.quiet_marks import say_counting
from .line import Line, labelled

if TYPE_CHECKING:
    from ...domain.entry import Entry


def counted_line(activity: Entry, name: str, today: date) -> Line:
    """Where there is no room for all of it, the length stays and the type goes."""
    line = labelled(say_day(activity.when.day, today), name, say_counting(activity.minutes, activity.line("type")))
    line.right_in_short = Content(say_counting(activity.minutes, "")).stylize("$quiet")
    return line
