"""What lists and pages say about what is asked and given: who, to whom, by when."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from ...domain.entry import Entry
from ...domain.text import clean_line
from ..widgets.plain import plain, plain_line
from ..widgets.when import say_due


def who_asks_whom(request: Entry) -> str:
    """`You ask Ada and Sam`, `Sam asks you`."""
    asker, people = clean_line(request.line("source")), names(request.members("people"))
    if asker:
        return f"{asker} asks {people or 'you'}"
    return f"You ask {people}" if people else "You ask, and have not said whom yet"


def from_and_to(part: Entry) -> str:
    """`From Sam`, `To Ada`, `From Sam to Ada`; empty when nobody is named."""
    source, people = clean_line(part.line("source")), names(part.members("people"))
    to = f"to {people}" if people else ""
    said = " ".join(each for each in (f"from {source}" if source else "", to) if each)
    return said[:1].upper() + said[1:]


def names(people: tuple[str, ...]) -> str:
    """`Ada, Kim and Sam`."""
    *first, last = [clean_line(each) for each in people] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def needed_by(request: Entry, today: date) -> str:
    """`Needed Fri 27`; empty without a day."""
    due = request.line("due")
    return say_due(date.fromisoformat(due), today).replace("Due", "Needed").replace("due", "needed") if due else ""


def beginning(text: str, most: int) -> Content:
    """The first lines of a text, and how many more there are."""
    lines = text.splitlines()
    shown = plain("\n".join(lines[:most]))
    left = len(lines) - most
    if left <= 0:
        return shown
    more = f"\n… and {left} more {'line' if left == 1 else 'lines'}"
    return shown + Content(more).stylize("$quiet")


def by_whom(comment: Entry) -> Content:
    """Whose answer it is."""
    return plain_line(comment.line("by") or "You").stylize("bold")
