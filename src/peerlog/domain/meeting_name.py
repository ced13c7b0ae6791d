"""What to call a meeting that nobody has given a title."""

from __future__ import annotations

from .entry import Entry
from .some_names import some_names
from .text import clean_line, first_line, shorten

_CALLED = {"phone": "Phone call", "e-mail": "E-mail"}


def meeting_name(meeting: Entry) -> str:
    """Its title, else how and with whom (`Coffee with Sam`), else its first words, else “Meeting”; one line."""
    if title := clean_line(meeting.title):
        return title
    channel = meeting.line("channel")
    how = _CALLED.get(channel, channel.capitalize()) or "Meeting"
    people = [clean_line(name) for name in meeting.members("people")]
    if people:
        return f"{how} with {some_names(people)}"
    return shorten(clean_line(first_line(meeting.text)), 60) or how
