"""What the fourth tab shows beside circles: agreements, meetings and requests that only oneself can see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from textual.content import Content

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import MEETING
from ...journal.agreements import agreements
from ...journal.asking import requests
from ...journal.circle.circles import Circle
from ...journal.journal import Journal
from ...journal.updates.waiting_to_leave import waiting_to_leave
from ..widgets.line import LABEL_WIDTH, Line
from ..widgets.list_pane import Contents
from ..widgets.plain import plain_line
from ..widgets.rows import row
from .together_rows import agreement_line, meeting_line, request_line

_MOST = 200
_LASTS = timedelta(hours=1)
"""How long a meeting counts as still ahead once it has begun, as on Today."""
_RUNNING = ("active", "paused", "draft")
CIRCLE = "with:"
"""How the ids of rows begin that stand for people one shares with."""
_ABOUT = (
    "Share with somebody, and what you share stands here: meetings, goals, what you ask of each other. Until then "
    "this tab keeps your meetings with anybody, by name, and only you can see them.\n\n"
)
_KEPT = "Your meetings with anybody, by name. Only you can see them."
_WITH_SOME = "Each of these reads what is written with them, and nothing else. What stands below is yours alone."
_SHARE = (("s", "bold $accent"), " shares with somebody.   ", ("f", "bold $accent"), " takes in a file that came.\n")
_NEW = (
    ("n", "bold $accent"),
    " plans a meeting, or writes one down.   ",
    ("C", "bold $accent"),
    " logs a coffee afterwards.\n",
    ("a", "bold $accent"),
    " makes an agreement.   ",
    ("A", "bold $accent"),
    " asks and gives.   ",
    ("P", "bold $accent"),
    " shows the people you meet.",
)


def together_page(journal: Journal, circles: Sequence[Circle]) -> Contents:
    """Whom one shares with, then what runs, what lies ahead, what is asked and what has been, for nobody else."""
    now = journal.time.moment()
    shown = Contents(Content("Together").stylize("bold"), now.day, now.zone)
    if circles:
        shown.head("You share with")
    for circle in circles:
        shown.options.append(row(_circle(journal, circle), CIRCLE + circle.space))
    private_sections(shown, journal)
    if circles:
        shown.about = Content(_WITH_SOME).stylize("$quiet")
    elif shown.things:
        shown.about = Content.assemble((_KEPT, "$quiet"), " ", *_SHARE[:2])
    else:
        shown.about = Content.assemble((_ABOUT, "$quiet"), *_SHARE, *_NEW)
    return shown


def private_sections(shown: Contents, journal: Journal) -> None:
    """Agreements, meetings and requests of one's own."""
    now = journal.time.moment()
    meetings = _mine(journal.entries.of_kind(MEETING.name, limit=_MOST))
    ahead = [each for each in meetings if each.state != "held" and each.when.utc >= now.utc - _LASTS]
    before = [each for each in meetings if each not in ahead]
    ahead.sort(key=lambda each: each.when.utc)
    mine = _mine(agreements(journal, states=_RUNNING))
    _section(shown, "Agreements", ((agreement_line(each, now.day), each) for each in mine))
    _section(shown, "Ahead", ((meeting_line(journal, each, now.day), each) for each in ahead))
    asked = _mine(requests(journal, "open"))
    _section(shown, "Asked", ((request_line(journal, each, now.day), each) for each in asked))
    _section(shown, "Before", ((meeting_line(journal, each, now.day), each) for each in before))


def _mine(entries: Iterable[Entry]) -> list[Entry]:
    return [each for each in entries if each.space == PRIVATE]


def _circle(journal: Journal, circle: Circle) -> Line:
    waiting = waiting_to_leave(journal, circle)
    waits = [
        "waits for a file" if circle.joining or not circle.others else "",
        f"{circle.two_versions} with two versions" if circle.two_versions else "",
        f"{waiting} to leave" if waiting and circle.others else "",
        "put away" if circle.archived else "",
    ]
    label = plain_line(circle.label).stylize("$space-shared")
    right = plain_line(" · ".join(each for each in waits if each)).stylize("$quiet")
    alone = circle.name if circle.name != circle.label else f"for {circle.seats} people"
    about = circle.focus or (f"with {circle.with_whom}" if circle.others else alone)
    return Line(label, plain_line(about), right, label_width=LABEL_WIDTH, right_is_whole=True)


def _section(shown: Contents, title: str, rows: Iterable[tuple[Line, Entry]]) -> None:
    found = list(rows)
    if found:
        shown.head(title)
    for line, entry in found:
        shown.add(line, entry, title)
