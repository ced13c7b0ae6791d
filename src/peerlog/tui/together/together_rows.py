"""Rows of what people do together: agreements, meetings, requests."""

from __future__ import annotations

from datetime import date

from ...domain.entry import Entry
from ...domain.kinds.agreement import STATES
from ...domain.meeting_name import meeting_name
from ...domain.text import clean_line
from ...journal.journal import Journal
from ..reading.filter_words import short_day
from ..widgets.line import Line, labelled
from ..widgets.list_pane import named
from ..widgets.when import say_due, say_when

_LABELS = {state.value: state.label for state in STATES}


def agreement_line(agreement: Entry, today: date) -> Line:
    """Where it stands, with whom and what for, and until when."""
    names = ", ".join(agreement.members("people"))
    ends = agreement.line("ends")
    until = f"until {short_day(date.fromisoformat(ends), today)}" if ends else ""
    about = " · ".join(part for part in (f"with {names}" if names else "", clean_line(agreement.line("focus"))) if part)
    label = _LABELS.get(agreement.state, agreement.state).capitalize()
    return labelled(label, about or named(agreement), until)


def meeting_line(journal: Journal, meeting: Entry, today: date) -> Line:
    """When it is, what it is called, with whom and how."""
    names = clean_line(", ".join(meeting.members("people")))
    name = meeting_name(meeting)
    aside = [names if names.casefold() not in name.casefold() else "", meeting.line("channel")]
    aside = ["cancelled"] if meeting.state == "cancelled" else aside
    said = " · ".join(part for part in aside if part)
    return labelled(say_when(journal.entries.when_of(meeting), today), name, said)


def request_line(journal: Journal, request: Entry, today: date) -> Line:
    """By when it is needed, else since when it is asked; what, and who asks whom."""
    due, source = request.line("due"), request.line("source")
    whom = ", ".join(request.members("people"))
    label = say_due(date.fromisoformat(due), today) if due else say_when(journal.entries.when_of(request), today)
    return labelled(label, named(request), f"{source} asks" if source else f"you ask {whom}".rstrip())
